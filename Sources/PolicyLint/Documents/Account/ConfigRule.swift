/// A rule of AWS Config, as `aws configservice describe-config-rules` lists it.
///
/// Source: <https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigRule.html>.
public struct ConfigRule: Sendable {
    /// The rule's object.
    public let span: SourceSpan
    /// `ConfigRuleName`.
    public let name: Located<String>?
    /// `ConfigRuleState`: `ACTIVE`, `DELETING`, ….
    public let state: Located<String>?
    /// `SourceIdentifier` of `Source`: for AWS's own rules, their name in capitals.
    public let sourceIdentifier: Located<String>?

    init(_ node: JSONNode) {
        span = node.span
        name = node["ConfigRuleName"]?.locatedString
        state = node["ConfigRuleState"]?.locatedString
        sourceIdentifier = node["Source"]?["SourceIdentifier"]?.locatedString
    }
}
