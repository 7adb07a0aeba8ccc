/// Reads AWS credentials from environment files (`.env`) and from scripts that set variables
/// (`export`, `set`, `$env:`).
///
/// Source: <https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html>.
enum EnvironmentFile {
    /// The credentials that a text sets to literal values; nil where it sets none.
    static func read(_ text: SourceText) -> CredentialsList? {
        var groups: [Group] = []
        var others: [SourceSpan] = []
        for variable in variables(in: text.bytes) {
            guard let (part, owner) = part(variable.name), !variable.value.isEmpty, variable.isLiteral else {
                // Other variables may be secrets too.
                if !variable.value.isEmpty { others.append(SourceSpan(variable.value)) }
                continue
            }
            let last = groups.lastIndex { $0.owner == owner && $0.values[part] == nil }
            if last == nil { groups.append(Group(owner: owner, span: SourceSpan(variable.range))) }
            let index = last ?? groups.count - 1
            groups[index].values[part] = Located(text.bytes.string(variable.value), at: SourceSpan(variable.value))
            groups[index].span = groups[index].span.union(SourceSpan(variable.range))
        }
        // Other services have keys, too; only an id of AWS's shows whose a variable without AWS in its name is.
        let foreign = groups.filter { !$0.isOfAWS }
        groups.removeAll { !$0.isOfAWS }
        others += foreign.flatMap { $0.values.values.map(\.span) }
        if groups.isEmpty { return nil }
        others += SecretScan.spans(in: text.bytes, 0..<text.bytes.count)
        return CredentialsList(groups.map(\.credential), otherSecrets: Array(Set(others)).sorted())
    }

    /// The assignments of a text. Shells take several on a line, with blanks, `;` or `&&` between them.
    private static func variables(in bytes: [UInt8]) -> [Variable] {
        TextLine.lines(of: bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0).flatMap { line in
            var found: [Variable] = []
            var rest = line.content(in: bytes)
            while let variable = Variable(rest, in: bytes) {
                found.append(variable)
                let next = bytes[variable.range.upperBound..<rest.upperBound].firstIndex { !Self.separates($0) }
                rest = (next ?? rest.upperBound)..<rest.upperBound
            }
            return found
        }
    }

    /// Whether a byte may stand between two assignments.
    private static func separates(_ byte: UInt8) -> Bool { byte.isBlank || ";&\"".utf8.contains(byte) }

    private enum Part: Hashable { case accessKeyID, secret, token }

    /// What variables that belong together have in common: `PROD_` of `PROD_AWS_…`, `S3_` of `S3_ACCESS_KEY`.
    private struct Owner: Hashable {
        let prefix: Substring
        let namesAWS: Bool
    }

    /// The variables that belong together.
    private struct Group {
        let owner: Owner
        var values: [Part: Located<String>] = [:]
        var span: SourceSpan

        var isOfAWS: Bool {
            owner.namesAWS || values[.accessKeyID].flatMap { AccessKeyID($0.value) }?.isWellFormed ?? false
        }

        var credential: CredentialsList.Credential {
            CredentialsList.Credential(
                accessKeyID: values[.accessKeyID], secretAccessKey: values[.secret]?.span,
                sessionToken: values[.token]?.span, span: span)
        }
    }

    private static func part(_ name: String) -> (part: Part, owner: Owner)? {
        let upper = name.uppercased()
        for (suffix, part) in suffixes where upper.hasSuffix(suffix) {
            let prefix = upper.dropLast(suffix.utf8.count)
            let namesAWS = prefix.hasSuffix("AWS_")
            return (part, Owner(prefix: namesAWS ? prefix.dropLast("AWS_".utf8.count) : prefix, namesAWS: namesAWS))
        }
        return nil
    }

    /// The longer one before the one that it ends with.
    private static let suffixes: [(String, Part)] = [
        ("SECRET_ACCESS_KEY", .secret), ("SECRET_KEY", .secret), ("ACCESS_KEY_ID", .accessKeyID),
        ("ACCESS_KEY", .accessKeyID), ("SESSION_TOKEN", .token), ("SECURITY_TOKEN", .token),
    ]

    /// One assignment.
    private struct Variable {
        let name: String
        let value: Range<Int>
        /// Whether the value is written out, and no reference to another place.
        let isLiteral: Bool
        /// The whole of it.
        let range: Range<Int>

        /// The assignment at the beginning of a line, or of the rest of one.
        init?(_ content: Range<Int>, in bytes: [UInt8]) {
            guard let first = content.first, bytes[first] != UInt8(ascii: "#"),
                let equals = Self.separator(content, bytes)
            else { return nil }
            var left = bytes.string(TextLine.trim(content.lowerBound..<equals, in: bytes))[...]
            for word in Self.words where left.hasPrefixIgnoringCase(word) {
                let rest = left.dropFirst(word.count)
                if let next = rest.utf8.first, next.isBlank { left = rest.drop { $0 == " " || $0 == "\t" } }
            }
            if left.hasPrefixIgnoringCase("$env:") { left = left.dropFirst("$env:".count) }
            if left.first == "\"" { left = left.dropFirst() }
            guard let start = left.utf8.first, start.isLetter || start == UInt8(ascii: "_"),
                left.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") })
            else { return nil }
            name = String(left)
            let (value, end) = Self.value(TextLine.trim(equals + 1..<content.upperBound, in: bytes), bytes)
            self.value = value
            range = content.lowerBound..<end
            isLiteral =
                !bytes[value].contains { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "%") }
                && !bytes[value].starts(with: [UInt8(ascii: "<")]) && !bytes[value].starts(with: "{{".utf8)
        }

        /// The `=`, or the `:` with a blank behind it, which dotenv takes for one.
        private static func separator(_ content: Range<Int>, _ bytes: [UInt8]) -> Int? {
            content.first { index in
                bytes[index] == UInt8(ascii: "=")
                    || bytes[index] == UInt8(ascii: ":") && index + 1 < content.upperBound && bytes[index + 1].isBlank
            }
        }

        /// What may stand before a name, with blanks between.
        private static let words = ["export", "set", "setx", "env", "-e", "--env"]

        /// The value without its quotes, or without what stands behind it, and where it ends with them.
        private static func value(_ range: Range<Int>, _ bytes: [UInt8]) -> (value: Range<Int>, end: Int) {
            guard let first = range.first else { return (range, range.upperBound) }
            let quote = bytes[first]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                let close = bytes[(first + 1)..<range.upperBound].firstIndex(of: quote)
                return (first + 1..<(close ?? range.upperBound), close.map { $0 + 1 } ?? range.upperBound)
            }
            let end = range.first {
                bytes[$0].isBlank || ";\"".utf8.contains(bytes[$0]) || endsCommand($0, range, bytes)
            }
            return (first..<(end ?? range.upperBound), end ?? range.upperBound)
        }

        /// Whether an `&` ends a command, as `&&` does, and in Windows one with a blank behind it.
        private static func endsCommand(_ index: Int, _ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
            guard bytes[index] == UInt8(ascii: "&"), index + 1 < range.upperBound else { return false }
            return bytes[index + 1] == UInt8(ascii: "&") || bytes[index + 1].isBlank
        }
    }
}
