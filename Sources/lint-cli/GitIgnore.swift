/// The patterns of the `.gitignore` files that hold for a directory.
///
/// Source: <https://git-scm.com/docs/gitignore>.
struct GitIgnore: Sendable {
    /// One line of a `.gitignore`.
    private struct Pattern: Sendable {
        let isNegated: Bool
        let onlyDirectories: Bool
        /// Path parts; `**` stands for any number of them.
        let parts: [[UInt8]]
        /// The directory of the file the line stands in, with a final slash, or empty.
        let base: String
    }

    private var patterns: [Pattern] = []

    /// The patterns with those of a `.gitignore` in `directory` added.
    func adding(_ text: [UInt8], in directory: String) -> GitIgnore {
        var result = self
        for line in text.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
            if let pattern = Self.pattern(line, base: directory) { result.patterns.append(pattern) }
        }
        return result
    }

    /// Whether a path is ignored; the last pattern that matches decides.
    func ignores(_ path: String, isDirectory: Bool) -> Bool {
        for pattern in patterns.reversed() where isDirectory || !pattern.onlyDirectories {
            guard path.hasPrefix(pattern.base) else { continue }
            let parts = path.utf8.dropFirst(pattern.base.utf8.count).split(separator: UInt8(ascii: "/")).map(Array.init)
            if Self.matches(pattern.parts[...], parts[...]) { return !pattern.isNegated }
        }
        return false
    }

    private static func pattern(_ line: ArraySlice<UInt8>, base: String) -> Pattern? {
        var text = line
        if text.first == UInt8(ascii: "#") { return nil }
        while text.last == UInt8(ascii: " "), text.dropLast().last != UInt8(ascii: "\\") { text = text.dropLast() }
        let isNegated = text.first == UInt8(ascii: "!")
        if isNegated { text = text.dropFirst() }
        let onlyDirectories = text.last == UInt8(ascii: "/")
        if onlyDirectories { text = text.dropLast() }
        if text.isEmpty { return nil }
        var parts = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true).map(Array.init)
        // Without a slash inside, a pattern holds at every depth.
        if !text.contains(UInt8(ascii: "/")) { parts.insert(anyDepth, at: 0) }
        return Pattern(isNegated: isNegated, onlyDirectories: onlyDirectories, parts: parts, base: base)
    }

    private static let anyDepth = Array("**".utf8)

    private static func matches(_ pattern: ArraySlice<[UInt8]>, _ path: ArraySlice<[UInt8]>) -> Bool {
        guard let first = pattern.first else { return path.isEmpty }
        if first == anyDepth {
            if pattern.count == 1 { return !path.isEmpty }
            return path.indices.contains { matches(pattern.dropFirst(), path[$0...]) }
        }
        guard let part = path.first, matchesPart(first[...], part[...]) else { return false }
        return matches(pattern.dropFirst(), path.dropFirst())
    }

    private static func matchesPart(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        var (pattern, text) = (pattern, text)
        while let next = pattern.first {
            switch next {
            case UInt8(ascii: "*"):
                let rest = pattern.drop { $0 == UInt8(ascii: "*") }
                if rest.isEmpty { return true }
                return (text.startIndex...text.endIndex).contains { matchesPart(rest, text[$0...]) }
            case UInt8(ascii: "?"):
                if text.isEmpty { return false }
                (pattern, text) = (pattern.dropFirst(), text.dropFirst())
            case UInt8(ascii: "["):
                guard let byte = text.first, let (isMember, rest) = characterClass(pattern, byte) else { return false }
                if !isMember { return false }
                (pattern, text) = (rest, text.dropFirst())
            case UInt8(ascii: "\\") where pattern.count > 1:
                pattern = pattern.dropFirst()
                fallthrough
            default:
                guard text.first == pattern.first else { return false }
                (pattern, text) = (pattern.dropFirst(), text.dropFirst())
            }
        }
        return text.isEmpty
    }

    /// Whether `byte` is in the bracket expression at the beginning of `pattern`, and what follows it;
    /// nil where the bracket is not closed.
    private static func characterClass(
        _ pattern: ArraySlice<UInt8>, _ byte: UInt8
    ) -> (isMember: Bool, rest: ArraySlice<UInt8>)? {
        var rest = pattern.dropFirst()
        let isNegated = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
        if isNegated { rest = rest.dropFirst() }
        guard let close = rest.dropFirst().firstIndex(of: UInt8(ascii: "]")) else { return nil }
        var members = rest[..<close]
        var isMember = false
        while let low = members.popFirst() {
            if members.first == UInt8(ascii: "-"), members.count > 1 {
                members = members.dropFirst()
                if let high = members.popFirst(), low <= high { isMember = isMember || (low...high).contains(byte) }
            } else {
                isMember = isMember || low == byte
            }
        }
        return (isMember != isNegated, rest[(close + 1)...])
    }
}
