/// The active access keys of a user, as the credential report or the list of keys tells them.
struct ActiveKeys {
    /// An access key.
    struct Key {
        /// What shows it.
        let evidence: Evidence
        /// When it was made or last changed, and where that stands.
        let made: (moment: Timestamp, evidence: Evidence)?
        /// When it was last used, and where that stands; only the credential report tells.
        let lastUsed: (moment: Timestamp?, evidence: Evidence)?
    }

    /// The keys.
    private(set) var keys: [Key] = []
    /// What proves that there is none, or no other.
    private(set) var absence: [Evidence] = []
    /// Why there may be others; nil where there are not.
    private(set) var gap: EvidenceGap?

    /// The keys of a user. The report tells more of a key than the list does.
    init(_ user: UserEvidence) {
        let reported = user.row.map { row in (1...2).map { Self.key($0, row) } } ?? []
        let isReported = reported.count == 2 && reported.allSatisfy { $0.isActive != nil }
        let listed = user.accessKeys.elements.filter(\.value.isActive)
        if isReported {
            keys = reported.compactMap(\.key)
            absence = reported.compactMap(\.absence)
            if user.accessKeys.isWhole, listed.count != keys.count {
                gap = EvidenceGap(
                    "two answers differ on the user's keys: one of them is older",
                    keys.map(\.evidence) + user.accessKeys.sources)
            }
        } else {
            keys = listed.map { Self.key($0) }
            absence = user.accessKeys.isWhole ? user.accessKeys.sources : []
            gap = user.accessKeys.gap("access keys of the user")
        }
    }

    /// What the report says of a key: whether it is active, and if so, the key.
    private static func key(
        _ number: Int, _ row: Sourced<CredentialReport.Row>
    ) -> (isActive: Bool?, key: Key?, absence: Evidence?) {
        let name = "access_key_\(number)_"
        guard let isActive = row.value.flag(name + "active"), let cell = row.value[name + "active"] else {
            return (nil, nil, nil)
        }
        let said = row.evidence("`\(name)active` is `\(cell.value)`", at: cell.span)
        if !isActive { return (false, nil, said) }
        let made = moment(name + "last_rotated", row)
        let key = Key(
            evidence: said, made: made.flatMap { made in made.moment.map { ($0, made.evidence) } },
            lastUsed: moment(name + "last_used_date", row))
        return (true, key, nil)
    }

    private static func key(_ key: Sourced<AccessKeyMetadata>) -> Key {
        let status = key.value.status?.span ?? key.value.span
        return Key(
            evidence: key.evidence("`Status` is `Active`", at: status),
            made: key.value.createDate.map {
                ($0.value, key.evidence("`CreateDate` is `\($0.value)`", at: $0.span))
            }, lastUsed: nil)
    }

    /// A date of the report. `N/A` and `no_information`: never, as far as AWS knows.
    static func moment(
        _ column: String, _ row: Sourced<CredentialReport.Row>
    ) -> (moment: Timestamp?, evidence: Evidence)? {
        row.value[column].map { cell in
            (row.value.date(column), row.evidence("`\(column)` is `\(cell.value)`", at: cell.span))
        }
    }
}
