import Testing

@testable import PolicyLint

/// The answers of AWS Budgets that speak of several budgets, and what is no answer.
@Suite struct BudgetAnswerTests {
    private static let budgets = """
        {"Budgets": [
          {"BudgetName": "a", "BudgetType": "COST", "BudgetLimit": {"Amount": "10", "Unit": "USD"}},
          {"BudgetName": "b", "BudgetType": "COST", "BudgetLimit": {"Amount": "20", "Unit": "USD"}}]}
        """
    private static let notification =
        #"{"NotificationType": "ACTUAL", "ComparisonOperator": "GREATER_THAN", "Threshold": 80}"#
    private static let subscribers = #"{"Subscribers": [{"SubscriptionType": "EMAIL", "Address": "a@example.com"}]}"#
    private static let late = notification.replacing("80", with: "9000")

    private static func forAccount(_ alerts: KeyValuePairs<String, String>, _ rest: String = "") -> String {
        let list = alerts.map { "{\"BudgetName\": \"\($0.key)\", \"Notifications\": [\($0.value)]}" }
        return "{\"BudgetNotificationsForAccount\": [\(list.joined(separator: ","))]\(rest)}"
    }

    @Test("The alerts of all budgets in one answer are those of the budgets that it names")
    func forAccount() {
        let all = Export(["budgets.json": Self.budgets, "x.json": Self.forAccount(["a": Self.late, "b": Self.late])])
        #expect(all.lines("cost-budget").map(\.outcome) == [.open, .open])
        #expect(all.lines("cost-budget").map(\.subject) == [.budget("a"), .budget("b")])
        let half = Export(["budgets.json": Self.budgets, "x.json": Self.forAccount(["a": Self.late])])
        #expect(half.says("cost-budget") == ["cannot-tell account: the export holds no list of alerts of budget `b`"])
        let page = Self.forAccount(["a": Self.late, "b": Self.late], #", "NextToken": "x""#)
        #expect(
            Export(["budgets.json": Self.budgets, "x.json": page]).lines("cost-budget").map(\.outcome) == [.cannotTell])
    }

    @Test("Whom such an alert tells is asked for next, and closes the line")
    func subscribers() throws {
        var export = Export([
            "budgets.json": Self.budgets, "x.json": Self.forAccount(["a": Self.notification, "b": Self.late]),
        ])
        let line = try #require(export.lines("cost-budget").first)
        #expect(line.command?.contains("describe-subscribers-for-notification") == true)
        let folder = "budgets/a/notifications/1"
        export.files.append((folder + "/notification.json", Self.notification))
        export.files.append((folder + "/describe-subscribers-for-notification.json", Self.subscribers))
        #expect(export.says("cost-budget") == ["pass budget a: the budget tells somebody by e-mail at 80 % of 10 USD"])
    }

    @Test("The input of create-budget is said to be what was asked for, with what tells whether it is there")
    func request() throws {
        let request = """
            {"AccountId": "111122223333", "Budget": {"BudgetName": "a", "BudgetType": "COST"},
             "NotificationsWithSubscribers": [{"Notification": \(Self.notification),
              "Subscribers": [{"SubscriptionType": "EMAIL", "Address": "a@example.com"}]}]}
            """
        let export = Export(["create-budget.json": request])
        let line = try #require(export.lines("cost-budget").first)
        #expect(line.outcome == .cannotTell)
        #expect(line.says.hasSuffix("; the input of `create-budget` says what was asked for, not what is there"))
        #expect(line.next?.hasSuffix("whether they are as asked for") == true)
        #expect(line.command?.contains("describe-budgets") == true)
        #expect(export.marked("cost-budget").last?.contains(#""BudgetName": "a""#) == true)
        let answered = Export(["create-budget.json": request, "describe-budgets.json": #"{"Budgets": []}"#])
        #expect(answered.says("cost-budget") == ["open account: there is no budget for costs"])
    }
}
