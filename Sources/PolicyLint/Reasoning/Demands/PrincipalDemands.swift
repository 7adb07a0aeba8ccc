/// What demands say about who calls.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>.
extension RequestDemands {
    /// Whether only principals of one organization, or of a few, pass.
    var restrictsOrganization: Bool {
        restricts("aws:PrincipalOrgID") { Self.isOrganization($0) }
            || restricts("aws:PrincipalOrgPaths") { pattern in
                pattern.fields(separatedBy: "/").first.map(Self.isOrganization) ?? false
            }
    }

    /// Whether only principals of named accounts pass.
    var restrictsAccount: Bool {
        restricts("aws:PrincipalAccount", isAlwaysPresent: true) { Self.isAccount($0) }
            || restricts("aws:PrincipalArn", isAlwaysPresent: true) { pattern in
                let fields = pattern.fields(separatedBy: ":", maximum: 6)
                return fields.count == 6 && Self.isAccount(fields[4])
            }
            || restricts("aws:userid", isAlwaysPresent: true) { Self.beginsWithUniqueID($0) }
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
        restricts("aws:SourceIp") { !$0.isTrivial && $0.literal?.hasSuffix("/0") != true }
            || restricts("aws:SourceVpc") || restricts("aws:SourceVpce") || restricts("aws:VpceAccount")
            || restricts("aws:VpceOrgID")
    }

    /// Whether a service must act for named accounts, organizations or resources.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html>.
    var restrictsSource: Bool {
        restricts("aws:SourceAccount") || restricts("aws:SourceArn") || restricts("aws:SourceOrgID")
            || restricts("aws:SourceOrgPaths") || restricts("aws:SourceOwner")
    }

    /// Whether a request must carry what only those have who were given it: an access point of a named account,
    /// the token of an Alexa skill, the mark of an AWS service, or the way through a mount target, which stands in
    /// the VPC of a file system.
    ///
    /// Sources: <https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html>,
    /// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status>,
    /// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html>.
    var restrictsEntrance: Bool {
        restricts("s3:DataAccessPointAccount") || restricts("s3:DataAccessPointArn")
            || restricts("lambda:EventSourceToken") || restricts("aws:PrincipalServiceName")
            || restricts("aws:PrincipalIsAWSService") { $0.literal?.equalsIgnoringCase("true") ?? false }
            || restricts("elasticfilesystem:AccessedViaMountTarget") { $0.literal?.equalsIgnoringCase("true") ?? false }
    }

    /// Whether a request that meets the demands cannot be anybody's: it must come from somebody, somewhere or
    /// something that is known.
    var keepsStrangersOut: Bool {
        restrictsOrganization || restrictsAccount || restrictsNetwork || restrictsSource || restrictsEntrance
            || needs("kms:CallerAccount")
    }

    // MARK: Values

    private static func isOrganization(_ pattern: GlobPattern) -> Bool {
        guard let literal = pattern.literal else { return false }
        return literal.hasPrefix("o-") || literal.hasPrefix("${")
    }

    private static func isAccount(_ pattern: GlobPattern) -> Bool {
        guard let literal = pattern.literal else { return false }
        return AmazonResourceName.isAccountID(literal) || literal.hasPrefix("${")
    }

    private static func beginsWithUniqueID(_ pattern: GlobPattern) -> Bool {
        let prefix = pattern.prefix
        return prefix.utf8.count >= 20 && (prefix.hasPrefix("AROA") || prefix.hasPrefix("AIDA"))
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
