/// An analyzer of IAM Access Analyzer, as `aws accessanalyzer list-analyzers` lists it.
///
/// Source: <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_AnalyzerSummary.html>.
public struct Analyzer: Sendable {
    /// The analyzer's object.
    public let span: SourceSpan
    /// `name`.
    public let name: Located<String>?
    /// `arn`.
    public let arn: Located<String>?
    /// `type`: `ACCOUNT`, `ORGANIZATION`, `ACCOUNT_UNUSED_ACCESS`, ….
    public let type: Located<String>?
    /// `status`: `ACTIVE`, `CREATING`, `DISABLED` or `FAILED`.
    public let status: Located<String>?

    init(_ node: JSONNode) {
        span = node.span
        name = node["name"]?.locatedString
        arn = node["arn"]?.locatedString
        type = node["type"]?.locatedString
        status = node["status"]?.locatedString
    }
}
