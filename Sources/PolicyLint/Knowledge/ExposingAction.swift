/// An action that exposes something to whoever may do it on any resource.
///
/// The actions, with their sources, are in `rules/data/exposing-actions.txt`.
struct ExposingAction: Hashable, Sendable {
    /// What is exposed.
    enum Theme: String, Sendable {
        /// The answer holds credentials.
        case credentials
        /// The answer holds what others have put away.
        case data
        /// Others get at a resource.
        case sharing
    }

    /// What is exposed.
    let theme: Theme
    /// The action, as AWS spells it.
    let name: String

    /// All known actions.
    static let all: [ExposingAction] = RuleData.text("exposing-actions").map { read($0.description) } ?? []

    /// Reads the lines of a text of such actions; lines that are none are left out.
    static func read(_ text: String) -> [ExposingAction] {
        DataLines.facts(in: text).compactMap { fields in
            guard fields.count == 3, let theme = Theme(rawValue: fields[0]), !fields[1].isEmpty else { return nil }
            return ExposingAction(theme: theme, name: fields[1])
        }
    }
}
