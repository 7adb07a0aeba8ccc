import Testing

@testable import PolicyLint

/// The controls about costs, and about the record of who creates resources.
@Suite struct CostAndRecordTests {
    private static let budget = "{\"Budgets\": [{\"BudgetName\": \"a b\", \"BudgetType\": \"COST\"}]}"
    private static let notification =
        "{\"NotificationType\": \"FORECASTED\", \"ComparisonOperator\": \"GREATER_THAN\", \"Threshold\": 12.5, \"ThresholdType\": \"ABSOLUTE_VALUE\"}"
    private static let subscribers =
        "{\"Subscribers\": [{\"SubscriptionType\": \"SNS\", \"Address\": \"arn:aws:sns:x\"}]}"

    @Test("A budget with an alert and a subscriber passes, by folders whose names are percent-encoded")
    func budgetPasses() {
        let export = Export([
            "describe-budgets.json": Self.budget,
            "budgets/a%20b/describe-notifications-for-budget.json": "{\"Notifications\": [\(Self.notification)]}",
            "budgets/a%20b/notifications/1/notification.json": Self.notification,
            "budgets/a%20b/notifications/1/describe-subscribers-for-notification.json": Self.subscribers,
        ])
        #expect(
            export.says("cost-budget") == [
                "pass budget a b: the budget tells somebody over SNS at forecast to reach 12.5"
            ]
        )
        #expect(export.marked("cost-budget") == ["12.5", "\"SNS\""])
    }

    @Test("A list without a budget for costs is open; a budget whose alerts are not there cannot be told")
    func budgetIsOpenOrUnknown() {
        let usage = Self.budget.replacing("COST", with: "USAGE")
        #expect(Export(["x.json": usage]).says("cost-budget") == ["open account: there is no budget for costs"])
        #expect(Export(["describe-budgets.json": "{\"Budgets\": []}"]).lines("cost-budget").map(\.outcome) == [.open])
        #expect(Export(["x.json": Self.budget]).lines("cost-budget").map(\.outcome) == [.cannotTell])
        let silent = Export([
            "describe-budgets.json": Self.budget,
            "budgets/a%20b/describe-notifications-for-budget.json": "{\"Notifications\": []}",
        ])
        #expect(silent.says("cost-budget") == ["open budget a b: the budget tells nobody"])
        let refused = Export(["describe-budgets.error.txt": Answers.error("AccessDeniedException", "DescribeBudgets")])
        #expect(
            refused.says("cost-budget") == ["cannot-tell account: AWS did not let the exporter list the budgets"])
    }

    @Test("A budget that is only meant proves nothing, nor do subscribers of nobody knows what")
    func budgetProvesNothing() {
        let request =
            "{\"AccountId\": \"111122223333\", \"Budget\": {\"BudgetName\": \"a\", \"BudgetType\": \"COST\"}, \"NotificationsWithSubscribers\": [{\"Notification\": \(Self.notification), \"Subscribers\": [{\"SubscriptionType\": \"EMAIL\", \"Address\": \"a@b\"}]}]}"
        #expect(Export(["create-budget.json": request]).lines("cost-budget").map(\.outcome) == [.cannotTell])
        let loose = Export([
            "a.json": Self.budget, "b.json": "{\"Notifications\": [\(Self.notification)]}", "c.json": Self.subscribers,
        ])
        #expect(loose.lines("cost-budget").map(\.outcome) == [.cannotTell])
    }

    @Test("A recorder that runs, or a rule for API calls, is a record of its Region; others are named together")
    func records() {
        let rule =
            "{\"Rules\": [{\"Arn\": \"arn:aws:events:a:1:rule/b\", \"State\": \"ENABLED\", \"EventPattern\": \"{\\\"detail-type\\\":[\\\"AWS API Call via CloudTrail\\\"]}\"}]}"
        let export = Export([
            "regions/a/describe-configuration-recorder-status.json":
                "{\"ConfigurationRecordersStatus\": [{\"name\": \"d\", \"recording\": true}]}",
            "regions/b/list-rules.json": rule,
            "regions/c/describe-configuration-recorder-status.json":
                "{\"ConfigurationRecordersStatus\": [{\"name\": \"d\", \"recording\": false}]}",
            "regions/c/list-rules.json": rule.replacing("ENABLED", with: "DISABLED"),
            "regions/d/list-rules.json": "{\"Rules\": []}",
            "regions/d/describe-configuration-recorder-status.error.txt":
                Answers.error("AccessDenied", "DescribeConfigurationRecorderStatus"),
        ])
        #expect(
            export.says("creation-record") == [
                "pass region a: AWS Config records", "pass region b: EventBridge hears of API calls",
                "cannot-tell region d: AWS did not let the exporter list the recorders of AWS Config",
                "open account: nothing records who creates resources in c",
            ])
        #expect(Export([:]).lines("creation-record").map(\.outcome) == [.cannotTell])
    }
}
