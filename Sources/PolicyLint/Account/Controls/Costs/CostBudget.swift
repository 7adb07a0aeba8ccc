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
        let passes = budgets.compactMap { budget in
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
                    command: creation(account))
            ]
        }
        let silent = budgets.filter { $0.tellsNobody }
        if evidence.budgets.isWhole, !budgets.isEmpty, silent.count == budgets.count {
            return silent.map { budget in
                open(
                    .budget(budget.name), "the budget tells nobody",
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
                command: "aws budgets describe-budgets --account-id \(account) > describe-budgets.json")
        ]
    }

    /// The command that makes a budget with an alert by e-mail.
    private static func creation(_ account: String) -> String {
        let budget =
            #"{"BudgetName":"monthly","BudgetLimit":{"Amount":"AMOUNT","Unit":"USD"},"TimeUnit":"MONTHLY","BudgetType":"COST"}"#
        let notification = #"{"NotificationType":"ACTUAL","ComparisonOperator":"GREATER_THAN","Threshold":80}"#
        let subscriber = #"{"SubscriptionType":"EMAIL","Address":"ADDRESS"}"#
        let alerts = #"[{"Notification":\#(notification),"Subscribers":[\#(subscriber)]}]"#
        return "aws budgets create-budget --account-id \(account) --budget \(ShellWord.quote(budget)) "
            + "--notifications-with-subscribers \(ShellWord.quote(alerts))"
    }

    /// The first alert of a budget that goes to somebody.
    private static func alert(of budget: BudgetEvidence) -> (says: String, evidence: [Evidence])? {
        for alert in budget.alerts.elements {
            guard let threshold = alert.notification.value.threshold,
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

extension BudgetEvidence {
    /// Whether it is known that no alert goes to anybody.
    fileprivate var tellsNobody: Bool { alerts.isWhole && alerts.elements.allSatisfy { $0.subscribers.isKnownEmpty } }
}
