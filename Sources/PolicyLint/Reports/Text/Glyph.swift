/// A character as a terminal shows it.
struct Glyph: Hashable, Sendable {
    /// What is printed; never a control character.
    let text: String
    /// Number of cells it takes: 0, 1 or 2.
    let width: Int

    /// The glyphs of `text`, with tabs expanded to the next multiple of four cells from `column`.
    static func glyphs(of text: String, from column: Int = 0) -> [Glyph] {
        var result: [Glyph] = []
        var column = column
        // Most lines are plain, and need no walk over their characters.
        if text.withBytes(isPlain) {
            result.reserveCapacity(text.utf8.count)
            for scalar in text.unicodeScalars { result.append(Glyph(text: String(scalar), width: 1)) }
            return result
        }
        for character in text {
            if character == "\t" {
                let spaces = tabWidth - column % tabWidth
                for _ in 0..<spaces { result.append(Glyph(text: " ", width: 1)) }
                column += spaces
                continue
            }
            for glyph in glyphs(of: character) {
                result.append(glyph)
                column += glyph.width
            }
        }
        return result
    }

    /// `text` with everything that would steer a terminal, or hide itself, made visible.
    static func printable(_ text: String) -> String {
        if text.withBytes(isPlain) { return text }
        return text.flatMap { glyphs(of: $0) }.map(\.text).joined()
    }

    /// Whether there is nothing but printable ASCII. Without a branch in it the compiler makes the loop look at many bytes
    /// together.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var others: UInt8 = 0
        for byte in bytes { others |= byte &- 0x20 < 0x5F ? 0 : 1 }
        return others == 0
    }

    private static let tabWidth = 4

    private static func glyphs(of character: Character) -> [Glyph] {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return [] }
        if first.isASCII, scalars.count == 1, first.value >= 0x20, first.value < 0x7F {
            return [Glyph(text: String(character), width: 1)]
        }
        if scalars.allSatisfy({ picture(of: $0) != nil }) {
            return scalars.compactMap { picture(of: $0) }.map { Glyph(text: String($0), width: 1) }
        }
        // A joiner is part of an emoji, but nothing else that hides or turns text may ride on a letter.
        let shown = scalars.map { $0 == first || isJoiner($0) ? $0 : picture(of: $0) ?? $0 }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: shown)
        return [Glyph(text: String(text), width: width(of: character))]
    }

    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        // Zero-width joiner, and the tags of which some flags are made.
        scalar.value == 0x200D || (0xE0020...0xE007F).contains(scalar.value)
    }

    /// What is printed for a character that has no shape of its own.
    private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
        case 0x7F: "\u{2421}"
        case 0x80..<0xA0: "\u{FFFD}"
        default:
            switch scalar.properties.generalCategory {
            case .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
            default: nil
            }
        }
    }

    private static func width(of character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        if scalars.contains(where: { $0.value == 0xFE0F || $0.properties.isEmojiPresentation }) { return 2 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: return isWide(first.value) ? 2 : 1
        }
    }

    /// Whether East Asian Width is wide or fullwidth, emoji aside (Unicode Standard Annex 11).
    private static func isWide(_ value: UInt32) -> Bool {
        guard value >= 0x1100 else { return false }
        return wide.contains { $0.contains(value) }
    }

    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
        0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1D300...0x1D376, 0x20000...0x3FFFD,
    ]
}

extension String {
    /// The text with everything that would steer a terminal, or hide itself, made visible.
    public var printable: String { Glyph.printable(self) }
}

extension Sequence<Glyph> {
    /// Number of cells of all glyphs.
    var cells: Int { reduce(0) { $0 + $1.width } }

    /// The glyphs as text.
    var text: String { map(\.text).joined() }
}
