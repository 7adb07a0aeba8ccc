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
        let isOfAllCosts = { (budget: BudgetEvidence) in flaws[budget.name] == nil && !budget.isOfAView }
        let passes = budgets.filter(isOfAllCosts).compactMap { budget in
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
                        : "no alert of the budget warns in time: each is for costs below a number, far above the limit, or at a sum that no account reaches",
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
            ?? budgets.lazy.filter { flaws[$0.name] == nil }.compactMap(\.doubt).first
            ?? EvidenceGap("the export does not hold the subscribers of the budget's alerts")
        let command = export(of: evidence.budgets, besides: Set(flaws.keys), account)
        let next = "export the budgets with their alerts and subscribers"
        guard let request = evidence.budgetRequests.first else {
            return [cannotTell(.account, gap, next: next, command: command)]
        }
        let asked = request.evidence("what was asked for", at: request.value.budget.span)
        return [
            cannotTell(
                .account,
                EvidenceGap(
                    "\(gap.says); the input of `create-budget` says what was asked for, not what is there",
                    gap.evidence + [asked]),
                next: next + ": whether they are as asked for", command: command)
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
            guard let threshold = alert.notification.value.threshold, budget.isTimely(alert.notification.value) == .yes,
                let number = alert.notification.value.thresholdInDigits,
                let inWords = alert.notification.value.threshold(inUnitOf: budget.budget?.value),
                let subscriber = alert.subscribers.elements.first(where: \.reachesSomebody),
                let type = subscriber.value.type
            else { continue }
            let moment =
                alert.notification.value.type?.value == "FORECASTED"
                ? "when it is forecast to reach \(inWords)" : "at \(inWords)"
            let way = type.value == "EMAIL" ? "by e-mail" : "over SNS"
            return (
                "the budget tells somebody \(way) \(moment)",
                [
                    alert.notification.evidence("`Threshold` is \(number)", at: threshold.span),
                    subscriber.evidence("`SubscriptionType` is `\(type.value)`", at: type.span),
                ]
            )
        }
        return nil
    }
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
