/// The form of the ARNs of a resource type, with placeholders: `arn:${Partition}:s3:::${BucketName}`.
///
/// A class, because forms are kept and handed around by the hundred.
final class ResourceForm: Sendable {
    /// The form as the catalogue has it.
    let text: String
    /// The service in its ARNs, which need not be the prefix of its actions.
    let service: String
    private let region: Field
    private let account: Field
    /// Whether a placeholder stands in the place of its service.
    private let isOfAnyService: Bool
    /// The last field.
    private let resource: Row
    /// Region, account and last field in one.
    private let tail: Row

    /// The Region or the account.
    private struct Field {
        let text: Substring
        /// Whether any value may stand there.
        let isOpen: Bool

        init(_ text: Substring) {
            self.text = text
            isOpen = text.hasPrefix("${") || text == "*"
        }

        /// Whether some value that a pattern stands for may be there. What the pattern leaves out counts as fitting.
        func fits(_ pattern: Substring) -> Bool {
            isOpen || pattern.isEmpty || NamePattern.matches(text.utf8, pattern.utf8)
        }

        func standing(_ pattern: Substring) -> FieldStanding {
            if text.isEmpty { return pattern.utf8.allSatisfy { $0 == UInt8(ascii: "*") } ? .fits : .superfluous }
            return pattern.isEmpty ? .missing : fits(pattern) ? .fits : .other
        }
    }

    /// Fields with placeholders.
    private struct Row {
        let symbols: [Symbol]
        /// The letters before the first placeholder.
        let beginning: [UInt8]
        /// Whether nothing but one placeholder for any letters follows.
        let isOpen: Bool

        init(_ symbols: [Symbol]) {
            self.symbols = symbols
            var beginning: [UInt8] = []
            for symbol in symbols {
                guard case .byte(let byte) = symbol else { break }
                beginning.append(byte)
            }
            self.beginning = beginning
            if symbols.count == beginning.count + 2, case .one(nil) = symbols[beginning.count],
                case .run(nil) = symbols[beginning.count + 1]
            {
                isOpen = true
            } else {
                isOpen = false
            }
        }
    }

    /// A letter or a placeholder, or what stands for one.
    private enum Symbol {
        case byte(UInt8)
        /// Any byte but one that the placeholder's values do not hold.
        case one(without: UInt8?)
        /// Any number of such bytes.
        case run(without: UInt8?)
    }

    /// Takes a form apart; nil where it is none.
    init?(_ text: String) {
        guard let fields = text.arnFields, fields[0] == "arn" else { return nil }
        self.text = text
        service = String(fields[2])
        isOfAnyService = service.hasPrefix("${")
        region = Field(fields[3])
        account = Field(fields[4])
        resourceText = fields[5]
        resource = Row(Self.symbols(fields[5]) { Self.isOne($0, of: Self.namesWithoutSlash) ? UInt8(ascii: "/") : nil })
        tail = Row(
            Self.symbols(text[fields[3].startIndex...]) {
                Self.isOne($0, of: Self.namesWithColons) ? nil : UInt8(ascii: ":")
            })
    }

    /// The form as an example: in the partition of the commercial Regions.
    var example: String {
        let form = "arn:${Partition}"
        return text.hasPrefix(form) ? "arn:aws" + text.dropFirst(form.count) : text
    }

    /// The last field, with placeholders.
    let resourceText: Substring

    /// What tells its ARNs from most others.
    var sketch: ResourceSketch {
        ResourceSketch(
            service: isOfAnyService ? nil : TextHash(service), beginning: FirstLetters(resource.beginning))
    }

    /// Whether some ARN that a pattern stands for has the form, field by field. A Region or account that the pattern
    /// leaves out counts as fitting: AWS's own resources have none where others do.
    func fits(_ pattern: ResourceARN) -> Bool {
        hasService(like: pattern.service) && region.fits(pattern.region) && account.fits(pattern.account)
            && hasResource(of: pattern)
    }

