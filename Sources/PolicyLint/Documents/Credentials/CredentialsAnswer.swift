/// Credentials in JSON: the answers of `iam create-access-key` and of STS, and the output of a
/// `credential_process`.
enum CredentialsAnswer {
    /// The credentials of one answer; empty where it has none.
    static func credentials(_ node: JSONNode) -> [CredentialsList.Credential] {
        var found: [CredentialsList.Credential] = []
        for carrier in [node["AccessKey"], node["Credentials"], node].compactMap({ $0 }) {
            guard let secret = carrier["SecretAccessKey"], secret.string != nil else { continue }
            found.append(
                CredentialsList.Credential(
                    userName: carrier["UserName"]?.locatedString, accessKeyID: carrier["AccessKeyId"]?.locatedString,
                    secretAccessKey: secret.span, sessionToken: carrier["SessionToken"]?.span,
                    expiration: carrier["Expiration"]?.locatedString, span: carrier.span))
        }
        return found
    }
}
