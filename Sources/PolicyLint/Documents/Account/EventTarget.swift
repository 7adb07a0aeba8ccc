/// What a rule of Amazon EventBridge hands its events to, as `aws events list-targets-by-rule` lists it.
///
/// Source: <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html>.
public struct EventTarget: Sendable {
    /// The target's object.
    public let span: SourceSpan
    /// `Arn`: of a queue, topic, function, log group, event bus, ….
    public let arn: Located<String>?

    init(_ node: JSONNode) {
        span = node.span
        arn = node["Arn"]?.locatedString
    }

    /// Whether an object is one.
    static func isOne(_ node: JSONNode) -> Bool {
        node["Id"]?.string != nil && AmazonResourceName(node["Arn"]?.string ?? "") != nil
    }
}
