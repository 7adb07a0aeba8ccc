/// Why a text is no JSON document, and where.
public struct JSONSyntaxError: Error, Hashable, Sendable {
    /// What is wrong: lower-case start, no final period.
    public let message: String
    /// The place in the document's text.
    public let span: SourceSpan
}

/// Something in a JSON document that readers take differently, though it parses.
public struct JSONOddity: Hashable, Sendable {
    /// What is odd.
    public enum Kind: Hashable, Sendable {
        /// The key repeats that of an earlier member of the same object, whose key stands at `first`.
        /// json-c, and most readers, keep the last value only.
        case duplicateKey(String, first: SourceSpan)
        /// The string holds half of a surrogate pair (`\ud800`), which json-c turns into U+FFFD.
        case loneSurrogate
        /// A number that json-c cannot hold as written; it was read as `readAs`.
        case inexactNumber(readAs: String)
        /// A byte order mark stands before the document.
        case byteOrderMark
    }

    /// What is odd.
    public let kind: Kind
    /// The place: the later key, the string, the number.
    public let span: SourceSpan
}

extension UInt8 {
    /// What the byte is where something else was expected, in words.
    var inWords: String {
        switch self {
        case UInt8(ascii: "'"): "a single quote"
        case UInt8(ascii: "\""): "a string"
        case UInt8(ascii: "/"), UInt8(ascii: "#"): "what looks like a comment, which JSON does not have"
        case 0: "a NUL byte"
        case 0x21..<0x7F: "`\(Character(UnicodeScalar(self)))`"
        default: "the byte 0x\(String(self, radix: 16))"
        }
    }
}
