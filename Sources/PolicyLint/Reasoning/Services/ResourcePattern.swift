/// The form of what stands in `Resource`: `*`, or an ARN with wildcards and policy variables.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>.
enum ResourcePattern {
    /// What is wrong with the form.
    enum Flaw {
        case empty
        case prefix
        case fields(Int)
        case partition(String)
        /// The service is not in lower case; with the ARN as it should be.
        case serviceCase(String)
        case region(String)
        case account(String)
    }

    /// The first flaw of a resource; nil for a well-formed one.
    static func flaw(of text: String) -> Flaw? {
        if text.isStar { return nil }
        var text = text
        return text.withUTF8(flaw(of:))
    }

    private static func flaw(of bytes: UnsafeBufferPointer<UInt8>) -> Flaw? {
        if bytes.isEmpty { return .empty }
        guard bytes.isLikeARN else {
            return bytes.allSatisfy({ $0 == UInt8(ascii: "*") }) || startsWithVariable(bytes) ? nil : .prefix
        }
        // The bounds of partition, service, Region and account; a colon inside `${…}` ends no field.
        var ends = InlineArray<5, Int>(repeating: 0)
        var count = 0
        var isInVariable = false
        var hasWildcard = false
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "$") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "{"):
                isInVariable = true
            case UInt8(ascii: "}"): isInVariable = false
            case UInt8(ascii: "*"): hasWildcard = true
            case UInt8(ascii: ":") where !isInVariable:
                ends[count] = index
                count += 1
            default: break
            }
            if count == 5 { break }
        }
        guard count == 5 else {
            // A wildcard may span the fields that are missing, if what stands before it can begin its own.
            let start = count == 0 ? 0 : ends[count - 1] + 1
            return hasWildcard && canBegin(field: count, bytes[start...]) ? nil : .fields(count + 1)
        }
        func field(_ number: Int) -> Slice<UnsafeBufferPointer<UInt8>> { bytes[ends[number - 1] + 1..<ends[number]] }
        if !isPartition(field(1)) { return .partition(string(field(1))) }
        if let flaw = serviceFlaw(field(2), bytes) { return flaw }
        if !isRegion(field(3)) { return .region(string(field(3))) }
        return isAccount(field(4)) ? nil : .account(string(field(4)))
    }

    /// Whether a field can begin with what stands before its first wildcard or variable: one of the service or the
    /// Region holds letters, digits and hyphens, one of the account twelve digits, `aws` or `cloudfront`.
    private static func canBegin(field number: Int, _ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let start = text.prefix { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "$") }
        // With no wildcard behind it, the fields are missing.
        if start.count == text.count { return false }
        if number < 4 { return start.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") } }
        return start.count <= 12 && start.allSatisfy(\.isDigit) || "aws".utf8.starts(with: start)
            || "cloudfront".utf8.starts(with: start)
    }

    private static func startsWithVariable(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count > 2 && (bytes[0] == UInt8(ascii: "$") || bytes[0] == UInt8(ascii: "{"))
            && bytes[1] == UInt8(ascii: "{")
    }

    private static func string(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    /// Whether a field holds a wildcard or a variable, and so can be anything.
    private static func isOpen(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        field.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "$") }
            || UnsafeBufferPointer(rebasing: field).hasVariable
    }

    private static func isPartition(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        if field.elementsEqual("aws".utf8) || isOpen(field) { return true }
        return partitions.contains { field.elementsEqual($0.utf8) }
    }

    /// The partitions beside that of the commercial Regions. A Region of a new one is in the catalogue before it opens: a
    /// test compares the two.
    ///
    /// Source: <https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json>.
    static let partitions = [
        "aws-cn", "aws-us-gov", "aws-eusc", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f",
    ]

    private static func serviceFlaw(
        _ field: Slice<UnsafeBufferPointer<UInt8>>, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Flaw? {
        guard field.contains(where: { $0.asciiLowercased != $0 }), !isOpen(field) else { return nil }
        let mended = bytes[..<field.startIndex] + field.asciiLowercased + bytes[field.endIndex...]
        return .serviceCase(string(mended))
    }

    /// `us-east-1`, `ap-southeast-2`, `us-gov-west-1`: words and a number.
    private static func isRegion(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let last = field.last else { return true }
        if isOpen(field) { return true }
        guard last.isDigit, field.count >= 6 else { return false }
        return field.contains(UInt8(ascii: "-"))
            && field.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") || ($0.isLetter && $0.asciiLowercased == $0) }
    }

    /// Twelve digits; AWS's own resources have `aws` in the place of an account.
    private static func isAccount(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        if field.isEmpty || isOpen(field) { return true }
        if field.count == 12, field.allSatisfy(\.isDigit) { return true }
        return field.elementsEqual("aws".utf8) || field.elementsEqual("cloudfront".utf8)
    }
}
