/// The form of the ARNs of a resource type, with placeholders: `arn:${Partition}:s3:::${BucketName}`.
struct ResourceForm: Sendable {
    /// The form as the catalogue has it.
    let text: String
    private let service: Substring
    private let region: Substring
    private let account: Substring
    private let resource: [Symbol]

    /// A part of the last field.
    private enum Symbol {
        case byte(UInt8)
        /// Any byte, but no slash where the placeholder stands for something that has none.
        case one(hasSlash: Bool)
        /// Any number of such bytes.
        case run(hasSlash: Bool)

        /// Whether it takes a letter of a pattern, `?` included.
        func takes(_ letter: UInt8) -> Bool {
            switch self {
            case .byte(let byte): letter == byte || letter == UInt8(ascii: "?")
            case .one(let hasSlash), .run(let hasSlash): hasSlash || letter != UInt8(ascii: "/")
            }
        }
    }

    /// Takes a form apart; nil where it is none.
    init?(_ text: String) {
        let fields = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard fields.count == 6, fields[0] == "arn" else { return nil }
        self.text = text
        service = fields[2]
        region = fields[3]
        account = fields[4]
        resource = Self.symbols(fields[5])
    }

    /// Whether some ARN that a pattern stands for has the form. A Region or account that the pattern leaves out
    /// counts as fitting: AWS's own resources have none where others do.
    func fits(_ pattern: ResourceARN) -> Bool {
        Self.fits(service, pattern.service) && Self.fits(region, pattern.region) && Self.fits(account, pattern.account)
            && overlaps(Array(pattern.resource.utf8))
    }

    private static func fits(_ field: Substring, _ pattern: Substring) -> Bool {
        pattern.isEmpty || field.hasPrefix("${") || field == "*" || NamePattern.matches(field.utf8, pattern.utf8)
    }

    /// Names of placeholders whose values hold no slash.
    ///
    /// Sources: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html>,
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html>.
    private static let namesWithoutSlash: Set<Substring> = ["BucketName", "TableName"]

    private static func symbols(_ text: Substring) -> [Symbol] {
        var symbols: [Symbol] = []
        var rest = text
        while let first = rest.utf8.first {
            if rest.hasPrefix("${"), let end = rest.firstIndex(of: "}") {
                let hasSlash = !namesWithoutSlash.contains(rest[..<end].dropFirst(2))
                symbols += [.one(hasSlash: hasSlash), .run(hasSlash: hasSlash)]
                rest = rest[rest.index(after: end)...]
            } else {
                symbols.append(first == UInt8(ascii: "*") ? .run(hasSlash: true) : .byte(first))
                rest = Substring(rest.utf8.dropFirst())
            }
        }
        return symbols
    }

    /// Whether some text has the form's last field and matches a pattern with `*` and `?`: row by row, whether
    /// the rest of the form and the rest of the pattern have a text in common.
    private func overlaps(_ pattern: [UInt8]) -> Bool {
        let star = UInt8(ascii: "*")
        if pattern == [star] { return true }
        // Below the last symbol, nothing or stars are left to match.
        var below = [Bool](repeating: true, count: pattern.count + 1)
        for column in pattern.indices.reversed() { below[column] = below[column + 1] && pattern[column] == star }
        for symbol in resource.reversed() {
            var current = below
            for column in stride(from: pattern.count, through: 0, by: -1) {
                let letter = column < pattern.count ? pattern[column] : nil
                current[column] =
                    switch (symbol, letter) {
                    case (.run, nil): below[column]
                    case (_, nil): false
                    case (_, star?): below[column] || current[column + 1]
                    case (.run, let letter?): below[column] || (symbol.takes(letter) && current[column + 1])
                    case (_, let letter?): symbol.takes(letter) && below[column + 1]
                    }
            }
            below = current
        }
        return below[0]
    }
}
