/// Reads the symbols of patterns.
enum GlobReading {
    /// The symbols of a text.
    static func symbols(_ text: String, hasWildcards: Bool, hasVariables: Bool, ignoresCase: Bool) -> [GlobSymbol] {
        let reader = Reader(hasWildcards: hasWildcards, hasVariables: hasVariables, ignoresCase: ignoresCase)
        return text.withBytes { reader.symbols($0) }
    }

    /// Reads the symbols of UTF-8 bytes.
    private struct Reader {
        let hasWildcards: Bool
        let hasVariables: Bool
        let ignoresCase: Bool

        /// The symbols in their normal order. A text without variables, as nearly all are, takes one walk.
        func symbols(_ bytes: UnsafeBufferPointer<UInt8>) -> [GlobSymbol] {
            var end = 0
            var isNormal = true
            var variable: (symbols: [GlobSymbol], length: Int)?
            let symbols = withUnsafeTemporaryAllocation(of: GlobSymbol.self, capacity: bytes.count) { symbols in
                var (index, place) = (0, 0)
                while index < bytes.count {
                    let byte = bytes[index]
                    var symbol = GlobSymbol(Unicode.Scalar(ignoresCase ? byte.asciiLowercased : byte))
                    index += 1
                    // Letters stand between the bytes that are more than themselves.
                    if byte <= UInt8(ascii: "?") || byte >= 0x80 {
                        if hasWildcards, byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") {
                            symbol = byte == UInt8(ascii: "*") ? .any : .one
                            if index > 1, bytes[index - 2] == UInt8(ascii: "*") { isNormal = false }
                        } else if hasVariables, byte == UInt8(ascii: "$"),
                            let found = self.variable(at: index - 1, bytes)
                        {
                            variable = found
                            index -= 1
                            break
                        } else if byte >= 0x80 {
                            let scalar = Self.scalar(behind: &index, bytes)
                            symbol = GlobSymbol(ignoresCase ? GlobReading.lowercased(scalar) : scalar)
                        }
                    }
                    symbols.initializeElement(at: place, to: symbol)
                    place += 1
                }
                end = index
                return Array(UnsafeBufferPointer(rebasing: symbols[..<place]))
            }
            let normal = isNormal ? symbols : GlobReading.normalised(symbols)
            guard let variable else { return normal }
            return normal + variable.symbols
                + self.symbols(UnsafeBufferPointer(rebasing: bytes[(end + variable.length)...]))
        }

        /// The symbols of the variable, or escaped letter, that begins at an index, and its length; nil where none does.
        private func variable(
            at index: Int, _ bytes: UnsafeBufferPointer<UInt8>
        ) -> (symbols: [GlobSymbol], length: Int)? {
            guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{"),
                let brace = bytes[index...].firstIndex(of: UInt8(ascii: "}"))
            else { return nil }
            let symbols = GlobReading.variable(String(decoding: bytes[(index + 2)..<brace], as: UTF8.self))
            return symbols.isEmpty ? nil : (symbols, brace + 1 - index)
        }

        /// The letter of several bytes of which the first stands before an index, which then stands behind the last.
        private static func scalar(behind index: inout Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar {
            let length = (~bytes[index - 1]).leadingZeroBitCount
            var value = UInt32(bytes[index - 1] & (0x7F >> length))
            for place in index..<(index + length - 1) { value = value << 6 | UInt32(bytes[place] & 0x3F) }
            index += length - 1
            return Unicode.Scalar(value) ?? "\u{FFFD}"
        }
    }

    /// What stands between `${` and `}`: a variable, or an escaped `*`, `?` or `$`; nothing where it is neither.
    /// Policies name the same few variables again and again.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars>.
    private static func variable(_ content: String) -> [GlobSymbol] {
        variables.answer(content) {
            switch content {
            case "*", "?", "$": return content.unicodeScalars.map { GlobSymbol($0) }
            default:
                let name = PolicyVariable.read(content).name
                return name.isEmpty ? [] : GlobSymbol.variable(name)
            }
        }
    }

    private static let variables = TextMemo<[GlobSymbol]>(limit: 1_024)

    /// In each row of wildcards first all `?`, then one `*` if there is any: `*?*` is `?*`.
    static func normalised(_ symbols: [GlobSymbol]) -> [GlobSymbol] {
        guard symbols.indices.dropFirst().contains(where: { symbols[$0].isWildcard && symbols[$0 - 1].isRun }) else {
            return symbols
        }
        var result: [GlobSymbol] = []
        result.reserveCapacity(symbols.count)
        var run: GlobSymbol?
        for symbol in symbols {
            if symbol.isRun {
                // Of two that meet, the one that matches more.
                run = run == .any ? .any : symbol
                continue
            }
            if let pending = run, !symbol.isOne || symbol.isLimitedToField != pending.isLimitedToField {
                result.append(pending)
                run = nil
            }
            result.append(symbol)
        }
        if let run { result.append(run) }
        return result
    }

    /// Puts wildcards that match no colon into the first five fields of an ARN, and says whether all six fields are
    /// there. Missing fields are anything.
    static func limitToFields(_ symbols: inout [GlobSymbol]) -> Bool {
        var colons = 0
        var end = 0
        while end < symbols.count, colons < 5 {
            if symbols[end] == .colon { colons += 1 }
            end += 1
        }
        // What is no ARN at all is compared as a whole.
        guard colons == 5 || symbols.starts(with: arn) else { return false }
        for index in 0..<end where symbols[index].isWildcard {
            symbols[index] = symbols[index].isRun ? .anyInField : .oneInField
        }
        if colons == 5 { return true }
        while colons < 5 {
            colons += 1
            symbols += [.colon, colons < 5 ? .anyInField : .any]
        }
        return false
    }

    private static let arn = "arn:".unicodeScalars.map { GlobSymbol($0) }

    /// A letter in lower case; anything else as it is.
    static func lowercased(_ symbol: GlobSymbol) -> GlobSymbol {
        guard let scalar = symbol.scalar, !symbol.isOfVariable else { return symbol }
        return GlobSymbol(lowercased(scalar))
    }

    private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII { return Unicode.Scalar(UInt8(scalar.value).asciiLowercased) }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        return lower.count == 1 ? lower.first ?? scalar : scalar
    }
}
