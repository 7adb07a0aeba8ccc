/// A value of a condition as AWS compares it: literal text, wildcards, and the places of policy
/// variables.
struct ValuePattern: Hashable, Sendable {
    private enum Piece: Hashable, Sendable {
        case byte(UInt8)
        /// `?`: one character.
        case one
        /// `*`, or a policy variable whose value the caller decides: any text.
        case any
    }

    private let pieces: [Piece]

    private init(_ pieces: [Piece]) { self.pieces = pieces }

    /// Reads a value.
    ///
    /// - Parameters:
    ///   - text: The value as written.
    ///   - hasWildcards: Whether the operator takes `*` and `?` as wildcards.
    ///   - hasVariables: Whether the policy's version replaces `${…}`.
    ///
    /// A variable that describes the resource (`${aws:ResourceOrgID}`) stays literal: no caller chooses
    /// its value. Any other can become whatever the caller is.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>.
    init(_ text: String, hasWildcards: Bool, hasVariables: Bool) {
        var pieces: [Piece] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.first {
            if hasVariables, let variable = Self.variable(at: rest) {
                pieces += Self.pieces(of: variable)
                rest = rest[variable.endIndex...]
                continue
            }
            switch byte {
            case UInt8(ascii: "*") where hasWildcards: pieces.append(.any)
            case UInt8(ascii: "?") where hasWildcards: pieces.append(.one)
            default: pieces.append(.byte(byte))
            }
            rest = rest.dropFirst()
        }
        self.pieces = pieces
    }

    /// The `${…}` with which some bytes begin.
    private static func variable(at bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard bytes.starts(with: "${".utf8), let end = bytes.firstIndex(of: UInt8(ascii: "}")) else { return nil }
        return bytes[...end]
    }

    private static func pieces(of variable: ArraySlice<UInt8>) -> [Piece] {
        let name = String(decoding: variable.dropFirst(2).dropLast(), as: UTF8.self)
        switch name {
        case "*", "?", "$": return name.utf8.map(Piece.byte)
        case _ where name.hasPrefixIgnoringCase("aws:Resource"): return variable.map(Piece.byte)
        default: return [.any]
        }
    }

    /// The text, where no wildcard stands in it.
    var literal: String? {
        pieces.contains { $0 == .any || $0 == .one } ? nil : Self.text(pieces[...])
    }

    /// The text before the first wildcard.
    var prefix: String { Self.text(pieces.prefix { $0 != .any && $0 != .one }) }

    /// Whether it matches nearly everything: wildcards alone, one of them `*`.
    var isTrivial: Bool {
        pieces.contains(.any) && pieces.allSatisfy { $0 == .any || $0 == .one }
    }

    /// The patterns between literal separators.
    func fields(separatedBy separator: UInt8, maximum: Int = .max) -> [ValuePattern] {
        pieces.split(separator: .byte(separator), maxSplits: maximum - 1, omittingEmptySubsequences: false)
            .map { ValuePattern(Array($0)) }
    }

    private static func text(_ pieces: ArraySlice<Piece>) -> String {
        String(
            decoding: pieces.compactMap { piece -> UInt8? in if case .byte(let byte) = piece { byte } else { nil } },
            as: UTF8.self)
    }
}
