/// What demands say about who calls.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>.
extension RequestDemands {
    /// Whether only principals of one organization, or of a few, pass.
    var restrictsOrganization: Bool {
        restricts("aws:PrincipalOrgID") { Self.isOrganization($0) }
            || restricts("aws:PrincipalOrgPaths") { Self.isPathOfOrganization($0) }
    }

    /// Whether only principals of named accounts pass.
    var restrictsAccount: Bool {
        restricts("aws:PrincipalAccount", isAlwaysPresent: true) { Self.isAccount($0) }
            || restricts("aws:PrincipalArn", isAlwaysPresent: true) { pattern in
                let fields = pattern.fields(separatedBy: ":", maximum: 6)
                return fields.count == 6 && Self.isAccount(fields[4])
            }
            || restricts("aws:userid", isAlwaysPresent: true) { Self.namesUser($0) }
    }

    /// Whether only principals of one account pass.
    func restrictsAccount(to account: String) -> Bool {
        restricts("aws:PrincipalAccount", isAlwaysPresent: true) { $0.literal == account }
            || restricts("aws:PrincipalArn", isAlwaysPresent: true) { pattern in
                let fields = pattern.fields(separatedBy: ":", maximum: 6)
                return fields.count == 6 && fields[4].literal == account
            }
            || restricts("aws:userid", isAlwaysPresent: true) { $0.literal == account }
    }

    /// The users, by ARN, of whom alone a request can be; nil where others can pass.
    var onlyUsers: [AmazonResourceName]? {
        func user(_ pattern: GlobPattern) -> AmazonResourceName? {
            pattern.literal.flatMap { AmazonResourceName($0) }.flatMap { arn in
                arn.service == "iam" && arn.resource.hasPrefix("user/") ? arn : nil
            }
        }
        let names = demands.lazy.filter { $0.key.equalsIgnoringCase("aws:PrincipalArn") }.compactMap(\.accepted)
        return names.first { !$0.isEmpty && $0.allSatisfy { user($0) != nil } }?.compactMap(user)
    }

    /// Whether, of the principals of one account, only named ones pass: by ARN, name, id or tag.
    var restrictsPrincipal: Bool {
        restricts("aws:PrincipalArn", isAlwaysPresent: true) { Self.namesPrincipal($0) }
            || restricts("aws:userid", isAlwaysPresent: true)
            || restricts("aws:username")
            || restricts({ $0.hasPrefixIgnoringCase("aws:PrincipalTag/") })
    }

    /// Whether the caller must know an external id.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html>.
    var needsExternalID: Bool { restricts("sts:ExternalId") }

    /// Whether the caller must have signed in with MFA.
    var needsMultiFactor: Bool {
        restricts("aws:MultiFactorAuthPresent") { $0.literal?.equalsIgnoringCase("true") ?? false }
            || needs("aws:MultiFactorAuthAge")
    }

    /// Whether the request must come from named networks.
    var restrictsNetwork: Bool {
        restricts("aws:SourceIp") { Self.isNetwork($0) }
            || restricts("aws:SourceVpc") { Self.isFixed($0) } || restricts("aws:SourceVpce") { Self.isFixed($0) }
            || restricts("vpc-lattice-svcs:SourceVpc") { Self.isFixed($0) }
            || restricts("vpc-lattice-svcs:SourceVpcOwnerAccount") { Self.isAccount($0) }
            || restricts("aws:VpceAccount") { Self.isAccount($0) }
            || restricts("aws:VpceOrgID") { Self.isOrganization($0) }
    }

    /// Whether a service must act for named accounts, organizations or resources.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html>.
    var restrictsSource: Bool { restrictsSource(isAlwaysPresent: false) }

    /// The same of requests that services make, and what says as much: the data whose key a service uses, another
    /// service to which a key is handed on, the token of an Alexa skill, an access point with a policy of its own.
    /// `IfExists` spares services that do not say for whom they act.
    ///
    /// Sources: <https://docs.aws.amazon.com/kms/latest/developerguide/encrypt_context.html#encryption-context-authorization>,
    /// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html>,
    /// <https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/access-control-managing-permissions.html#KMS-key-policy-for-DNSSEC>.
    var restrictsCustomer: Bool {
        restrictsSource(isAlwaysPresent: true)
            || restricts({ $0.hasPrefixIgnoringCase("kms:EncryptionContext:") }, where: { Self.namesSource($0) })
            || restricts("kms:GrantIsForAWSResource") { $0.literal?.equalsIgnoringCase("true") ?? false }
            || restricts("kms:CallerAccount") { Self.isAccount($0) } || restricts("lambda:EventSourceToken")
            || restrictsAccessPoint
    }

    /// Whether the request must come through access points of named accounts; their own names may be any.
    ///
    /// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status>.
    private var restrictsAccessPoint: Bool {
        restricts("s3:DataAccessPointAccount") { Self.isAccount($0) }
            || restricts("s3:DataAccessPointArn") { pattern in
                let fields = pattern.fields(separatedBy: ":", maximum: 6)
                return fields.count == 6 && Self.isAccount(fields[4])
            }
    }

