/// Whom a budget tells.
///
/// Source: <https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Subscriber.html>.
public struct BudgetSubscriber: Sendable {
    /// The subscriber's object.
    public let span: SourceSpan
    /// `SubscriptionType`: `EMAIL` or `SNS`.
    public let type: Located<String>?
    /// `Address`: an e-mail address, or the ARN of a topic.
    public let address: Located<String>?

    init(_ node: JSONNode) {
        span = node.span
        type = node["SubscriptionType"]?.locatedString
        address = node["Address"]?.locatedString
    }

    /// Whether an object is one.
    static func isOne(_ node: JSONNode) -> Bool { node["SubscriptionType"] != nil && node["Address"] != nil }
}
