/// A quick look at a policy that sorts out most ways of escalation before any statement is read in full.
enum EscalationCandidates {
    /// The ways whose actions all stand, by name or by a pattern, in Allow statements.
    static func find(in policy: Policy) -> [EscalationPath] {
        var named: Set<String> = []
        for statement in policy.statements where statement.allows {
            // What is not excluded is not worth a quick look.
            guard statement.notAction.isAbsent else { return EscalationPath.all }
            for action in statement.actions { named.formUnion(actions(matching: action.value)) }
        }
        return named.isEmpty ? [] : EscalationPath.all.filter { $0.actions.allSatisfy(named.contains) }
    }

    private static func actions(matching pattern: String) -> [String] {
        let service = pattern.prefix { $0 != ":" }
        let candidates =
            service.contains("*") || service.contains("?")
            ? Array(byService.values.joined()) : byService[service.lowercased()] ?? []
        return candidates.filter { GlobPattern.matches($0, pattern: pattern, ignoringCase: true) }
    }

    /// The actions of all ways, by the prefixes of their services.
    private static let byService: [String: [String]] = Dictionary(
        grouping: Set(EscalationPath.all.flatMap(\.actions)), by: { $0.prefix { $0 != ":" }.lowercased() })
}
