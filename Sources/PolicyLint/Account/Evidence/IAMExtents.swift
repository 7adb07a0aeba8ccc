/// How much of IAM's lists an export holds.
struct IAMExtents {
    /// The lists.
    enum List: String, CaseIterable {
        case users, groups, roles, policies

        /// The list of a member of an answer.
        init?(member: String) {
            switch member {
            case "UserDetailList", "Users": self = .users
            case "GroupDetailList", "Groups": self = .groups
            case "RoleDetailList", "Roles": self = .roles
            case "Policies": self = .policies
            default: return nil
            }
        }

        /// The entry of the account summary that counts the list; it counts no policies of AWS's own.
        var summaryEntry: String? {
            switch self {
            case .users: "Users"
            case .groups: "Groups"
            case .roles: "Roles"
            case .policies: nil
            }
        }
    }

    private var whole: [List: [Evidence]] = [:]
    private var partial: [List: [Evidence]] = [:]
    /// The numbers of elements in the answers that list all.
    private var counts: [List: Set<Int>] = [:]

    /// Where AWS did not let the exporter list.
    private var refused: [List: [Evidence]] = [:]

    /// Notes that AWS did not let the exporter list something.
    mutating func refuse(_ lists: [List], _ evidence: Evidence) {
        for list in lists { refused[list, default: []].append(evidence) }
    }

    /// Notes an answer that lists all, or a part.
    mutating func note(_ list: List, count: Int, isWhole: Bool, _ evidence: Evidence) {
        if isWhole {
            whole[list, default: []].append(evidence)
            counts[list, default: []].insert(count)
        } else {
            partial[list, default: []].append(evidence)
        }
    }

    /// Notes the lists of an answer.
    mutating func note(_ export: IAMExport, _ source: EvidenceSource) {
        for list in export.lists {
            guard let name = List(member: list.name) else { continue }
            let evidence = source.evidence("`\(list.name)` has \(list.count)", at: list.span)
            // `--filter` leaves the other lists empty.
            if list.count == 0, export.isAuthorizationDetails { continue }
            // The groups of one user, and policies by a filter, are listed in the same shape.
            let isAll = export.isAuthorizationDetails || name == .users || name == .roles
            note(name, count: list.count, isWhole: isAll && !export.isTruncated, evidence)
        }
    }

    /// The list of these elements. Pages without their end are a part, unless the account summary counts as many.
    func listing<Element>(_ elements: [Element], of list: List, _ summary: Known<AccountSummary>) -> Listing<Element> {
        let sources = (whole[list] ?? []) + (partial[list] ?? [])
        let counted = list.summaryEntry.flatMap { name in
            summary.value.flatMap { summary in
                summary.value.entry(name).map { entry in
                    (entry.value, summary.evidence("`\(name)` is \(entry.value)", at: entry.member.span))
                }
            }
        }
        if let (number, evidence) = counted {
            if number == elements.count { return Listing(elements, extent: .whole, sources: sources + [evidence]) }
            let isUntold = elements.isEmpty && sources.isEmpty
            if isUntold, let refused = refused[list] { return Listing(extent: .refused, sources: refused + [evidence]) }
            return Listing(elements, extent: isUntold ? .unknown : .partial, sources: sources + [evidence])
        }
        // Answers that list all, and not as many, are not of the same day. The last page is not all, either.
        if partial[list] == nil, counts[list]?.count ?? 0 > 1 {
            return Listing(elements, extent: .contradictory, sources: sources)
        }
        if sources.isEmpty {
            guard elements.isEmpty, let refused = refused[list] else {
                return Listing(elements, extent: elements.isEmpty ? .unknown : .partial, sources: refused[list] ?? [])
            }
            return Listing(extent: .refused, sources: refused)
        }
        return Listing(elements, extent: partial[list] == nil ? .whole : .partial, sources: sources)
    }
}
