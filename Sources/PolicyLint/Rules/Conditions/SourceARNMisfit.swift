/// An ARN of a bucket in `aws:SourceArn` that Amazon S3 never sends.
enum SourceARNMisfit: ConditionKeyRule {
    static let metadata = RuleMetadata(
        id: "source-arn-misfit", wing: .conditions, severity: .warning, kinds: .policies, fixes: [.suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html")
        ])

    static let keys: NameSet = ["aws:SourceArn"]

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for condition in statement.conditions where condition.isOn(keys) {
            guard let test = condition.operator, test.name.family == .string || test.name.family == .arn else {
                continue
            }
            for value in condition.values {
                guard let bucket = bucket(meantBy: value.value) else { continue }
                let edit = context.editing.replace(value.span, withString: bucket)
                context.report(
                    .misfit(value.value), at: value.span, fix: Fix("write `\(bucket)`", .suggestion, [edit]))
            }
        }
    }

    /// The ARN of the bucket that is meant by one with a Region or an account, or by one of objects; nil for all that
    /// Amazon S3 may send: buckets, and with both fields what has a type before its name, such as jobs.
    private static func bucket(meantBy text: String) -> String? {
        guard text.hasPrefix("arn:"), !text.hasVariable, let fields = text.arnFields, fields[2] == "s3" else {
            return nil
        }
        let (partition, region, account) = (fields[1], fields[3], fields[4])
        let parts = fields[5].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, !name.isEmpty, !name.utf8.contains(UInt8(ascii: ":")) else { return nil }
        if region.isEmpty && account.isEmpty {
            return parts.count == 2 ? "arn:\(partition):s3:::\(name)" : nil
        }
        guard parts.count == 1, !name.hasWildcard, isWritten(region) || isWritten(account) else { return nil }
        return "arn:\(partition):s3:::\(name)"
    }

    /// Whether a field names something, and no wildcard in it can stand for nothing.
    private static func isWritten(_ field: Substring) -> Bool { field.utf8.contains { $0 != UInt8(ascii: "*") } }
}

extension Message {
    fileprivate static func misfit(_ value: String) -> Message {
        Message(
            "Amazon S3 sends the ARN of a bucket in `aws:SourceArn`, which `\(value.excerpt)` is not: no request matches it",
            help: "write the bucket alone, without Region, account and key, such as `arn:aws:s3:::amzn-s3-demo-bucket`")
    }
}
