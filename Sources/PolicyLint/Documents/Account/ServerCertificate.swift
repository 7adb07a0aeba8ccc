/// A TLS certificate that is stored in IAM, as `aws iam list-server-certificates` lists it.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ServerCertificateMetadata.html>.
public struct ServerCertificate: Sendable {
    /// The certificate's object.
    public let span: SourceSpan
    /// `ServerCertificateName`.
    public let name: Located<String>?
    /// `Arn`.
    public let arn: Located<String>?
    /// `Expiration`.
    public let expiration: Located<Timestamp>?

    init(_ node: JSONNode) {
        span = node.span
        name = node["ServerCertificateName"]?.locatedString
        arn = node["Arn"]?.locatedString
        expiration = node["Expiration"]?.locatedMoment
    }
}