    /// Whether a `*` at the end of a pattern's Region or account reaches over colons, so that its fields are not
    /// those that they seem, and the form fits: `arn:aws:secretsmanager:*:*:orders-*` stands for
    /// `arn:aws:secretsmanager:us-east-1:111122223333:secret:orders-AbCdEf`. AWS says that it can; as it is not sure
    /// that it always does, a form counts as fitting that fits in either reading, and a pattern as a misfit that does
    /// in none.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html#reference_policies_elements_resource_wildcards>.
    func fitsAcrossFields(_ pattern: ResourceARN) -> Bool {
        guard pattern.mayCrossFields, hasService(like: pattern.service) else { return false }
        return Self.overlap(tail, pattern.tailRow)
    }

    /// How the Region or the account of a pattern stands to a form's.
    enum FieldStanding: Hashable, Sendable {
        /// Some value that the pattern stands for may be there.
        case fits
        /// The form has one, and the pattern leaves it empty.
        case missing
        /// The form has none, and the pattern has.
        case superfluous
        /// The form has one value alone, such as `aws`, and the pattern another.
        case other
    }

    /// Whether a service stands in its ARNs; a recovery point of AWS Backup has that of any.
    func hasService(_ service: String) -> Bool { self.service == service || isOfAnyService }

    private func hasService(like pattern: String) -> Bool {
        pattern.isEmpty || isOfAnyService || service == pattern || NamePattern.matches(service.utf8, pattern.utf8)
    }

    /// How the Region of a pattern stands to the form's.
    func region(of pattern: ResourceARN) -> FieldStanding { region.standing(pattern.region) }

    /// How the account of a pattern stands to the form's.
    func account(of pattern: ResourceARN) -> FieldStanding { account.standing(pattern.account) }

    /// Whether some text that the last field of a pattern stands for has the form.
    func hasResource(of pattern: ResourceARN) -> Bool { Self.overlap(resource, pattern.row) }

    /// Names of placeholders whose values hold no slash.
    ///
    /// Sources: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html>,
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html>.
    private static let namesWithoutSlash = ["BucketName", "TableName"]

    /// Names of placeholders whose values may hold a colon.
    ///
    /// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html>.
    private static let namesWithColons = ["ObjectName", "KeyName"]

    private static func isOne(_ name: Slice<UnsafeBufferPointer<UInt8>>, of names: [String]) -> Bool {
        names.contains { $0.utf8.count == name.count && name.elementsEqual($0.utf8) }
    }

    private static func symbols(
        _ text: Substring, excluding excluded: (Slice<UnsafeBufferPointer<UInt8>>) -> UInt8?
    ) -> [Symbol] {
        text.withBytes { bytes in
            var symbols: [Symbol] = []
            symbols.reserveCapacity(bytes.count)
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                let isPlaceholder =
                    byte == UInt8(ascii: "$") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "{")
                if isPlaceholder, let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) {
                    let none = excluded(bytes[(index + 2)..<end])
                    symbols.append(.one(without: none))
                    symbols.append(.run(without: none))
                    index = end + 1
                } else {
                    symbols.append(byte == UInt8(ascii: "*") ? .run(without: nil) : .byte(byte))
                    index += 1
                }
            }
            return symbols
        }
    }

    /// Whether some text has a form and matches a pattern: symbol by symbol from the end, of which letters on the
    /// rest of the pattern may go with the rest of the form. One bit a letter.
    private static func overlap(_ form: Row, _ row: PatternRow) -> Bool {
        if row.isEverything { return true }
        // A quick look, which most pairs fail: the letters before the first placeholder or wildcard are not the same.
        guard row.beginsLike(form.beginning) else { return false }
        // A quick look, which most others pass: what follows on the one side is open for all that follows on the other.
        if row.isOpen(after: form.beginning.count) || form.isOpen && row.plainCount > form.beginning.count {
            return true
        }
        // Behind the last symbol, nothing or a star is left to match.
        var rest = row.end | (row.stars & (row.end >> 1))
        for symbol in form.symbols.reversed() {
            switch symbol {
            case .byte(let byte): rest = row.before(rest, taking: row.places(of: byte))
            case .one(let excluded): rest = row.before(rest, taking: row.places(without: excluded))
            case .run(let excluded): rest = row.filled(rest, over: row.places(without: excluded))
            }
            if rest == 0 { return false }
        }
        return rest & 1 == 1
    }
}
