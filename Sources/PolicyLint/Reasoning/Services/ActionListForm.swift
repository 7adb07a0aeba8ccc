/// How a list of actions is written: with every action that it stands for, or with few wildcards.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html>.
public enum ActionListForm: String, CaseIterable, Sendable {
    /// Wildcards are written out.
    case expanded
    /// Wildcards stand for what they match.
    case shrunk

    /// What takes the place of members of a list, by their positions: nothing where one falls to another. Of
    /// the actions that the catalogue knows, the list stands for the same ones afterwards.
    func replacements(for actions: [String], _ catalogue: ServiceCatalogue) -> [Int: [String]] {
        switch self {
        case .expanded: Self.expand(actions, catalogue)
        case .shrunk: ActionWildcards(actions, catalogue).replacements
        }
    }

    private static func expand(_ actions: [String], _ catalogue: ServiceCatalogue) -> [Int: [String]] {
        var written = Set(actions.lazy.filter { !$0.hasWildcard }.map { $0.lowercased() })
        var replacements: [Int: [String]] = [:]
        for (index, action) in actions.enumerated() where action.hasWildcard && action.isOfOneService {
            let meant = catalogue.actions(matching: action).map(\.name)
            // What matches nothing that is known may match what is not.
            if meant.isEmpty { continue }
            replacements[index] = meant.filter { written.insert($0.lowercased()).inserted }
        }
        return replacements
    }
}

extension String {
    /// Whether an action, or a pattern of actions, names its service in full.
    var isOfOneService: Bool {
        guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return !self[..<colon].utf8.contains(where: NamePattern.isWildcard)
    }
}
