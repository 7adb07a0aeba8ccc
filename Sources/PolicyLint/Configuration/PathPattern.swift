/// A pattern for paths, as `.gitignore` has them: `*` and `?` within a part, `[…]`, and `**` for any
/// number of parts.
///
/// Source: <https://git-scm.com/docs/gitignore>.
public struct PathPattern: Hashable, Sendable {
    private let parts: [[UInt8]]
    /// Whether a slash at its end says that it means folders alone.
    private let isOfFolders: Bool
    /// Whether it names nothing but the directory in which it stands.
    let isEmpty: Bool

    /// A pattern. Without a slash, but for one at its end, it holds at every depth.
    public init(_ text: some StringProtocol) { self.init(bytes: Array(text.utf8)) }

    /// A pattern of these UTF-8 bytes.
    public init(bytes: [UInt8]) {
        let slash = UInt8(ascii: "/")
        var parts = bytes.split(separator: slash, omittingEmptySubsequences: true).map(Array.init)
        parts.removeAll { $0 == [UInt8(ascii: ".")] }
        isEmpty = parts.isEmpty
        if !bytes.dropLast().contains(slash) { parts.insert(Self.anyDepth, at: 0) }
        self.parts = parts
        isOfFolders = bytes.last == slash
    }

    /// Whether the pattern names a folder, so that it means one place below the directory in which it stands.
    var asksForFolder: Bool { parts.count != 2 || parts[0] != Self.anyDepth }

    /// Whether the pattern leads out of the directory in which it stands, and so to nothing.
    var leadsOut: Bool { parts.contains(Array("..".utf8)) }

    /// The folders, written without wildcards, in which all lies that the pattern matches.
    var leadingFolders: ArraySlice<[UInt8]> {
        let isSpecial = { (byte: UInt8) in "*?[\\".utf8.contains(byte) }
        return parts.dropLast().prefix { !$0.contains(where: isSpecial) }
    }

    /// Whether it can match nothing, as a bracket in it is not closed or names a class that there is not.
    var isMalformed: Bool {
        parts.contains { part in
            var rest = part[...]
            while let next = rest.first {
                if next == UInt8(ascii: "["), let (_, behind) = Self.characterClass(rest, 0) {
                    rest = behind
                } else if next == UInt8(ascii: "[") {
                    return true
                } else {
                    rest = rest.dropFirst(next == UInt8(ascii: "\\") ? 2 : 1)
                }
            }
            return false
        }
    }

    /// Whether a path matches.
    public func matches(_ path: RelativePath) -> Bool { Self.matches(parts[...], path.parts[...]) }

    /// Whether a file's path matches, or that of a folder above it.
    public func matches(file path: RelativePath) -> Bool {
        let path = path.parts
        return path.indices.contains { index in
            (index < path.count - 1 || !isOfFolders) && Self.matches(parts[...], path[...index])
        }
    }

    private static let anyDepth = Array("**".utf8)

    private static func matches(_ pattern: ArraySlice<[UInt8]>, _ path: ArraySlice<ArraySlice<UInt8>>) -> Bool {
        guard let first = pattern.first else { return path.isEmpty }
        if first == anyDepth {
            if pattern.count == 1 { return !path.isEmpty }
            return path.indices.contains { matches(pattern.dropFirst(), path[$0...]) }
        }
        guard let part = path.first, matchesPart(first[...], part) else { return false }
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
    /// nil where the bracket is not closed, or names a class that there is not.
    private static func characterClass(
        _ pattern: ArraySlice<UInt8>, _ byte: UInt8
    ) -> (isMember: Bool, rest: ArraySlice<UInt8>)? {
        let close = UInt8(ascii: "]")
        var rest = pattern.dropFirst()
        let isNegated = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
        if isNegated { rest = rest.dropFirst() }
        var (isMember, isFirst) = (false, true)
        while let next = rest.popFirst() {
            if next == close, !isFirst { return (isMember != isNegated, rest) }
            isFirst = false
            if next == UInt8(ascii: "["), let (name, behind) = className(rest) {
                guard let isInClass = PathPattern.classes[name] else { return nil }
                isMember = isMember || isInClass(byte)
                rest = behind
                continue
            }
            guard let low = next == UInt8(ascii: "\\") ? rest.popFirst() : next else { return nil }
            var high = low
            if rest.first == UInt8(ascii: "-"), let end = rest.dropFirst().first, end != close {
                rest = rest.dropFirst(end == UInt8(ascii: "\\") ? 2 : 1)
                guard let end = rest.popFirst() else { return nil }
                high = end
            }
            isMember = isMember || low <= byte && byte <= high
        }
        return nil
    }

    /// The name in `:alpha:]` at the beginning of a text, and what follows it.
    private static func className(_ text: ArraySlice<UInt8>) -> (name: String, rest: ArraySlice<UInt8>)? {
        guard text.first == UInt8(ascii: ":"), let close = text.firstIndex(of: UInt8(ascii: "]")),
            close > text.startIndex + 1, text[close - 1] == UInt8(ascii: ":")
        else { return nil }
        let name = text[(text.startIndex + 1)..<(close - 1)]
        return (String(decoding: name, as: UTF8.self), text[(close + 1)...])
    }

    /// The classes of POSIX, as far as ASCII goes.
    private static let classes: [String: @Sendable (UInt8) -> Bool] = [
        "alnum": { $0.isLetter || $0.isDigit }, "alpha": { $0.isLetter }, "blank": { $0 == 0x20 || $0 == 0x09 },
        "cntrl": { $0 < 0x20 || $0 == 0x7F }, "digit": { $0.isDigit }, "graph": { (0x21...0x7E).contains($0) },
        "lower": { $0.isLetter && $0 & 0x20 != 0 }, "print": { (0x20...0x7E).contains($0) },
        "punct": { (0x21...0x7E).contains($0) && !$0.isLetter && !$0.isDigit },
        "space": { $0 == 0x20 || (0x09...0x0D).contains($0) }, "upper": { $0.isLetter && $0 & 0x20 == 0 },
        "xdigit": { $0.isDigit || (0x41...0x46).contains($0 & 0xDF) },
    ]
}
