/// Whether the versions in a bucket can be deleted without MFA. Which buckets must keep their data only a
/// person knows: there is a line for each.
enum BucketMFADelete: Control {
    static let metadata = ControlMetadata(
        id: "bucket-mfa-delete", group: .buckets, title: "deleting versions for good takes MFA",
        closes: "who has a key can delete the data and all its versions", guide: 4,
        references: [
            .documentation(
                "https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html"),
            .securityHub("S3.20"),
        ] + .cis("2.1.2", "2.1.2", "2.1.2", "3.1.2", "3.1.2"))

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        linesOfBuckets(evidence) { check($0, evidence) }
    }

    private static func check(_ bucket: BucketEvidence, _ evidence: AccountEvidence) -> ChecklistLine {
        guard let versioning = bucket.versioning.value else {
            return cannotTell(
                .bucket(bucket.name),
                bucket.versioning.gap("versioning of the bucket") ?? EvidenceGap("the export does not tell"),
                next: "export the bucket's versioning",
                command: ExportCommand.answer("get-bucket-versioning", ofBucket: bucket.name))
        }
        let state = versioning.value
        if state.isEnabled, state.requiresMFAToDelete {
            return pass(
                .bucket(bucket.name), "versions are kept, and deleting one takes MFA", said(versioning))
        }
        let says =
            state.isEnabled
            ? "versions are kept, and can be deleted without MFA"
            : state.isSuspended ? "versioning is suspended: new data replaces the old" : "no versions are kept"
        // S3 takes the one or the other.
        let rules = bucket.lifecycle.value.map { $0.value.elements.filter(\.isEnabled) } ?? []
        if let rule = rules.first, let lifecycle = bucket.lifecycle.value {
            return open(
                .bucket(bucket.name), says,
                said(versioning) + [lifecycle.evidence("the bucket has a lifecycle rule", at: rule.span)],
                next:
                    "if the data must be kept, take the lifecycle rules away first, which S3 does not allow together with MFA delete",
                command: "aws s3api delete-bucket-lifecycle --bucket \(ShellWord.quote(bucket.name))")
        }
        let password = RootSignIn.password(evidence)
        if password.yes.isEmpty, !password.no.isEmpty {
            return open(
                .bucket(bucket.name), says, said(versioning) + password.no,
                next:
                    "if the data must be kept, lock it by S3 Object Lock: MFA delete takes the root user, who has no password here"
            )
        }
        let device = RootSignIn.codeDevice(evidence)
        return open(
            .bucket(bucket.name), says, said(versioning),
            next: "if the data must be kept, run this as root in CloudShell, with a code of its \(device.inWords)",
            command: VersioningCommand.enable(
                BucketVersioning(bucket: bucket.name), device: device.serial, account: evidence.accountID,
                partition: evidence.partition))
    }

    private static func said(_ versioning: Sourced<BucketVersioning>) -> [Evidence] {
        let members = [versioning.value.status, versioning.value.mfaDelete].compactMap { $0 }
        if members.isEmpty { return [versioning.evidence("the answer is empty", at: versioning.source.span)] }
        return members.map { member in
            versioning.evidence("`\(member.key.value)` is `\(inWords(member.value))`", at: member.span)
        }
    }

    /// A state: AWS Config says one by a Boolean or null.
    private static func inWords(_ state: JSONNode) -> String {
        state.string ?? state.locatedBoolean.map { "\($0.value)" } ?? "null"
    }
}
