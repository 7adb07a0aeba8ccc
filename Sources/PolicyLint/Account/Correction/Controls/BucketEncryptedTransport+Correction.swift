extension BucketEncryptedTransport: CorrectableControl {
    /// Each bucket's policy, as the other steps leave it, is given one more statement, which denies plain HTTP.
    ///
    /// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html>.
    static func steps(closing lines: [ChecklistLine], in account: CorrectionInput) -> [CorrectionStep] {
        lines.compactMap { line in
            guard case .bucket(let name) = line.subject,
                let bucket = account.corrected.evidence.buckets.elements.first(where: { $0.name == name }),
                let file = document(bucket, account)
            else { return nil }
            let policies = CorrectionFile.path("bucket-policies", name)
            let old = account.evidence.buckets.elements.first { $0.name == name }?.policy.value?.value
            let replaces =
                if let old {
                    Replacement(of: old, owner: Owner(kind: .bucket, name: name), path: policies, with: file.path)
                } else {
                    Optional(Replacement(reading: Replacement.ofBucket(name), before: nil, after: [file.path]))
                }
            return CorrectionStep(
                id: "encrypted-transport \(name)", stage: .permissions, title: "let bucket \(name) refuse plain HTTP",
                closes: [line], caution: "programs that do without HTTPS reach the bucket no longer",
                commands: [
                    CorrectionStep.command(
                        "s3api", "put-bucket-policy", ["bucket": name, "policy": "file://" + file.path])
                ], files: [file], replaces: [replaces].compactMap(\.self), after: [PolicySteps.policyID(policies)])
        }
    }

    /// The bucket's policy with the statement; nil where the control would not pass with it, or S3 may not take it.
    private static func document(_ bucket: BucketEvidence, _ account: CorrectionInput) -> CorrectionFile? {
        let old: [(key: String, value: JSONFragment)]
        if bucket.policy.isKnownAbsent {
            old = [(key: "Version", value: .string("2012-10-17")), (key: "Statement", value: .array([]))]
        } else {
            guard case .object(let members) = bucket.policy.value?.value.policy?.node.fragment else { return nil }
            old = members
        }
        guard old.count(where: { $0.key == "Statement" }) == 1 else { return nil }
        let caller = account.evidence.caller.value?.value.arn.flatMap { AmazonResourceName($0.value) }
        let refusal = refusal("arn:\(caller?.partition ?? "aws"):s3:::\(bucket.name)")
        let new = old.map { member -> (key: String, value: JSONFragment) in
            guard member.key == "Statement" else { return member }
            if case .array(let statements) = member.value { return (member.key, .array(statements + [refusal])) }
            return (member.key, .array([member.value, refusal]))
        }
        let file = CorrectionFile(
            CorrectionFile.path("encrypted-transport", bucket.name),
            JSONLayout.document.render(.object(new)) + "\n")
        let written = SourceFile(name: file.path, bytes: file.bytes)
        guard let document = DocumentFinder(kind: .resourcePolicy).documents(in: written).first,
            case .policy(let policy) = document.content, !account.refused.contain(policy, ofBucket: bucket.name),
            !AbsentPrincipals(evidence: account.evidence).areNamed(in: policy)
        else { return nil }
        var corrected = bucket
        let source = EvidenceSource(file: 0, document)
        corrected.policy = .value(Sourced(PolicyEvidence(document, from: source), from: source))
        return check(corrected, PublicAccessBlocks(bucket, account.evidence)).outcome == .pass ? file : nil
    }

    private static func refusal(_ arn: String) -> JSONFragment {
        .object([
            (key: "Effect", value: .string("Deny")), (key: "Principal", value: .string("*")),
            (key: "Action", value: .string("s3:*")),
            (key: "Resource", value: .array([.string(arn), .string(arn + "/*")])),
            (
                key: "Condition",
                value: .object([
                    (key: "Bool", value: .object([(key: "aws:SecureTransport", value: .string("false"))]))
                ])
            ),
        ])
    }
}
