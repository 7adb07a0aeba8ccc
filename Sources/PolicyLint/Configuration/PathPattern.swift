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

    /// Whether a path, relative to where the pattern stands, matches.
    public func matches(_ path: some StringProtocol) -> Bool { Self.matches(parts[...], Self.parts(of: path)[...]) }

    /// Whether a file's path, relative to where the pattern stands, matches, or that of a folder above it.
    public func matches(file path: some StringProtocol) -> Bool {
        let path = Self.parts(of: path)
        return path.indices.contains { index in
            (index < path.count - 1 || !isOfFolders) && Self.matches(parts[...], path[...index])
        }
    }

    private static func parts(of path: some StringProtocol) -> [[UInt8]] {
        path.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }.filter { $0 != [UInt8(ascii: ".")] }
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
