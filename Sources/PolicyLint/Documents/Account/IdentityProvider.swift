/// An identity provider of the account, as `aws iam list-open-id-connect-providers` and `aws iam list-saml-providers` list
/// it.
///
/// Sources: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_OpenIDConnectProviderListEntry.html>,
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SAMLProviderListEntry.html>.
public struct IdentityProvider: Sendable {
    /// The provider's object.
    public let span: SourceSpan
    /// `Arn`.
    public let arn: Located<String>

    /// Reads an element of the list; nil where it does not say which provider it is.
    init?(_ node: JSONNode) {
        guard let arn = node["Arn"]?.locatedString else { return nil }
        span = node.span
        self.arn = arn
    }
}