    private func restrictsSource(isAlwaysPresent: Bool) -> Bool {
        func restricts(_ key: String, where isNarrow: (GlobPattern) -> Bool) -> Bool {
            self.restricts(key, isAlwaysPresent: isAlwaysPresent, where: isNarrow)
        }
        return restricts("aws:SourceAccount") { Self.isAccount($0) }
            || restricts("aws:SourceArn") { Self.namesSource($0) }
            || restricts("aws:SourceOwner") { Self.isAccount($0) }
            || restricts("aws:SourceOrgID") { Self.isOrganization($0) }
            || restricts("aws:SourceOrgPaths") { Self.isPathOfOrganization($0) }
    }

    /// Whether a request must carry what only those have who were given it: an access point of a named account,
    /// the token of an Alexa skill, the mark of an AWS service, or the way through a mount target, which stands in
    /// the VPC of a file system.
    ///
    /// Sources: <https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html>,
    /// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status>,
    /// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html>.
    var restrictsEntrance: Bool {
        restrictsAccessPoint
            || restricts("lambda:EventSourceToken") || needServicePrincipal
            || restricts("elasticfilesystem:AccessedViaMountTarget") { $0.literal?.equalsIgnoringCase("true") ?? false }
    }

    /// Whether only AWS services pass, by their own principals.
    var needServicePrincipal: Bool {
        restricts("aws:PrincipalServiceName")
            || restricts("aws:PrincipalIsAWSService") { $0.literal?.equalsIgnoringCase("true") ?? false }
    }

    /// The services, by their principals, of which alone a request can be; nil where others can pass.
    var onlyServices: [String]? {
        let names = demands.lazy.filter { $0.key.equalsIgnoringCase("aws:PrincipalServiceName") && !$0.holdsWithoutKey }
        return names.compactMap(\.accepted).first { !$0.isEmpty && $0.allSatisfy { $0.literal != nil } }?
            .compactMap(\.literal)
    }

    /// Whether a request that meets the demands cannot be anybody's: it must come from somebody, somewhere or
    /// something that is known.
    var keepsStrangersOut: Bool { hold(\.sayWhoPasses) }

    private var sayWhoPasses: Bool {
        restrictsOrganization || restrictsAccount || restrictsNetwork || restrictsSource || restrictsEntrance
            || needs("kms:CallerAccount")
    }

    // MARK: Values

    /// Whether a pattern matches the id of one organization at most.
    private static func isOrganization(_ pattern: GlobPattern) -> Bool { pattern.literal != nil }

    /// Whether a pattern matches one value alone. Of others AWS says that they make a policy public.
    ///
    /// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status>.
    private static func isFixed(_ pattern: GlobPattern) -> Bool { pattern.literal != nil }

    private static func isPathOfOrganization(_ pattern: GlobPattern) -> Bool {
        pattern.fields(separatedBy: "/").first.map(isOrganization) ?? false
    }

    /// Whether a pattern matches one account at most. Requests without a signature are of an account of this name.
    private static func isAccount(_ pattern: GlobPattern) -> Bool {
        pattern.literal.map { !$0.equalsIgnoringCase("anonymous") } ?? false
    }

    /// Whether a pattern of `aws:userid` names a user, a role whose sessions are called anything, or an account:
    /// its number is the id of its root user, and the beginning of its federated users' ids.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable>.
    private static func namesUser(_ pattern: GlobPattern) -> Bool {
        let fields = pattern.fields(separatedBy: ":", maximum: 2)
        if isAccount(pattern) || fields.count == 2 && isAccount(fields[0]) { return true }
        let prefix = pattern.prefix
        return prefix.utf8.count >= 20 && (prefix.hasPrefix("AROA") || prefix.hasPrefix("AIDA"))
    }

    /// Whether a pattern of `aws:SourceArn` says whose the resource is: by its account, or by a name that is nobody
    /// else's.
    private static func namesSource(_ pattern: GlobPattern) -> Bool {
        let fields = pattern.fields(separatedBy: ":", maximum: 6)
        guard fields.count == 6 else { return !pattern.isTrivial }
        let (service, account, resource) = (fields[2].literal, fields[4], fields[5])
        if account.literal?.isEmpty == false { return true }
        switch service {
        // The names of buckets are unique, and so are the ids of APIs and distributions.
        case "s3", "execute-api": return !resource.prefix.isEmpty
        case "cloudfront": return resource.literal != nil
        default: return account.literal != nil && !resource.isTrivial
        }
    }

    /// Whether a range of addresses is one of somebody's.
    private static func isNetwork(_ pattern: GlobPattern) -> Bool {
        guard let literal = pattern.literal, let range = AddressRange(literal) else { return !pattern.isTrivial }
        return range.isOfSomebody
    }

    /// Whether an ARN pattern says more than an account or a type of principal.
    private static func namesPrincipal(_ pattern: GlobPattern) -> Bool {
        let fields = pattern.fields(separatedBy: ":", maximum: 6)
        guard fields.count == 6 else { return !pattern.isTrivial }
        if fields[5].literal != nil { return true }
        let parts = fields[5].fields(separatedBy: "/", maximum: 2)
        return parts.count == 2 && !parts[1].isTrivial
    }
}
