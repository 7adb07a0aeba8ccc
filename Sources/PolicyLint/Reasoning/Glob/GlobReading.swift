/// Reads the symbols of patterns.
enum GlobReading {
    /// The symbols of a text.
    static func symbols(_ text: String, hasWildcards: Bool, hasVariables: Bool, ignoresCase: Bool) -> [GlobSymbol] {
        let symbols =
            plainSymbols(text, hasWildcards: hasWildcards, hasVariables: hasVariables, ignoresCase: ignoresCase)
            ?? anySymbols(text, hasWildcards: hasWildcards, hasVariables: hasVariables, ignoresCase: ignoresCase)
        return hasWildcards ? normalised(symbols) : symbols
    }

    /// The symbols of a text of ASCII letters, as nearly all are.
    private static func plainSymbols(
        _ text: String, hasWildcards: Bool, hasVariables: Bool, ignoresCase: Bool
    ) -> [GlobSymbol]? {
        text.withBytes { bytes in
            var symbols: [GlobSymbol] = []
            symbols.reserveCapacity(bytes.count)
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                switch byte {
                case UInt8(ascii: "*") where hasWildcards: symbols.append(.any)
                case UInt8(ascii: "?") where hasWildcards: symbols.append(.one)
                case 0x80...: return nil
                case UInt8(ascii: "$") where hasVariables:
                    let content = content(at: index, bytes)
                    if let content, let variable = variable(String(decoding: content, as: UTF8.self)) {
                        symbols += variable
                        index += content.count + 2
                    } else {
                        symbols.append(GlobSymbol("$"))
                    }
                default: symbols.append(GlobSymbol(Unicode.Scalar(ignoresCase ? byte.asciiLowercased : byte)))
                }
            }
            return symbols
        }
    }

    /// What stands between the braces that begin at an index.
    private static func content(
        at index: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8>? {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "{"),
            let brace = bytes[index...].firstIndex(of: UInt8(ascii: "}"))
        else { return nil }
        return UnsafeBufferPointer(rebasing: bytes[(index + 1)..<brace])
    }

    private static func anySymbols(
        _ text: String, hasWildcards: Bool, hasVariables: Bool, ignoresCase: Bool
    ) -> [GlobSymbol] {
        func symbol(_ scalar: Unicode.Scalar) -> GlobSymbol {
            switch scalar {
            case "*" where hasWildcards: .any
            case "?" where hasWildcards: .one
            default: GlobSymbol(ignoresCase ? lowercased(scalar) : scalar)
            }
        }
        guard hasVariables else { return text.unicodeScalars.map(symbol) }
        var symbols: [GlobSymbol] = []
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            if rest.starts(with: "${".unicodeScalars), let brace = rest.firstIndex(of: "}"),
                let variable = variable(String(rest[..<brace].dropFirst(2)))
            {
                symbols += variable
                rest = rest[brace...].dropFirst()
                continue
            }
            symbols.append(symbol(scalar))
            rest = rest.dropFirst()
        }
        return symbols
    }

    /// What stands between `${` and `}`: a variable, or an escaped `*`, `?` or `$`; nil where it is neither.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars>.
    private static func variable(_ content: String) -> [GlobSymbol]? {
        switch content {
        case "*", "?", "$": return content.unicodeScalars.map { GlobSymbol($0) }
        default:
            let name = PolicyVariable.read(content).name
            return name.isEmpty ? nil : GlobSymbol.variable(name)
        }
    }

    /// In each row of wildcards first all `?`, then one `*` if there is any: `*?*` is `?*`.
    static func normalised(_ symbols: [GlobSymbol]) -> [GlobSymbol] {
        guard zip(symbols, symbols.dropFirst()).contains(where: { $0.isRun && $1.isWildcard }) else { return symbols }
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

    /// The symbols of an ARN, with wildcards that match no colon in the first five fields, and whether all
    /// six fields are there. Missing fields are anything.
    static func limitedToFields(_ symbols: [GlobSymbol]) -> (symbols: [GlobSymbol], isComplete: Bool) {
        var result = symbols
        var colons = 0
        for (index, symbol) in symbols.enumerated() {
            if symbol == .any {
                result[index] = .anyInField
            } else if symbol == .one {
                result[index] = .oneInField
            } else if symbol == .colon {
                colons += 1
                if colons == 5 { return (result, true) }
            }
        }
        // What is no ARN at all is compared as a whole.
        guard symbols.starts(with: arn) else { return (symbols, false) }
        while colons < 5 {
            colons += 1
            result += [.colon, colons < 5 ? .anyInField : .any]
        }
        return (result, false)
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
