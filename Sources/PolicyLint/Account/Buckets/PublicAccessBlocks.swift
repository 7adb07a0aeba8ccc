/// The blocks of public access that hold for a bucket: its own, and the account's. Of each setting Amazon S3 takes the
/// stricter one.
///
/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html>.
struct PublicAccessBlocks {
    /// The bucket's own block.
    let own: Known<PublicAccessBlock>
    /// The account's block.
    let account: Known<PublicAccessBlock>

    init(_ bucket: BucketEvidence, _ evidence: AccountEvidence) {
        own = bucket.publicAccessBlock
        account = evidence.publicAccessBlock
    }

    /// What shows that all of these settings are on, in either block; nil where nothing does.
    func evidence(_ says: String, allOn settings: [KeyPath<PublicAccessBlock, Located<Bool>?>]) -> [Evidence]? {
        var shown: [Evidence] = []
        for setting in settings {
            guard
                let block = [own, account].compactMap(\.value).first(where: {
                    $0.value[keyPath: setting]?.value == true
                })
            else { return nil }
            let said = block.evidence(says, at: block.value.span)
            if !shown.contains(said) { shown.append(said) }
        }
        return shown
    }

    /// The settings that neither block has on.
    var off: [(name: String, evidence: Evidence)] {
        let isOn = Set(
            [own, account].compactMap(\.value).flatMap { block in
                block.value.settings.filter { $0.value?.value == true }.map(\.name)
            })
        guard let block = own.value ?? account.value else { return [] }
        return block.value.settings.filter { !isOn.contains($0.name) }.map { setting in
            (setting.name, block.evidence(ofSettingOff: setting))
        }
    }
}

extension PublicAccessBlocks {
    /// Why a setting that no block has on may be on all the same, and how to find out; nil where it is not. What one
    /// block does not have, the other may.
    func gap(
        ofBucket name: String, inAccount id: String?
    ) -> (gap: EvidenceGap, next: String, command: String)? {
        if let gap = own.gap(unlessAbsent: "block of public access to the bucket") {
            let command = ExportCommand.answer("get-public-access-block", ofBucket: name)
            return (gap, "export the bucket's block of public access", command)
        }
        if let gap = account.gap(unlessAbsent: "block of public access to all buckets of the account") {
            let command = ExportCommand.accountPublicAccessBlock(id ?? "ACCOUNT_ID")
            return (gap, "export the account's block of public access", command)
        }
        return nil
    }
}

extension Known {
    /// Why there is no answer, in words that name `what` was asked for; nil also where there is no such thing.
    fileprivate func gap(unlessAbsent what: String) -> EvidenceGap? { isKnownAbsent ? nil : gap(what) }
}

extension Sourced<PublicAccessBlock> {
    /// The settings that are not on.
    var off: [(name: String, evidence: Evidence)] {
        value.settings.filter { $0.value?.value != true }.map { ($0.name, evidence(ofSettingOff: $0)) }
    }

    /// What shows that a setting is not on.
    func evidence(ofSettingOff setting: (name: String, value: Located<Bool>?)) -> Evidence {
        evidence(
            "`\(setting.name)` is \(setting.value == nil ? "not there" : "`false`")",
            at: setting.value?.span ?? value.span)
    }
}

extension PublicAccessBlock {
    /// All four settings.
    static var allSettings: [KeyPath<PublicAccessBlock, Located<Bool>?>] {
        [\.blocksACLs, \.ignoresACLs, \.blocksPolicy, \.restrictsBuckets]
    }

    /// A configuration in which all four settings are on, as the AWS CLI takes it.
    static let closed =
        "BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true"

    /// The command that blocks public access to a bucket.
    static func command(forBucket name: String) -> String {
        "aws s3api put-public-access-block --bucket \(ShellWord.quote(name)) --public-access-block-configuration \(closed)"
    }

    /// The command that blocks public access to all buckets of an account.
    static func command(forAccount id: String) -> String {
        "aws s3control put-public-access-block --account-id \(id) --public-access-block-configuration \(closed)"
    }
}

extension Control {
    /// What one block of public access says of all four settings, where only it counts.
    static func line(
        of block: Known<PublicAccessBlock>, _ subject: Subject, _ what: String, command: String, export: String
    ) -> ChecklistLine {
        let next = "block it, unless something in it is meant for the public"
        switch block {
        case .value(let found):
            let off = found.off
            if off.isEmpty {
                return pass(
                    subject, "all four settings are on",
                    [found.evidence("all four settings are `true`", at: found.value.span)])
            }
            return open(subject, says(off.map(\.name)), off.map(\.evidence), next: next, command: command)
        case .absent(let said):
            return open(subject, "nothing blocks public access to the \(what)", [said], next: next, command: command)
        case .refused, .contradictory, .unknown:
            return cannotTell(
                subject, block.gap("block of public access to the \(what)") ?? EvidenceGap("the export does not tell"),
                next: "export the \(what)'s block of public access", command: export)
        }
    }

    /// Which settings are off, in words.
    static func says(_ off: [String]) -> String {
        "\(off.map { "`\($0)`" }.joined(separator: ", ")) \(off.count == 1 ? "is" : "are") not on"
    }
}
