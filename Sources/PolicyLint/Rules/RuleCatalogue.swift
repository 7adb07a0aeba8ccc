/// All rules, for those who select, list and explain them.
public enum RuleCatalogue {
    /// The metadata of all rules, by wing and id.
    public static let all: [RuleMetadata] = rules.map { $0.metadata }

    /// The rules in the same order.
    static let rules: [any Rule.Type] = RuleIndex.all.sorted {
        let (left, right) = ($0.metadata, $1.metadata)
        return (left.wing.rawValue, left.id) < (right.wing.rawValue, right.id)
    }

    /// The metadata of one rule.
    public static func metadata(for id: String) -> RuleMetadata? { all.first { $0.id == id } }

    /// The ids of the rules that a word names: an id, a wing, or `all`.
    public static func ids(named word: String) -> Set<String> {
        Set(all.filter { $0.id == word || $0.wing.rawValue == word || word == "all" }.map(\.id))
    }

    /// "; did you mean `…`?" where a rule's id is close, or a wing's name, or what else helps.
    ///
    /// - Parameter orWing: Whether the word may also name a wing.
    public static func suggestion(for word: String, orWing: Bool = true) -> String {
        let names = all.map(\.id) + (orWing ? RuleMetadata.Wing.allCases.map(\.rawValue) : [])
        if let near = NearestWord.find(word, among: names) { return "; did you mean `\(near)`?" }
        let ids = all.map(\.id).filter { !word.isEmpty && $0.contains(word) }
        switch ids.count {
        case 0: return "; `policylint rules` lists them"
        case 1: return "; did you mean `\(ids[0])`?"
        case 2...6: return "; did you mean one of \(ids.map { "`\($0)`" }.joined(separator: ", "))?"
        default: return "; \(ids.count) rules have the word in their id, and `policylint rules` lists them"
        }
    }

    /// The page of one rule, or nil where there is no such rule.
    public static func page(for id: String) -> RulePage? {
        RuleIndex.page(id).map { RulePage(id: id, markdown: $0.description) }
    }

    /// The ids of all pages.
    static var pageNames: [String] { RuleIndex.pageNames }
}
