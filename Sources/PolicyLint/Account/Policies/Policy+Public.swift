extension Policy {
    /// Whether Amazon S3 may take a bucket's policy for a public one, which it refuses where `BlockPublicPolicy` is on. S3
    /// begins by assuming so, and asks of every Allow for principals, or values of a few keys, that are fixed; what is
    /// denied besides counts for nothing.
    ///
    /// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status>.
    var mayCountAsPublic: Bool {
        !unrecognisedStatements.isEmpty || statements.contains { !$0.denies && !$0.namesWhom }
    }
}

extension Statement {
    /// Whether only those pass who are named, or who come from where is named.
    fileprivate var namesWhom: Bool {
        let areNamed = !principals.isEmpty && principals.allSatisfy { $0.identity != .anyone && $0.value.value.isFixed }
        return areNamed || conditions.contains(where: \.namesWhom)
    }
}

extension Condition {
    /// Whether the condition lets through fixed values alone of a key that says whose a request is.
    fileprivate var namesWhom: Bool {
        guard let test = self.operator, !test.isNegated, !test.holdsWithoutKey, test.name != .null, !values.isEmpty,
            unrecognised.isEmpty
        else { return false }
        if isOn("aws:SourceIp") { return values.allSatisfy { AddressRange($0.value)?.isOfSomebody ?? false } }
        if isOn("s3:DataAccessPointArn") { return values.allSatisfy { Self.namesAccount($0.value) } }
        return isOn(Self.keys) && values.allSatisfy(\.value.isFixed)
    }

    /// The name of an access point may be any, where its account is fixed.
    private static func namesAccount(_ arn: String) -> Bool {
        AmazonResourceName(arn).map { AmazonResourceName.isAccountID($0.account) } ?? false
    }

    private static let keys: NameSet = [
        "aws:PrincipalOrgID", "aws:SourceArn", "aws:SourceVpc", "aws:SourceVpce", "aws:SourceOwner",
        "aws:SourceAccount", "aws:userid", "s3:DataAccessPointAccount",
    ]
}

extension String {
    /// Whether a value has neither wildcards nor variables.
    fileprivate var isFixed: Bool { !hasWildcard && !hasVariable }
}
