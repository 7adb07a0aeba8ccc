/// Whether one statement reaches all that another reaches, its conditions left aside.
enum StatementCover {
    /// Whether `wide` matches every request that `narrow` matches, as far as actions, resources and
    /// principals go. Says no where it cannot tell.
    static func covers(_ wide: Statement, _ narrow: Statement) -> Bool {
        coversActions(wide, narrow) && coversResources(wide, narrow)
            && covers(wide, principals: narrow.principals, narrow)
    }

    /// Whether `wide` matches the action.
    static func covers(_ wide: Statement, action: String) -> Bool {
        if let list = wide.action.value { return list.items.contains { GlobPattern.covers($0.value, action) } }
        guard let list = wide.notAction.value else { return false }
        return !list.items.contains { GlobPattern.overlaps($0.value, action) }
    }

    /// Whether `wide` names the principal, its account, or everyone.
    static func covers(_ wide: Statement, principal: Principal) -> Bool {
        wide.principals.contains { covers($0, principal) }
    }

    /// Whether a principal can be another, or one is a part of the other.
    static func overlaps(_ left: Principal, _ right: Principal) -> Bool { covers(left, right) || covers(right, left) }

    private static func coversActions(_ wide: Statement, _ narrow: Statement) -> Bool {
        if let list = narrow.action.value {
            return !list.items.isEmpty && list.items.allSatisfy { covers(wide, action: $0.value) }
        }
        guard let excluded = narrow.notAction.value else { return false }
        // All but these: only a statement that excludes no more reaches as far.
        if let list = wide.action.value { return list.items.contains { $0.value == "*" } }
        guard let list = wide.notAction.value else { return false }
        return list.items.allSatisfy { item in excluded.items.contains { GlobPattern.covers($0.value, item.value) } }
    }

    private static func coversResources(_ wide: Statement, _ narrow: Statement) -> Bool {
        if wide.resource.isAbsent && wide.notResource.isAbsent {
            return narrow.resource.isAbsent && narrow.notResource.isAbsent
        }
        guard let list = wide.resource.value else { return false }
        if list.items.contains(where: { $0.value == "*" }) { return true }
        guard let other = narrow.resource.value, !other.items.isEmpty else { return false }
        return other.items.allSatisfy { item in list.items.contains { $0 == item } }
    }

    private static func covers(_ wide: Statement, principals: [Principal], _ narrow: Statement) -> Bool {
        if wide.principal.isAbsent && wide.notPrincipal.isAbsent { return true }
        guard !principals.isEmpty, wide.notPrincipal.isAbsent else { return false }
        return principals.allSatisfy { covers(wide, principal: $0) }
    }

    private static func covers(_ wide: Principal, _ narrow: Principal) -> Bool {
        // In a Principal, `*` is everyone, whatever the type of the other.
        if wide.type == .aws, wide.identity == .anyone { return true }
        guard wide.type == narrow.type else { return false }
        if wide.value == narrow.value { return true }
        guard case .account(let account, _) = wide.identity else { return false }
        switch narrow.identity {
        case .account(let other, _): return other == account
        case .user(let arn), .role(let arn), .roleSession(let arn): return arn.account == account
        default: return false
        }
    }
}
