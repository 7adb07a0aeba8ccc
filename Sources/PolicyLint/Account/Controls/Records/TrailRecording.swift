/// Whether a trail of CloudTrail keeps what is done in the account, in all Regions.
enum TrailRecording: Control {
    static let metadata = ControlMetadata(
        id: "trail-recording", group: .records, title: "a trail of CloudTrail keeps what is done in every Region",
        closes: "what was done more than 90 days ago, nobody can tell, nor what an attacker did",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-create-and-update-a-trail.html"),
            .securityHub("CloudTrail.1"),
        ] + .cis("3.1", "3.1", "3.1", "4.1", "4.1"))

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        let line = lineOfOneTrail(
            evidence,
            { trail in
                trail.isMultiRegion.and(trail.isLogging).and(trail.logsReads).and(trail.logsWrites)
                    .and(trail.delivers(by: evidence.exportTime))
            },
            says: { "trail `\($0.name)` keeps what is done in every Region" },
            look:
                "look at the trail in CloudTrail: its bucket's policy has to let it write, and its selectors to take all management events",
            open: { openLine($0, evidence) })
        return [line]
    }

    private static func openLine(
        _ flaws: [(says: String, evidence: [Evidence])], _ evidence: AccountEvidence
    ) -> ChecklistLine {
        if flaws.isEmpty {
            return open(
                .account, "no trail keeps what is done in the account", evidence.regions.flatMap(\.trails.sources),
                next:
                    "make a trail of all Regions, most easily in the console, which makes its bucket, too; of the first one only the storage costs",
                command:
                    "aws cloudtrail create-trail --name account --s3-bucket-name BUCKET --is-multi-region-trail --enable-log-file-validation && aws cloudtrail start-logging --name account"
            )
        }
        return open(
            .account,
            "no trail keeps all that is done in the account: \(flaws.map(\.says).joined(separator: "; "))",
            flaws.flatMap(\.evidence),
            next: next(evidence), command: start(evidence))
    }

    /// What to do about trails of which none logs all: one of the organization is its management account's.
    private static func next(_ evidence: AccountEvidence) -> String {
        let owners = evidence.trails.map(\.foreignOwner)
        let what = "let a trail of all Regions log all management events, those that read among them"
        if owners.contains(nil) { return what }
        let others = Set(owners.compactMap(\.self)).sorted().joined(separator: " and ")
        return "ask account \(others), to which it belongs: \(what)"
    }

    /// The command that switches on the account's only trail that would log in all Regions, and stands still.
    private static func start(_ evidence: AccountEvidence) -> String? {
        let still = evidence.trails.filter { trail in
            if case .yes = trail.isMultiRegion, case .no = trail.isLogging {
                trail.foreignOwner == nil
            } else {
                false
            }
        }
        guard still.count == 1, let trail = still.first, let region = trail.homeRegion else { return nil }
        return
            "aws cloudtrail start-logging \(ShellWord.option("name", trail.arn)) \(ShellWord.option("region", region))"
    }
}
