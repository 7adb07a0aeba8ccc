/// Whether somebody hears of it when the account costs more than meant.
enum CostBudget: Control {
    static let metadata = ControlMetadata(
        id: "cost-budget", group: .costs, title: "a budget for costs tells somebody",
        closes: "stolen keys, and slips, first show on the bill", guide: 2,
        references: [
            .documentation("https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html")
        ])

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        let account = evidence.accountID ?? "ACCOUNT_ID"
        let budgets = evidence.budgets.elements.filter { $0.budget?.value.isAboutCost == true }
        let flaws = Dictionary(
            budgets.compactMap { budget in BudgetFlaw(budget, evidence).map { (budget.name, $0) } },
            uniquingKeysWith: { first, _ in first })
        let passes = budgets.filter { flaws[$0.name] == nil }.compactMap { budget in
            alert(of: budget).map { pass(.budget(budget.name), $0.says, $0.evidence) }
        }
        if !passes.isEmpty { return passes }
        // A budget of which only the alerts are there may be one for costs.
        let isUnclear = evidence.budgets.elements.contains { $0.budget == nil }
        if budgets.isEmpty, evidence.budgets.isWhole, !isUnclear {
            return [
                open(
                    .account, "there is no budget for costs", evidence.budgets.sources,
                    next: "make one with an alert by e-mail",
                    command: creation(account, besides: evidence.budgets))
            ]
        }
        // A budget of which only the alerts are there may still be one for all costs.
        let isDecided = budgets.allSatisfy { flaws[$0.name] != nil || $0.tellsNobody || $0.warnsTooLate }
        if evidence.budgets.isWhole, !budgets.isEmpty, !isUnclear, isDecided {
            let flawed = budgets.filter { flaws[$0.name] != nil }
            // A budget that is for other things is left as it is, and one for all costs is made.
            if flawed.count == budgets.count {
                return [
                    open(
                        .account,
                        "no budget is for all costs: \(flawed.compactMap { flaws[$0.name]?.says }.joined(separator: "; "))",
                        flawed.compactMap { flaws[$0.name]?.evidence },
                        next: "make one for all costs, with an alert by e-mail",
                        command: creation(account, besides: evidence.budgets))
                ]
            }
            return budgets.filter { flaws[$0.name] == nil }.map { budget in
                open(
                    .budget(budget.name),
                    budget.tellsNobody
                        ? "the budget tells nobody"
                        : "no alert of the budget warns in time: each is for costs below a number, or far above the limit",
                    (budget.budget.map { [$0.evidence("the budget", at: $0.value.name?.span ?? $0.value.span)] } ?? [])
                        + budget.alerts.sources,
                    next: "add an alert with an e-mail address",
                    command:
                        "aws budgets create-notification --account-id \(account) --budget-name \(ShellWord.quote(budget.name)) --notification NotificationType=ACTUAL,ComparisonOperator=GREATER_THAN,Threshold=80 --subscribers SubscriptionType=EMAIL,Address=ADDRESS"
                )
            }
        }
        let gap =
            evidence.budgets.gap("budgets")
            ?? budgets.lazy.compactMap { $0.alerts.gap("alerts of budget `\($0.name)`") }.first
            ?? EvidenceGap("the export does not hold the subscribers of the budget's alerts")
        return [
            cannotTell(
                .account, gap, next: "export the budgets with their alerts and subscribers",
                command: export(of: evidence.budgets, besides: Set(flaws.keys), account))
        ]
    }

    /// The command that exports what is lacking next: the budgets, the alerts of one, or whom one of these tells.
    private static func export(
        of budgets: Listing<BudgetEvidence>, besides flawed: Set<String>, _ account: String
    ) -> String {
        let lacking = budgets.elements.first { !flawed.contains($0.name) && !$0.isKnown }
        guard budgets.isWhole, let budget = lacking, budget.budget != nil else {
            return ExportCommand.budgets(account)
        }
        guard budget.alerts.isWhole,
            let number = budget.alerts.elements.firstIndex(where: { !$0.subscribers.isWhole }),
            let alert = JSONFragment(budget.alerts.elements[number].notification.value)
        else { return ExportCommand.alerts(ofBudget: budget.name, account) }
        return ExportCommand.subscribers(ofBudget: budget.name, number + 1, alert, account)
    }

    /// A name for a budget that none of the others has.
    static func unusedName(besides others: Listing<BudgetEvidence>) -> String {
        let taken = Set(others.elements.map(\.name))
        if !taken.contains("monthly") { return "monthly" }
        var number = 2
        while taken.contains("monthly-\(number)") { number += 1 }
        return "monthly-\(number)"
    }

    /// The command that makes a budget with an alert by e-mail.
    private static func creation(_ account: String, besides others: Listing<BudgetEvidence>) -> String {
        let name = unusedName(besides: others)
        let budget =
            #"{"BudgetName":"\#(name)","BudgetLimit":{"Amount":"AMOUNT","Unit":"USD"},"TimeUnit":"MONTHLY","BudgetType":"COST"}"#
        let notification = #"{"NotificationType":"ACTUAL","ComparisonOperator":"GREATER_THAN","Threshold":80}"#
        let subscriber = #"{"SubscriptionType":"EMAIL","Address":"ADDRESS"}"#
        let alerts = #"[{"Notification":\#(notification),"Subscribers":[\#(subscriber)]}]"#
        return "aws budgets create-budget --account-id \(account) --budget \(ShellWord.quote(budget)) "
            + "--notifications-with-subscribers \(ShellWord.quote(alerts))"
    }

    /// The first alert of a budget that goes to somebody.
    private static func alert(of budget: BudgetEvidence) -> (says: String, evidence: [Evidence])? {
        for alert in budget.alerts.elements {
            guard let threshold = alert.notification.value.threshold, budget.isTimely(alert.notification.value),
                let subscriber = alert.subscribers.elements.first(where: \.reachesSomebody),
                let type = subscriber.value.type
            else { continue }
            let sign = alert.notification.value.thresholdType?.value == "ABSOLUTE_VALUE" ? "" : " %"
            let forecast = alert.notification.value.type?.value == "FORECASTED" ? "forecast to reach " : ""
            let number = threshold.value == threshold.value.rounded() ? "\(Int(threshold.value))" : "\(threshold.value)"
            let way = type.value == "EMAIL" ? "by e-mail" : "over SNS"
            return (
                "the budget tells somebody \(way) at \(forecast)\(number)\(sign)",
                [
                    alert.notification.evidence("`Threshold` is \(number)", at: threshold.span),
                    subscriber.evidence("`SubscriptionType` is `\(type.value)`", at: type.span),
                ]
            )
        }
        return nil
    }
}

