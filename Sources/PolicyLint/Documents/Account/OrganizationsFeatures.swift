/// The answer of `aws iam list-organizations-features`: what the organization does with the root users of
/// its member accounts.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOrganizationsFeatures.html>.
public struct OrganizationsFeatures: Sendable {
    /// The answer's object.
    public let span: SourceSpan
    /// `EnabledFeatures`.
    public let enabled: [Located<String>]
    /// `OrganizationId`.
    public let organizationID: Located<String>?

    /// The feature with which root's credentials are removed from member accounts, where it is on.
    public var rootCredentialsManagement: Located<String>? { enabled.first { $0.value == "RootCredentialsManagement" } }
    /// The feature with which short root sessions in member accounts are taken, where it is on.
    public var rootSessions: Located<String>? { enabled.first { $0.value == "RootSessions" } }

    init(_ node: JSONNode) {
        span = node.span
        enabled = node["EnabledFeatures"]?.locatedStrings ?? []
        organizationID = node["OrganizationId"]?.locatedString
    }
}
