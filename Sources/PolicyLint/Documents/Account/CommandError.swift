/// What the AWS CLI says on standard error when a call fails. It is evidence, too: `NoSuchEntity` proves
/// that something is not there, `AccessDenied` that it cannot be told.
///
/// Source: <https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-returncodes.html>, and botocore's
/// `ClientError.MSG_TEMPLATE`.
public struct CommandError: Sendable {
    /// The error's code: `NoSuchEntity`, `AccessDenied`, ….
    public let code: Located<String>
    /// The operation as the API calls it: `GetAccountPasswordPolicy`.
    public let operation: Located<String>

    /// Whether it proves that what was asked for is not there.
    public var provesAbsence: Bool { Self.absenceCodes.contains(code.value) }

    /// Whether it proves that there is an organization, and that it is not set up to look after root users: IAM has no
    /// trusted access, or the organization not all features.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOrganizationsFeatures.html>.
    public var provesObstacle: Bool {
        isAboutTrustedAccess || code.value == "OrganizationNotInAllFeaturesModeException"
    }

    /// Whether it says that IAM has no trusted access to the organization.
    public var isAboutTrustedAccess: Bool { code.value == "ServiceAccessNotEnabledException" }

    /// Whether it says that there is no such trail. Of a trail of the organization AWS says so to other accounts than the
    /// one to which it belongs.
    ///
    /// Source: <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html>.
    public var isAboutUnknownTrail: Bool {
        code.value == "TrailNotFoundException" || code.value == "CloudTrailARNInvalidException"
    }

    /// Reads a text that holds such a message in its first lines.
    init?(_ bytes: [UInt8]) {
        let start = Array(bytes.prefix(4096))
        guard let opening = Self.find("An error occurred (", in: start, from: 0),
            let closing = Self.find(") when calling the ", in: start, from: opening.upperBound),
            let end = Self.find(" operation", in: start, from: closing.upperBound),
            Self.isWord(start[opening.upperBound..<closing.lowerBound]),
            Self.isWord(start[closing.upperBound..<end.lowerBound])
        else { return nil }
        code = Self.word(start, opening.upperBound..<closing.lowerBound)
        operation = Self.word(start, closing.upperBound..<end.lowerBound)
    }

    private static let absenceCodes: Set<String> = [
        "NoSuchEntity", "NoSuchBucketPolicy", "NoSuchPublicAccessBlockConfiguration", "NoSuchLifecycleConfiguration",
        "NotFoundException", "ResourceNotFoundException", "OrganizationNotFoundException",
    ]

    private static func word(_ bytes: [UInt8], _ range: Range<Int>) -> Located<String> {
        Located(String(decoding: bytes[range], as: UTF8.self), at: SourceSpan(range))
    }

    private static func isWord(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ".") }
    }

    private static func find(_ text: String, in bytes: [UInt8], from start: Int) -> Range<Int>? {
        let wanted = Array(text.utf8)
        guard bytes.count >= start + wanted.count else { return nil }
        return (start...bytes.count - wanted.count).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
            .map { $0..<$0 + wanted.count }
    }
}
