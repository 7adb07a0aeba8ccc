/// Whether public access to buckets is blocked, whatever their policies and lists say: for the bucket, or for all buckets
/// of the account.
enum BucketPublicAccessBlock: Control {
    static let metadata = ControlMetadata(
        id: "bucket-public-access-block", group: .buckets, title: "public access to buckets is blocked",
        closes: "one wrong policy, and everybody reads the data",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html")
        ] + .cis("2.1.4", "2.1.4", "2.1.4", "3.1.4", "3.1.4"))

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        linesOfBuckets(evidence) { check($0, PublicAccessBlocks($0, evidence), evidence.accountID) }
    }

    private static func check(_ bucket: BucketEvidence, _ blocks: PublicAccessBlocks, _ id: String?) -> ChecklistLine {
        let subject = Subject.bucket(bucket.name)
        let settings = PublicAccessBlock.allSettings
        if let shown = blocks.evidence("all four settings are `true`", allOn: settings), shown.count == 1 {
            let isOwn = blocks.own.value?.off.isEmpty ?? false
            return pass(subject, "all four settings are on" + (isOwn ? "" : " for the whole account"), shown)
        }
        if let shown = blocks.evidence("some settings are `true`", allOn: settings) {
            return pass(subject, "all four settings are on, some for the bucket and some for the whole account", shown)
        }
        if let (gap, next, command) = blocks.gap(ofBucket: bucket.name, inAccount: id) {
            return cannotTell(subject, gap, next: next, command: command)
        }
        let absences = [blocks.own, blocks.account].compactMap { if case .absent(let said) = $0 { said } else { nil } }
        let off = blocks.off
        return open(
            subject, off.isEmpty ? "nothing blocks public access to the bucket" : says(off.map(\.name)),
            off.map(\.evidence) + absences, next: "block it, unless the bucket is meant for the public",
            command: PublicAccessBlock.command(forBucket: bucket.name))
    }
}
