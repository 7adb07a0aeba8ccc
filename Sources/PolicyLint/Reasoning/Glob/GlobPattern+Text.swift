/// How patterns stand to texts.
extension GlobPattern {
    /// Whether `text` matches `pattern`, letters compared without case where `ignoringCase`; a quick way
    /// for patterns without variables and fields.
    static func matches(_ text: some StringProtocol, pattern: some StringProtocol, ignoringCase: Bool = false) -> Bool {
        // Most texts begin otherwise.
        guard mayCover(pattern, text, ignoringCase: ignoringCase) else { return false }
        let answer: Bool? = text.withBytes { text -> Bool? in
            // In ASCII a byte is a letter.
            guard text.isASCII else { return nil }
            return pattern.withBytes { matches(text, pattern: $0, ignoringCase: ignoringCase) }
        }
        if let answer { return answer }
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
        Self.letters(of: symbols.map { $0.isWildcard ? GlobSymbol("~") : $0 })
    }

    /// Whether it matches nearly everything: wildcards alone, one of them `*`.
    var isTrivial: Bool { symbols.last?.isRun == true && symbols.allSatisfy(\.isWildcard) }

    /// The letters of some symbols alone.
    static func letters(of symbols: some Sequence<GlobSymbol>) -> String {
        var bytes: [UInt8] = []
        for symbol in symbols {
            guard let scalar = symbol.scalar else { continue }
            if scalar.isASCII { bytes.append(UInt8(scalar.value)) } else { bytes += Array(String(scalar).utf8) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

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
