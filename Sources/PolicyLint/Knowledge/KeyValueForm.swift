/// The form of what some condition keys hold, each value of which is made by AWS: a value of another form matches no
/// request.
///
/// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>,
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html>,
/// <https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html>.
enum KeyValueForm: Sendable {
    /// The number of an account, of twelve digits.
    case account
    /// The id of an organization: `o-a1b2c3d4e5`.
    case organization
    /// The principal of a service: `ec2.amazonaws.com`.
    case servicePrincipal
    /// A service with the Region in which it works: `s3.eu-central-1.amazonaws.com`.
    case serviceInRegion

    /// The form of a key's values, whatever the case of its letters; nil where this table does not have it.
    init?(ofKey key: String) {
        guard let entry = Self.keys.first(where: { key.equalsIgnoringCase($0.key) }) else { return nil }
        self = entry.form
    }

    private static let keys: [(key: String, form: KeyValueForm)] = [
        ("aws:PrincipalAccount", .account), ("aws:ResourceAccount", .account), ("aws:SourceAccount", .account),
        ("aws:SourceOwner", .account), ("aws:VpceAccount", .account), ("kms:CallerAccount", .account),
        ("s3:ResourceAccount", .account), ("s3:DataAccessPointAccount", .account),
        ("aws:PrincipalOrgID", .organization), ("aws:ResourceOrgID", .organization),
        ("aws:SourceOrgID", .organization), ("aws:VpceOrgID", .organization),
        ("aws:PrincipalServiceName", .servicePrincipal), ("aws:CalledVia", .servicePrincipal),
        ("aws:CalledViaFirst", .servicePrincipal), ("aws:CalledViaLast", .servicePrincipal),
        ("iam:PassedToService", .servicePrincipal), ("iam:AWSServiceName", .servicePrincipal),
        ("kms:ViaService", .serviceInRegion),
    ]

    /// Whether a value may be of this form, its `*` and `?` read as wildcards.
    func mayBe(_ text: String) -> Bool {
        switch self {
        case .account:
            // Words, such as `anonymous`, stand for accounts of another sort. What looks like a number, and is none, does
            // not.
            let isNumberLike = text.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }
            if isNumberLike { return AmazonResourceName.isAccountID(text) || text.isEmpty }
            return !text.hasPrefix("arn:") && !text.hasPrefix("o-") && !text.hasPrefix("ou-")
        case .organization: return overlaps(text, "o-*")
        case .servicePrincipal: return overlaps(text, "*.*") && !text.hasPrefix("arn:")
        case .serviceInRegion: return overlaps(text, "*.*.amazonaws.*")
        }
    }

    private func overlaps(_ text: String, _ form: String) -> Bool {
        func pattern(_ text: String) -> GlobPattern {
            GlobPattern(value: text, hasWildcards: true, hasVariables: false)
        }
        return pattern(text).overlaps(pattern(form)) != .no
    }
}
