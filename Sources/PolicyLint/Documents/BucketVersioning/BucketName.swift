/// Names of S3 buckets.
///
/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html>.
enum BucketName {
    /// Whether a part of a file's name is almost certainly the name of a bucket: one that S3 takes, of at
    /// least two words, and no date, no Region, and no words that tell one answer from another.
    static func isPlausible(_ text: some StringProtocol) -> Bool {
        guard isValid(text) else { return false }
        let words = text.split { $0 == "-" || $0 == "." }
        return words.count > 1 && words.contains { !isNumber($0) } && !isRegion(words)
            && !words.allSatisfy { isNumber($0) || labels.contains(String($0)) }
    }

    /// Whether S3 takes the text as the name of a general purpose bucket.
    static func isValid(_ text: some StringProtocol) -> Bool {
        let bytes = Array(text.utf8)
        guard (3...63).contains(bytes.count), let first = bytes.first, let last = bytes.last else { return false }
        let isPlain = bytes.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
        return isPlain && isLetterOrDigit(first) && isLetterOrDigit(last) && !text.contains("..")
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        byte.isDigit || (byte.isLetter && byte.asciiLowercased == byte)
    }

    private static func isNumber(_ word: some StringProtocol) -> Bool { word.utf8.allSatisfy(\.isDigit) }

    /// Whether the words are a Region's: `eu-central-1`, `us-gov-west-1`.
    private static func isRegion(_ words: [some StringProtocol]) -> Bool {
        guard (3...4).contains(words.count), let first = words.first, let last = words.last else { return false }
        return first.utf8.count == 2 && last.utf8.count == 1 && isNumber(last)
            && words.dropLast().allSatisfy {
                $0.utf8.allSatisfy(\.isLetter)
            }
    }

    /// Words with which people tell answers apart.
    private static let labels: Set<String> = [
        "after", "answer", "before", "current", "delete", "disabled", "empty", "enabled", "example", "expected",
        "input", "latest", "mfa", "mfadelete", "never", "new", "no", "none", "not", "off", "old", "on", "output",
        "response", "result", "sample", "state", "status", "suspended", "test", "today", "versioning", "with",
        "without",
    ]
}
