/// Reads AWS credentials from environment files (`.env`) and from scripts that set variables
/// (`export`, `set`, `$env:`).
///
/// Source: <https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html>.
enum EnvironmentFile {
    /// The credentials that a text sets to literal values; nil where it sets none.
    static func read(_ text: SourceText) -> CredentialsList? {
        var groups: [Group] = []
        var others: [SourceSpan] = []
        for line in TextLine.lines(of: text.bytes, from: text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0) {
            guard let variable = Variable(line, in: text.bytes) else { continue }
            guard let (part, prefix) = part(variable.name), !variable.value.isEmpty, variable.isLiteral else {
                // Other variables may be secrets too.
                if !variable.value.isEmpty { others.append(SourceSpan(variable.value)) }
                continue
            }
            let last = groups.lastIndex { $0.prefix == prefix && $0.values[part] == nil }
            if last == nil { groups.append(Group(prefix: prefix, span: variable.span)) }
            let index = last ?? groups.count - 1
            groups[index].values[part] = Located(text.bytes.string(variable.value), at: SourceSpan(variable.value))
            groups[index].span = groups[index].span.union(variable.span)
        }
        if groups.isEmpty { return nil }
        others += SecretScan.spans(in: text.bytes, 0..<text.bytes.count)
        return CredentialsList(groups.map(\.credential), otherSecrets: Array(Set(others)).sorted())
    }

    private enum Part: Hashable { case accessKeyID, secret, token }

    /// The variables that belong together: `AWS_…`, `PROD_AWS_…`.
    private struct Group {
        let prefix: Substring
        var values: [Part: Located<String>] = [:]
        var span: SourceSpan

        var credential: CredentialsList.Credential {
            CredentialsList.Credential(
                accessKeyID: values[.accessKeyID], secretAccessKey: values[.secret]?.span,
                sessionToken: values[.token]?.span, span: span)
        }
    }

    private static func part(_ name: String) -> (part: Part, prefix: Substring)? {
        let upper = name.uppercased()
        for (suffix, part) in suffixes where upper.hasSuffix(suffix) {
            return (part, upper.dropLast(suffix.utf8.count))
        }
        return nil
    }

    private static let suffixes: [(String, Part)] = [
        ("AWS_ACCESS_KEY_ID", .accessKeyID), ("AWS_ACCESS_KEY", .accessKeyID), ("AWS_SECRET_ACCESS_KEY", .secret),
        ("AWS_SECRET_KEY", .secret), ("AWS_SESSION_TOKEN", .token), ("AWS_SECURITY_TOKEN", .token),
    ]

    /// One assignment.
    private struct Variable {
        let name: String
        let value: Range<Int>
        /// Whether the value is written out, and no reference to another place.
        let isLiteral: Bool
        let span: SourceSpan

        init?(_ line: TextLine, in bytes: [UInt8]) {
            let content = line.content(in: bytes)
            guard let first = content.first, bytes[first] != UInt8(ascii: "#"),
                let equals = bytes[content].firstIndex(of: UInt8(ascii: "="))
            else { return nil }
            var left = bytes.string(TextLine.trim(content.lowerBound..<equals, in: bytes))[...]
            for prefix in Self.prefixes where left.hasPrefixIgnoringCase(prefix) { left = left.dropFirst(prefix.count) }
            if left.first == "\"" { left = left.dropFirst() }
            guard let start = left.utf8.first, start.isLetter || start == UInt8(ascii: "_"),
                left.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") })
            else { return nil }
            name = String(left)
            value = Self.value(TextLine.trim(equals + 1..<content.upperBound, in: bytes), bytes)
            isLiteral =
                !bytes[value].contains { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "%") }
                && !bytes[value].starts(with: [UInt8(ascii: "<")]) && !bytes[value].starts(with: "{{".utf8)
            span = SourceSpan(content)
        }

        private static let prefixes = ["export ", "set ", "setx ", "ENV ", "$env:", "-e ", "--env "]

        /// The value without its quotes, or without what stands behind it.
        private static func value(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
            guard let first = range.first else { return range }
            let quote = bytes[first]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                let end = bytes[(first + 1)..<range.upperBound].firstIndex(of: quote) ?? range.upperBound
                return first + 1..<end
            }
            let end = bytes[range].firstIndex { $0.isBlank || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "\"") }
            return first..<(end ?? range.upperBound)
        }
    }
}
