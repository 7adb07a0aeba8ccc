/// A way by which somebody who holds some permissions gains more of them.
///
/// The ways, with their sources, are in `rules/data/privilege-escalation.txt`.
struct EscalationPath: Hashable, Sendable {
    /// How it leads further.
    enum Kind: Hashable, Sendable {
        /// It changes who may do what.
        case grant
        /// It hands a role to one of these services.
        case pass(to: [String])
        /// It works through something that is there already.
        case use
    }

    /// How it leads further.
    let kind: Kind
    /// All the actions that it needs, as AWS spells them. The first one decides.
    let actions: [String]
    /// What its holder can do, as it follows on "lets its holder".
    let deed: String

    /// The action that hands a role to a service.
    static let passing = "iam:PassRole"

    /// All known ways.
    static let all: [EscalationPath] = RuleData.text("privilege-escalation").map { read($0.description) } ?? []

    /// Reads the lines of a text of such ways; lines that are none are left out.
    static func read(_ text: String) -> [EscalationPath] {
        DataLines.facts(in: text).compactMap { EscalationPath($0) }
    }

    private init?(_ fields: [String]) {
        guard fields.count == 4, let kind = Kind(fields[0]) else { return nil }
        self.kind = kind
        actions = DataLines.words(fields[1])
        deed = fields[2]
        if actions.isEmpty || deed.isEmpty { return nil }
    }
}

extension EscalationPath.Kind {
    fileprivate init?(_ text: String) {
        let words = DataLines.words(text)
        switch (words.first, words.count) {
        case ("grant", 1): self = .grant
        case ("use", 1): self = .use
        case ("pass", 2): self = .pass(to: DataLines.words(words[1], apart: ","))
        default: return nil
        }
    }
}
