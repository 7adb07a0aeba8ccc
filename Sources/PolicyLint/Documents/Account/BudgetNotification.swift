/// When a budget tells somebody.
///
/// Source: <https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Notification.html>.
public struct BudgetNotification: Sendable, Hashable {
    /// The notification's object.
    public let span: SourceSpan
    /// `NotificationType`: `ACTUAL` or `FORECASTED`.
    public let type: Located<String>?
    /// `ComparisonOperator`: `GREATER_THAN`, `LESS_THAN` or `EQUAL_TO`.
    public let comparison: Located<String>?
    /// `Threshold`.
    public let threshold: Located<Double>?
    /// The name of the budget, which only `describe-budget-notifications-for-account` says.
    public let budget: Located<String>?
    /// `ThresholdType`: `PERCENTAGE`, which an absent one means, or `ABSOLUTE_VALUE`.
    public let thresholdType: Located<String>?

    init(_ node: JSONNode, of budget: Located<String>? = nil) {
        span = node.span
        self.budget = budget
        type = node["NotificationType"]?.locatedString
        comparison = node["ComparisonOperator"]?.locatedString
        threshold = node["Threshold"]?.locatedNumber
        thresholdType = node["ThresholdType"]?.locatedString
    }

    /// The notifications of one budget in the answer of `describe-budget-notifications-for-account`.
    ///
    /// Source: <https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_BudgetNotificationsForAccount.html>.
    static func all(ofBudget node: JSONNode) -> [BudgetNotification] {
        guard let budget = node["BudgetName"]?.locatedString else { return [] }
        return (node["Notifications"]?.array ?? []).filter(isOne).map { BudgetNotification($0, of: budget) }
    }

    /// Compares what the notifications say, not where they stand.
    public static func == (left: BudgetNotification, right: BudgetNotification) -> Bool {
        left.type == right.type && left.comparison == right.comparison && left.threshold == right.threshold
            && (left.thresholdType?.value ?? "PERCENTAGE") == (right.thresholdType?.value ?? "PERCENTAGE")
    }

    /// Hashes what `==` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(type)
        hasher.combine(threshold)
    }

    /// Whether an object is one: no other answer has these three members.
    static func isOne(_ node: JSONNode) -> Bool {
        ["NotificationType", "ComparisonOperator", "Threshold"].allSatisfy { node[$0] != nil }
    }
}
