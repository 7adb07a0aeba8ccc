/// Global condition keys that only requests of one sort of caller carry.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>, under
/// "Availability" of each key.
enum CallerKey {
    /// Keys of IAM principals that the requests of service principals never carry: services are in no
    /// organization, and have no tags and no user name.
    static func isOnlyOfIAMPrincipals(_ key: String) -> Bool {
        keysOfIAMPrincipals.contains { key.equalsIgnoringCase($0) }
            || key.hasPrefixIgnoringCase("aws:PrincipalTag/") && !isOfCertificate(key)
    }

    /// Tags that say what stands in a certificate. IAM Roles Anywhere, which asks by its service principal, puts
    /// them into the request by which a role is assumed.
    ///
    /// Sources: <https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html>,
    /// <https://docs.aws.amazon.com/rolesanywhere/latest/userguide/attribute-mapping-and-trust-policy.html>.
    private static func isOfCertificate(_ key: String) -> Bool {
        tagsOfCertificates.contains { key.hasPrefixIgnoringCase($0) }
    }

    /// Keys that say something of the principal, and nothing that holds for a service principal.
    static func isOfPrincipal(_ key: String) -> Bool {
        isOnlyOfIAMPrincipals(key) || isOfCertificate(key)
            || keysOfAnyPrincipal.contains { key.equalsIgnoringCase($0) }
    }

    /// Keys that say for whom a service acts: only the requests of service principals carry them.
    static func isOfSource(_ key: String) -> Bool { keysOfSource.contains { key.equalsIgnoringCase($0) } }

    /// Keys that name the service whose principal asks.
    static func isOfServicePrincipal(_ key: String) -> Bool {
        key.equalsIgnoringCase("aws:PrincipalServiceName") || key.equalsIgnoringCase("aws:PrincipalServiceNamesList")
    }

    /// Keys that only signed requests carry.
    static func isOfSignedRequests(_ key: String) -> Bool {
        keysOfSignedRequests.contains { key.equalsIgnoringCase($0) } || key.hasPrefixIgnoringCase("aws:PrincipalTag/")
            || isOfServicePrincipal(key) || isOfSource(key)
    }

    /// Keys that say from which network a request comes. What a service asks of another for its caller comes from
    /// AWS's own addresses, and from no VPC or endpoint of the caller.
    static func isOfNetwork(_ key: String) -> Bool {
        key.equalsIgnoringCase("aws:SourceIp") || isOfPrivateNetwork(key)
    }

    /// Those of them that only requests through a VPC endpoint carry.
    static func isOfPrivateNetwork(_ key: String) -> Bool {
        keysOfPrivateNetwork.contains { key.equalsIgnoringCase($0) }
    }

    /// The key for the source that asks of it what a key of the principal asks of an IAM principal.
    static func source(likePrincipal key: String) -> String? {
        sourceLikePrincipal.first { key.equalsIgnoringCase($0.principal) }?.source
    }

    private static let keysOfIAMPrincipals = ["aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:username"]
    private static let tagsOfCertificates = [
        "aws:PrincipalTag/x509Subject/", "aws:PrincipalTag/x509Issuer/", "aws:PrincipalTag/x509SAN/",
    ]
    private static let keysOfAnyPrincipal = [
        "aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalType", "aws:userid",
    ]
    private static let keysOfSignedRequests = [
        "aws:PrincipalArn", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:username", "aws:PrincipalIsAWSService",
        "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge", "aws:TokenIssueTime", "aws:FederatedProvider",
        "aws:SourceIdentity", "aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast", "aws:AssumedRoot",
    ]
    private static let keysOfSource = ["aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID", "aws:SourceOrgPaths"]
    private static let keysOfPrivateNetwork = [
        "aws:SourceVpc", "aws:SourceVpcArn", "aws:SourceVpce", "aws:VpcSourceIp", "aws:VpceAccount", "aws:VpceOrgID",
        "aws:VpceOrgPaths",
    ]
    private static let sourceLikePrincipal: [(principal: String, source: String)] = [
        ("aws:PrincipalOrgID", "aws:SourceOrgID"), ("aws:PrincipalOrgPaths", "aws:SourceOrgPaths"),
    ]
}
