/// A rule of Amazon EventBridge, as `aws events list-rules` lists it.
///
/// Source: <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Rule.html>.
public struct EventRule: Sendable {
    /// The rule's object.
    public let span: SourceSpan
    /// `Name`.
    public let name: Located<String>?
    /// `Arn`.
    public let arn: Located<String>?
    /// `State`: `ENABLED`, `DISABLED` or `ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS`.
    public let state: Located<String>?
    /// `EventPattern`: the JSON of the events that it is for; absent for a rule with a schedule.
    public let pattern: Located<String>?
    /// `ScheduleExpression`.
    public let schedule: Located<String>?

    /// Whether it is on.
    public var isEnabled: Bool { state?.value.hasPrefix("ENABLED") ?? false }

    init(_ node: JSONNode) {
        span = node.span
        name = node["Name"]?.locatedString
        arn = node["Arn"]?.locatedString
        state = node["State"]?.locatedString
        pattern = node["EventPattern"]?.locatedString
        schedule = node["ScheduleExpression"]?.locatedString
    }

    /// Whether an object is one.
    static func isOne(_ node: JSONNode) -> Bool {
        node["State"] != nil && AmazonResourceName(node["Arn"]?.string ?? "")?.service == "events"
    }
}
