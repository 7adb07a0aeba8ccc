/// One principal of a policy.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>.
public struct Principal: Sendable {
    /// The keys of the `Principal` object.
    public enum PrincipalType: String, CaseIterable, Sendable {
        case aws = "AWS"
        case service = "Service"
        case federated = "Federated"
        case canonicalUser = "CanonicalUser"

        /// The type that a key means, slips forgiven. AWS takes only `rawValue`.
        init?(meantBy key: String) {
            if let exact = PrincipalType(rawValue: key) {
                self = exact
            } else if let meant = NearestWord.find(key, among: Self.allCases.map(\.rawValue)) {
                self.init(rawValue: meant)
            } else {
                return nil
            }
        }
    }

    /// The key under which it stands.
    public let type: PrincipalType
    /// The principal as written.
    public let value: Located<String>

    /// What an AWS principal names.
    public enum Identity: Hashable, Sendable {
        /// `*`: everyone.
        case anyone
        /// A whole account, written as `arn:aws:iam::111122223333:root`, or as its twelve digits.
        case account(String, partition: String)
        /// An IAM user.
        case user(AmazonResourceName)
        /// An IAM role.
        case role(AmazonResourceName)
        /// A session of a role (`assumed-role`).
        case roleSession(AmazonResourceName)
        /// A federated user session (`federated-user`).
        case federatedSession(AmazonResourceName)
        /// A unique id (`AIDA…`, `AROA…`), which AWS puts in the place of a deleted user or role.
        case uniqueID(String)
        /// A service.
        case service(String)
        /// An OpenID Connect provider: the host and path of its URL, without the scheme.
        case openIDConnectProvider(String)
        /// A SAML provider.
        case samlProvider(AmazonResourceName)
        /// A canonical user id.
        case canonicalUser(String)
        /// Anything else.
        case other
    }

    /// What the principal names.
    public var identity: Identity {
        let text = value.value
        switch type {
        case .canonicalUser: return .canonicalUser(text)
        case .service: return text == "*" ? .anyone : .service(text)
        case .federated: return Self.federatedIdentity(text)
        case .aws: return Self.awsIdentity(text)
        }
    }

    private static func federatedIdentity(_ text: String) -> Identity {
        if text == "*" { return .anyone }
        guard let arn = AmazonResourceName(text) else {
            // Web identity providers that AWS knows by name: `accounts.google.com`, ….
            return text.utf8.contains(UInt8(ascii: ".")) && !text.utf8.contains(UInt8(ascii: ":"))
                ? .openIDConnectProvider(text) : .other
        }
        let (resourceType, name) = arn.typeAndName
        switch resourceType {
        case "oidc-provider" where arn.service == "iam" && !name.isEmpty: return .openIDConnectProvider(String(name))
        case "saml-provider" where arn.service == "iam": return .samlProvider(arn)
        default: return .other
        }
    }

    private static func awsIdentity(_ text: String) -> Identity {
        if text == "*" { return .anyone }
        if AmazonResourceName.isAccountID(text) { return .account(text, partition: "aws") }
        guard let arn = AmazonResourceName(text) else { return isUniqueID(text) ? .uniqueID(text) : .other }
        let (resourceType, _) = arn.typeAndName
        switch (arn.service, resourceType) {
        case ("iam", "root") where arn.resource == resourceType: return .account(arn.account, partition: arn.partition)
        case ("iam", "user"): return .user(arn)
        case ("iam", "role"): return .role(arn)
        case ("sts", "assumed-role"): return .roleSession(arn)
        case ("sts", "federated-user"): return .federatedSession(arn)
        default: return .other
        }
    }

    /// Whether a text is the unique id of an IAM entity: a four-letter prefix and 16 or more upper-case
    /// letters and digits.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html>.
    private static func isUniqueID(_ text: String) -> Bool {
        let prefixes = ["AIDA", "AROA", "AGPA", "AIPA", "ANPA", "ANVA", "ASCA", "APKA"]
        return (16...128).contains(text.utf8.count) && prefixes.contains(String(text.prefix(4)))
            && text.utf8.allSatisfy { $0.isDigit || ($0.isLetter && $0.asciiLowercased != $0) }
    }
}