extension Sourced<BudgetSubscriber> {
    fileprivate var reachesSomebody: Bool { ["EMAIL", "SNS"].contains(value.type?.value) && value.address != nil }
}

extension JSONFragment {
    /// An alert as a command takes it; nil where it is not said in full.
    fileprivate init?(_ alert: BudgetNotification) {
        guard let type = alert.type?.value, let comparison = alert.comparison?.value,
            let threshold = alert.threshold?.value
        else { return nil }
        self = .object([
            (key: "NotificationType", value: .string(type)), (key: "ComparisonOperator", value: .string(comparison)),
            (key: "Threshold", value: .verbatim("\(threshold)")),
            (key: "ThresholdType", value: .string(alert.thresholdType?.value ?? "PERCENTAGE")),
        ])
    }
}

extension BudgetEvidence {
    /// Whether its alerts are known, and whom each tells.
    fileprivate var isKnown: Bool { alerts.isWhole && alerts.elements.allSatisfy(\.subscribers.isWhole) }

    /// How much of the limit an alert may wait for. AWS calls 50 to 200 % useful.
    ///
    /// Source: <https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Notification.html>.
    private static let highestPercentage = 200.0

    /// Whether an alert is for costs that rise, and not far above the limit.
    fileprivate func isTimely(_ alert: BudgetNotification) -> Bool {
        guard alert.comparison?.value == "GREATER_THAN", let threshold = alert.threshold?.value else { return false }
        guard alert.thresholdType?.value == "ABSOLUTE_VALUE" else { return threshold <= Self.highestPercentage }
        // Without a limit of its own, a budget plans or adjusts it.
        guard let limit = budget?.value.limit?.value else { return true }
        return threshold <= limit * Self.highestPercentage / 100
    }

    /// Whether it is known that no alert warns in time, whoever it goes to.
    fileprivate var warnsTooLate: Bool {
        alerts.isWhole && !alerts.elements.contains { isTimely($0.notification.value) }
    }

    /// Whether it is known that no alert goes to anybody.
    fileprivate var tellsNobody: Bool { alerts.isWhole && alerts.elements.allSatisfy { $0.subscribers.isKnownEmpty } }
}

extension Budget.Filter {
    /// Whether it lets all costs of an account count, of which it is the only one.
    fileprivate func isOf(_ account: String?) -> Bool {
        name.value == "LinkedAccount" && account != nil && values == [account]
    }
}

/// Why a budget for costs does not see all of them.
private struct BudgetFlaw {
    let says: String
    let evidence: Evidence

    /// The flaw of a budget; nil where it has none.
    init?(_ budget: BudgetEvidence, _ account: AccountEvidence) {
        guard let read = budget.budget else { return nil }
        if let end = read.value.end, let now = account.presentOrReportTime, end.value <= now {
            says = "budget `\(budget.name)` ended on \(end.value)"
            evidence = read.evidence("`End` is \(end.value)", at: end.span)
        } else if let filter = read.value.filters.first(where: { !$0.isOf(account.accountID) }) {
            says = "budget `\(budget.name)` counts a part of the costs only"
            evidence = read.evidence("a filter by `\(filter.name.value)`", at: filter.name.span)
        } else if let health = read.value.health, health.value == "UNHEALTHY" {
            says = "AWS says that budget `\(budget.name)` does not work"
            evidence = read.evidence("`Status` is `\(health.value)`", at: health.span)
        } else {
            return nil
        }
    }
}
