extension BudgetEvidence {
    /// Whether its alerts are known, and whom each tells.
    var isKnown: Bool { alerts.isWhole && alerts.elements.allSatisfy(\.subscribers.isWhole) }

    /// How much of the limit an alert may wait for. AWS calls 50 to 200 % useful.
    ///
    /// Source: <https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Notification.html>.
    private static let highestPercentage = 200.0

    /// A sum that no account ever costs, in any currency: more than AWS earns from all of them in a year.
    ///
    /// Source: <https://ir.aboutamazon.com/annual-reports-proxies-and-shareholder-letters/>.
    private static let highestSum = 1e12

    /// Whether an alert is for costs that rise, and not far above the limit.
    func isTimely(_ alert: BudgetNotification) -> Answer {
        guard alert.comparison?.value == "GREATER_THAN", let threshold = alert.threshold?.value else { return .no }
        // Which of the planned limits is that of today is said by the limit alone.
        let limits = budget.map { $0.value.limit.map { [$0.value] } ?? $0.value.plannedLimits } ?? []
        guard alert.thresholdType?.value == "ABSOLUTE_VALUE" else {
            if let least = limits.min(), least * threshold / 100 >= Self.highestSum { return .no }
            return Answer(threshold <= Self.highestPercentage)
        }
        if threshold >= Self.highestSum { return .no }
        guard let least = limits.min(), let most = limits.max() else { return .unclear }
        if threshold <= least * Self.highestPercentage / 100 { return .yes }
        return threshold > most * Self.highestPercentage / 100 ? .no : .unclear
    }

    /// Whether it is known that no alert warns in time, whoever it goes to.
    var warnsTooLate: Bool {
        alerts.isWhole && alerts.elements.allSatisfy { isTimely($0.notification.value) == .no }
    }

    /// Whether it is known that no alert goes to anybody.
    var tellsNobody: Bool { alerts.isWhole && alerts.elements.allSatisfy { $0.subscribers.isKnownEmpty } }

    /// Whether it counts what a view of somebody's making shows. Only the primary view is of all costs.
    ///
    /// Source: <https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_billing_BillingViewElement.html>.
    var isOfAView: Bool {
        budget?.value.billingView.map { !$0.value.hasSuffix(":billingview/primary") } ?? false
    }

    /// Why it is not known that the budget counts all costs, or that an alert warns in time; nil where it is.
    var doubt: EvidenceGap? {
        guard let budget else { return nil }
        if isOfAView, let view = budget.value.billingView {
            return EvidenceGap(
                "the export does not tell which costs the billing view of budget `\(name)` shows",
                [budget.evidence("`BillingViewArn` is `\(view.value)`", at: view.span)])
        }
        let reaching = alerts.elements.filter { $0.subscribers.elements.contains(where: \.reachesSomebody) }
        guard alerts.isWhole, let alert = reaching.first(where: { isTimely($0.notification.value) == .unclear }) else {
            return nil
        }
        return EvidenceGap(
            "whether an alert of budget `\(name)` warns in time, only the budget's limit tells",
            [alert.notification.whole])
    }
}

extension Sourced<BudgetSubscriber> {
    /// Whether it is a person's address, or a topic that hands on what it hears.
    var reachesSomebody: Bool { ["EMAIL", "SNS"].contains(value.type?.value) && value.address != nil }
}

extension BudgetNotification {
    /// The number of the threshold: `80`, `12.5`.
    var thresholdInDigits: String? { threshold.map { Self.inDigits($0.value) } }

    private static func inDigits(_ number: Double) -> String {
        let isWhole = number.magnitude < 1e15 && number == number.rounded()
        return isWhole ? "\(Int(number))" : "\(number)"
    }

    /// The threshold with its unit: `80 % of 20 USD`, `5 USD`.
    func threshold(inUnitOf budget: Budget?) -> String? {
        guard let number = thresholdInDigits else { return nil }
        if thresholdType?.value != "ABSOLUTE_VALUE" {
            guard let limit = budget?.limit, let unit = budget?.unit else { return number + " %" }
            return "\(number) % of \(Self.inDigits(limit.value)) \(unit.value)"
        }
        return budget?.unit.map { "\(number) \($0.value)" } ?? number
    }
}
