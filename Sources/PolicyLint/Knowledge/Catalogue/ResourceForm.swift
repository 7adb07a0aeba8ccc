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
    /// Where the last field begins.
    private let resourceStart: Int
    /// The last field.
    private let resource: FormRow
    /// Region, account and last field in one.
    private let tail: FormRow

    /// The Region or the account.
    private struct Field {
        /// The value; empty where any may stand there.
        let text: String
        /// Whether any value may stand there.
        let isOpen: Bool

        init(_ bytes: UnsafeBufferPointer<UInt8>) {
            isOpen = bytes.isPlaceholder || (bytes.count == 1 && bytes[0] == UInt8(ascii: "*"))
            text = isOpen ? "" : String(decoding: bytes, as: UTF8.self)
        }

        /// Whether some value that a pattern stands for may be there. What the pattern leaves out counts as fitting.
        func fits(_ pattern: Substring) -> Bool {
            isOpen || pattern.isEmpty || NamePattern.matches(text.utf8, pattern.utf8)
        }

        func standing(_ pattern: Substring) -> FieldStanding {
            if text.isEmpty, !isOpen {
                return pattern.utf8.allSatisfy { $0 == UInt8(ascii: "*") } ? .fits : .superfluous
            }
            return pattern.isEmpty ? .missing : fits(pattern) ? .fits : .other
        }
    }

    /// Takes a form apart; nil where it is none.
    init?(_ text: String) {
        let parts = text.withBytes { bytes in
            ARNColons(bytes).map { colons in
                (
                    String(decoding: bytes[colons.service], as: UTF8.self),
                    bytes.part(colons.service).isPlaceholder,
                    Field(bytes.part(colons.region)),
                    Field(bytes.part(colons.account)),
                    colons.resource,
                    FormRow(bytes.part(colons.resource..<bytes.count)) {
                        Self.isOne($0, of: Self.namesWithoutSlash) ? UInt8(ascii: "/") : nil
                    },
                    FormRow(bytes.part(colons.region.lowerBound..<bytes.count)) {
                        Self.isOne($0, of: Self.namesWithColons) ? nil : UInt8(ascii: ":")
                    }
                )
            }
        }
        guard let parts else { return nil }
        self.text = text
        (service, isOfAnyService, region, account, resourceStart, resource, tail) = parts
    }

    /// The form as an example: in the partition of the commercial Regions.
    var example: String {
        let form = "arn:${Partition}".utf8
        return text.utf8.starts(with: form) ? "arn:aws" + Substring(text.utf8.dropFirst(form.count)) : text
    }

    /// The last field, with placeholders.
    var resourceText: Substring { text.part(resourceStart..<text.utf8.count) }

    /// What tells its ARNs from most others.
    var sketch: ResourceSketch {
        ResourceSketch(
            service: isOfAnyService ? nil : TextHash(service),
            beginning: resource.beginning.withUnsafeBufferPointer { FirstLetters($0) })
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
    ///
    /// - Parameter tail: That of the pattern.
    func fitsAcrossFields(_ pattern: ResourceARN, _ tail: PatternRow) -> Bool {
        hasService(like: pattern.service) && self.tail.meets(tail)
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
    func hasResource(of pattern: ResourceARN) -> Bool { resource.meets(pattern.row) }

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
}
