extension AccountEvidence {
    /// Whether a user, role or identity provider of the account is certainly not there: all are known, and none has this
    /// ARN.
    public func lacks(_ arn: AmazonResourceName) -> Bool {
        guard arn.service == "iam", arn.account == accountID else { return false }
        switch arn.typeAndName.type {
        case "user": return users.isWhole && !users.elements.contains { Self.mayBe($0.name, $0.arn, arn) }
        case "role":
            // Services make roles for themselves when they need them.
            return roles.isWhole && !arn.resource.contains("/aws-service-role/")
                && !roles.elements.contains { Self.mayBe($0.name, $0.arn, arn) }
        case "oidc-provider", "saml-provider":
            if let count = summaryEntry("Providers"), count.value == 0 { return true }
            return providers(like: arn).isWhole && !lists(arn)
        default: return false
        }
    }

    /// Whether an identity provider is listed.
    func lists(_ provider: AmazonResourceName) -> Bool {
        providers(like: provider).elements.contains { $0.value.arn.value == provider.description }
    }

    /// The identity providers of the type that one is of.
    private func providers(like arn: AmazonResourceName) -> Listing<Sourced<IdentityProvider>> {
        arn.typeAndName.type == "saml-provider" ? samlProviders : openIDConnectProviders
    }

    /// The ARN of the user or role that somebody meant who wrote another; nil where none has a name like it.
    public func nearest(to arn: AmazonResourceName) -> String? {
        let known =
            arn.typeAndName.type == "user"
            ? users.elements.map { ($0.name, $0.arn) } : roles.elements.map { ($0.name, $0.arn) }
        let meant = NearestWord.choice(for: String(Self.name(of: arn)), among: known.map(\.0))
        return known.first { $0.0 == meant }?.1?.value.value
    }

    /// Whether a user or role has an ARN, as far as the export tells.
    private static func mayBe(_ name: String, _ known: Sourced<Located<String>>?, _ arn: AmazonResourceName) -> Bool {
        known.map { $0.value.value == arn.description } ?? (name == Self.name(of: arn))
    }

    /// The name in an ARN, without the path before it.
    private static func name(of arn: AmazonResourceName) -> Substring { arn.resource.split(separator: "/").last ?? "" }
}
