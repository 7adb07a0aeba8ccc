/// How patterns stand to texts.
extension GlobPattern {
    /// Whether `text` matches `pattern`, letters compared without case where `ignoringCase`; a quick way
    /// for patterns without variables and fields.
    static func matches(_ text: some StringProtocol, pattern: some StringProtocol, ignoringCase: Bool = false) -> Bool {
        // Most texts begin otherwise.
        guard mayCover(pattern, text, ignoringCase: ignoringCase) else { return false }
        return GlobWalk.matches(
            text.unicodeScalars, pattern.unicodeScalars, isRun: { $0 == "*" },
            takes: { $0 == $1 || $0 == "?" || $0 == "*" || (ignoringCase && equalsIgnoringCase($0, $1)) })
    }

    /// The same for ASCII bytes.
    static func matches(
        _ text: some Collection<UInt8>, pattern: some Collection<UInt8>, ignoringCase: Bool = false
    ) -> Bool {
        GlobWalk.matches(
            text, pattern, isRun: { $0 == UInt8(ascii: "*") },
            takes: { pattern, letter in
                pattern == letter || pattern == UInt8(ascii: "?") || pattern == UInt8(ascii: "*")
                    || (ignoringCase && pattern.asciiLowercased == letter.asciiLowercased)
            })
    }

    /// Whether one pattern may cover another, as far as the letters before its first wildcard tell: a quick
    /// look that spares most patterns from being read.
    static func mayCover(
        _ pattern: some StringProtocol, _ other: some StringProtocol, ignoringCase: Bool
    ) -> Bool {
        // Most actions are of another service: the first letter tells.
        if let first = pattern.utf8.first, let others = other.utf8.first, first != others, !isSpecial(first),
            !ignoringCase || first.asciiLowercased != others.asciiLowercased
        {
            return false
        }
        return pattern.withBytes { pattern in
            other.withBytes { other in
                for index in 0..<min(pattern.count, other.count) {
                    let (byte, next) = (pattern[index], other[index])
                    if isSpecial(byte) { return true }
                    if byte != next, !ignoringCase || byte.asciiLowercased != next.asciiLowercased { return false }
                }
                return pattern.count == other.count || (pattern.count > other.count && isSpecial(pattern[other.count]))
            }
        }
    }

    /// Whether a byte of a pattern may be more than a letter.
    static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "$")
    }

    private static func equalsIgnoringCase(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
        guard left.isASCII && right.isASCII else { return false }
        return UInt8(left.value).asciiLowercased == UInt8(right.value).asciiLowercased
    }

    /// The text, where nothing else matches.
    var literal: String? { symbols.allSatisfy { $0.isLetter && !$0.isOfVariable } ? Self.text(symbols[...]) : nil }

    /// The text before the first wildcard or variable.
    var prefix: String { Self.text(symbols.prefix { $0.isLetter && !$0.isOfVariable }) }

    /// A text that it matches, with a letter in the place of wildcards that seldom stands in another pattern.
    var sample: String {
        String(String.UnicodeScalarView(symbols.map { $0.scalar ?? "~" }))
    }

    /// Whether it matches nearly everything: wildcards alone, one of them `*`.
    var isTrivial: Bool { symbols.last?.isRun == true && symbols.allSatisfy(\.isWildcard) }

    /// The letters of some symbols, those of variables' names in braces, without the wildcards.
    static func text(_ symbols: some Sequence<GlobSymbol>) -> String {
        var text = ""
        for symbol in symbols {
            guard let scalar = symbol.scalar else { continue }
            if symbol.isFirstOfVariable { text += "${" }
            text.unicodeScalars.append(scalar)
            if symbol.isLastOfVariable { text += "}" }
        }
        return text
    }
}
