/// A mend of one finding: the edits, and what they change.
public struct Fix: Hashable, Sendable {
    /// What a fix does to the requests that the document allows.
    ///
    /// It is judged on the document as its author meant it. AWS refuses a document with a misspelt
    /// element, a wrong case or a string where a list belongs, and so allows nothing by it; a fix that
    /// writes down what plainly was meant, and no more, is `preserving`. Where two readings are
    /// possible, nothing is plain, and the fix is at most a `suggestion`.
    public enum Effect: String, CaseIterable, Sendable {
        /// The same requests are allowed as before.
        case preserving
        /// Fewer requests are allowed, never others.
        case narrowing
        /// The edit holds a place, or takes a choice, that only a person can fill; it is shown, not applied.
        case suggestion
    }

    /// What the fix does: an imperative, lower-case start, no final period. Long quotes in it are cut: the edits show all.
    public let title: String
    /// What it changes.
    public let effect: Effect
    /// The edits, in order, without overlaps.
    public let edits: [TextEdit]

    /// A fix of at least one edit.
    public init(_ title: String, _ effect: Effect, _ edits: [TextEdit]) {
        precondition(!edits.isEmpty, "a fix changes something")
        self.title = title.withExcerpts
        self.effect = effect
        self.edits = edits.sorted { $0.span < $1.span }
    }
}

extension Fix {
    /// Takes the brackets from a list that holds one object alone; nil of any other value.
    static func removingBrackets(of node: JSONNode) -> Fix? {
        guard let elements = node.array, elements.count == 1, elements[0].object != nil else { return nil }
        return Fix(
            "remove the brackets", .preserving,
            [
                .deletion(SourceSpan(node.span.start, elements[0].span.start)),
                .deletion(SourceSpan(elements[0].span.end, node.span.end)),
            ])
    }

    /// The same as a suggestion.
    var suggested: Fix { Fix(title, .suggestion, edits) }

    /// The fix with a title that shows nothing that looks like a secret.
    var redacted: Fix { Fix(SecretScan.redact(title), effect, edits) }
}
