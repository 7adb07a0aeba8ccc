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
