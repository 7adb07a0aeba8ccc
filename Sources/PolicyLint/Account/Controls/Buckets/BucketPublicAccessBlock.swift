/// Whether public access to buckets is blocked, whatever their policies and lists say.
enum BucketPublicAccessBlock: Control {
    static let metadata = ControlMetadata(
        id: "bucket-public-access-block", group: .buckets, title: "public access to buckets is blocked",
        closes: "one wrong policy, and everybody reads the data",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"),
            .securityHub("S3.8"),
        ] + .cis("2.1.4", "2.1.4", "2.1.4", "3.1.4", "3.1.4"))

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] { linesOfBuckets(evidence) { check($0) } }

    private static func check(_ bucket: BucketEvidence) -> ChecklistLine {
        let (subject, name) = (Subject.bucket(bucket.name), ShellWord.quote(bucket.name))
        let command =
            "aws s3api put-public-access-block --bucket \(name) --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true"
        let next = "block it, unless the bucket is meant for the public"
        switch bucket.publicAccessBlock {
        case .value(let block):
            let off = block.value.settings.filter { $0.value?.value != true }
            if off.isEmpty {
                return pass(
                    subject, "all four settings are on",
                    [block.evidence("all four settings are `true`", at: block.value.span)])
            }
            return open(
                subject,
                "\(off.map { "`\($0.name)`" }.joined(separator: ", ")) \(off.count == 1 ? "is" : "are") not on",
                off.map { setting in
                    block.evidence(
                        "`\(setting.name)` is \(setting.value == nil ? "not there" : "`false`")",
                        at: setting.value?.span ?? block.value.span)
                }, next: next, command: command)
        case .absent(let said):
            return open(subject, "nothing blocks public access to the bucket", [said], next: next, command: command)
        case .refused, .contradictory, .unknown:
            return cannotTell(
                subject,
                bucket.publicAccessBlock.gap("block of public access to the bucket")
                    ?? EvidenceGap("the export does not tell"), next: "export the bucket's block of public access",
                command: "aws s3api get-public-access-block --bucket \(name) > get-public-access-block.json")
        }
    }
}
