extension JSONNode {
    /// The opening bracket of a container, where something that is missing from it is reported.
    var openingBracket: SourceSpan { SourceSpan(span.start, span.start + 1) }

    /// Bytes without white space between values.
    var compactSize: Int {
        tree.entries[index..<Int(entry.next)].reduce(0) { size, entry in
            let (brackets, commas) = (2, max(0, Int(entry.count) - 1))
            return switch entry.kind {
            case .array: size + brackets + commas
            // As many colons as members.
            case .object: size + brackets + commas + Int(entry.count)
            case .null, .false, .true, .number, .string, .key: size + entry.span.count
            }
        }
    }

    /// Whether the two hold the same value, wherever and however it is written. The order of an
    /// object's members counts.
    func hasSameValue(as other: JSONNode) -> Bool {
        switch (value, other.value) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .number(let right)), (.string(let left), .string(let right)): left == right
        case (.array(let left), .array(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.hasSameValue(as: $1) }
        case (.object(let left), .object(let right)):
            left.count == right.count
                && zip(left, right).allSatisfy { $0.key == $1.key && $0.value.hasSameValue(as: $1.value) }
        default: false
        }
    }

    /// The object whose member has its key at `span`, and the member's index.
    func object(withKeyAt span: SourceSpan) -> (object: JSONNode, index: Int)? {
        guard self.span.start <= span.start, span.end <= self.span.end else { return nil }
        switch value {
        case .object(let members):
            if let index = members.firstIndex(where: { $0.key.span == span }) { return (self, index) }
            return members.lazy.compactMap { $0.value.object(withKeyAt: span) }.first
        case .array(let elements):
            return elements.lazy.compactMap { $0.object(withKeyAt: span) }.first
        default: return nil
        }
    }

    /// The first string in the value, in the order of the text, for which `isWanted` holds; keys are
    /// not looked at.
    func firstString(where isWanted: (String) -> Bool) -> Located<String>? {
        for entry in tree.entries[index..<Int(entry.next)] where entry.kind == .string {
            let text = tree.text(of: entry).text
            if isWanted(text) { return Located(text, at: entry.span) }
        }
        return nil
    }
}
