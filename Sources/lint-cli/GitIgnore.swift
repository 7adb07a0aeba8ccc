import PolicyLint

/// The patterns that hold for a directory: those of its `.gitignore` files, and of `info/exclude` of its repository.
///
/// Source: <https://git-scm.com/docs/gitignore>.
struct GitIgnore: Sendable {
    /// One line of such a file.
    private struct Pattern: Sendable {
        let isNegated: Bool
        let onlyDirectories: Bool
        let path: PathPattern
        /// The directory of the file the line stands in, with a final slash, or empty.
        let base: String
    }

    private var patterns: [Pattern] = []

    /// Whether nothing is ignored.
    var isEmpty: Bool { patterns.isEmpty }

    /// The patterns with those of a `.gitignore` in `directory` added.
    func adding(_ text: [UInt8], in directory: String) -> GitIgnore {
        var result = self
        let text = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text[...]
        for line in text.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
            if let pattern = Self.pattern(line, base: directory) { result.patterns.append(pattern) }
        }
        return result
    }

    /// Whether a path is ignored; the last pattern that matches decides.
    func ignores(_ path: String, isDirectory: Bool) -> Bool {
        // Patterns of one file stand beside each other, and see the same path.
        var base: String?
        var relative: RelativePath?
        for pattern in patterns.reversed() where isDirectory || !pattern.onlyDirectories {
            if pattern.base != base {
                base = pattern.base
                relative = path.hasPrefix(pattern.base) ? RelativePath(path.dropFirst(pattern.base.count)) : nil
            }
            if let relative, pattern.path.matches(relative) { return !pattern.isNegated }
        }
        return false
    }

    private static func pattern(_ line: ArraySlice<UInt8>, base: String) -> Pattern? {
        var text = line
        if text.first == UInt8(ascii: "#") { return nil }
        while text.last == UInt8(ascii: " "), text.dropLast().last != UInt8(ascii: "\\") { text = text.dropLast() }
        let isNegated = text.first == UInt8(ascii: "!")
        if isNegated { text = text.dropFirst() }
        // No path has an empty part, or one that is a dot.
        let slash = UInt8(ascii: "/")
        if zip(text, text.dropFirst()).contains(where: { $0 == slash && $1 == slash }) { return nil }
        if text.split(separator: slash).contains([UInt8(ascii: ".")]) { return nil }
        let onlyDirectories = text.last == UInt8(ascii: "/")
        if onlyDirectories { text = text.dropLast() }
        if text.isEmpty { return nil }
        return Pattern(
            isNegated: isNegated, onlyDirectories: onlyDirectories, path: PathPattern(bytes: Array(text)), base: base)
    }
}
