/// The form of what some condition keys hold, each value of which is made by AWS: a value of another form matches no
/// request.
///
/// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>,
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html>,
/// <https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html>,
/// <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html>.
enum KeyValueForm: Sendable {
    /// The number of an account, of twelve digits.
    case account
    /// The id of an organization: `o-a1b2c3d4e5`.
    case organization
    /// The place of an account in an organization, with a `/` at its end: `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/`.
    case organizationPath
    /// The principal of a service: `ec2.amazonaws.com`.
    case servicePrincipal
    /// A service with the Region in which it works: `s3.eu-central-1.amazonaws.com`.
    case serviceInRegion
    /// An action without the prefix of its service: `RunInstances`.
    case actionName

    /// The form of a key's values, whatever the case of its letters; nil where this table does not have it.
    init?(ofKey key: String, _ hash: TextHash) {
        guard let position = Self.keys.position(of: key, hash) else { return nil }
        self = Self.table[position].form
    }

    /// The keys of the table.
    static let keys = NameSet(table.map(\.key))

    private static let table: [(key: String, form: KeyValueForm)] = [
        ("aws:PrincipalAccount", .account), ("aws:ResourceAccount", .account), ("aws:SourceAccount", .account),
        ("aws:SourceOwner", .account), ("aws:VpceAccount", .account), ("kms:CallerAccount", .account),
        ("s3:ResourceAccount", .account), ("s3:DataAccessPointAccount", .account),
        ("aws:PrincipalOrgID", .organization), ("aws:ResourceOrgID", .organization),
        ("aws:SourceOrgID", .organization), ("aws:VpceOrgID", .organization),
        ("aws:PrincipalOrgPaths", .organizationPath), ("aws:ResourceOrgPaths", .organizationPath),
        ("aws:SourceOrgPaths", .organizationPath), ("aws:VpceOrgPaths", .organizationPath),
        ("aws:PrincipalServiceName", .servicePrincipal), ("aws:CalledVia", .servicePrincipal),
        ("aws:CalledViaFirst", .servicePrincipal), ("aws:CalledViaLast", .servicePrincipal),
        ("iam:PassedToService", .servicePrincipal), ("iam:AWSServiceName", .servicePrincipal),
        ("kms:ViaService", .serviceInRegion),
        ("ec2:CreateAction", .actionName), ("ecs:CreateAction", .actionName),
        ("elasticloadbalancing:CreateAction", .actionName),
    ]

    /// Whether a value may be of this form, its `*` and `?` read as wildcards.
    func mayBe(_ text: String) -> Bool {
        switch self {
        case .account:
            // Requests that nobody signed are of an account of this name.
            if text.equalsIgnoringCase("anonymous") || text.isEmpty { return true }
            if text.hasWildcard { return text.utf8.allSatisfy { $0.isDigit || GlobPattern.isSpecial($0) } }
            return AmazonResourceName.isAccountID(text)
        case .organization: return overlaps(text, "o-*")
        case .organizationPath: return overlaps(text, "o-*/")
        case .servicePrincipal: return overlaps(text, "*.*") && !text.hasPrefix("arn:")
        case .serviceInRegion: return overlaps(text, "*.*.amazonaws.*")
        case .actionName: return !text.utf8.contains(UInt8(ascii: ":"))
        }
    }

    private func overlaps(_ text: String, _ form: String) -> Bool {
        // A quick look: mostly a text with a letter for each wildcard is of the form.
        let sample = text.hasWildcard ? Self.sample(of: text) : text
        if GlobPattern.matches(sample, pattern: form) { return true }
        func pattern(_ text: String) -> GlobPattern {
            GlobPattern(value: text, hasWildcards: true, hasVariables: false)
        }
        return pattern(text).overlaps(pattern(form)) != .no
    }
    private static func sample(of text: String) -> String {
        let letters = text.utf8.map { NamePattern.isWildcard($0) ? UInt8(ascii: "x") : $0 }
        return String(decoding: letters, as: UTF8.self)
    }
}
