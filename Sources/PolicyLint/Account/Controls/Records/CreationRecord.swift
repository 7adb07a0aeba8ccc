/// Whether it is written down who creates resources: AWS Config records, or a rule of EventBridge hears of it.
enum CreationRecord: Control {
    static let metadata = ControlMetadata(
        id: "creation-record", group: .records, title: "it is recorded who creates resources",
        closes: "nobody knows whose a resource is, nor since when it is there", guide: 4,
        references: [
            .documentation("https://docs.aws.amazon.com/config/latest/developerguide/WhatIsConfig.html")
        ])

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        if evidence.regions.isEmpty {
            return [
                cannotTell(
                    .account, EvidenceGap("the export speaks of no recorder of AWS Config and no rule of EventBridge"),
                    next: "export the recorders of the Regions that you use",
                    command:
                        "aws configservice describe-configuration-recorder-status > describe-configuration-recorder-status.json"
                )
            ]
        }
        var lines: [ChecklistLine] = []
        var silent: [RegionEvidence] = []
        for region in evidence.regions {
            let subject = region.name.map { Subject.region($0) } ?? .account
            if let (says, evidence) = record(in: region) {
                lines.append(pass(subject, says, evidence))
            } else if let gap = gap(of: region) {
                lines.append(cannotTell(subject, gap, next: "export the Region's recorders and rules again"))
            } else {
                silent.append(region)
            }
        }
        // One line for all of them: an account has many Regions in which nothing is.
        if !silent.isEmpty { lines.append(nothing(in: silent)) }
        return lines
    }

    /// What records in a Region.
    private static func record(in region: RegionEvidence) -> (says: String, evidence: [Evidence])? {
        for status in region.recorderStatus.elements {
            guard let recording = status.value.isRecording, recording.value else { continue }
            return ("AWS Config records", [status.evidence("`recording` is `true`", at: recording.span)])
        }
        for rule in region.eventRules.elements {
            guard rule.value.isEnabled, let pattern = rule.value.pattern, let state = rule.value.state,
                pattern.value.contains("AWS API Call via CloudTrail")
            else { continue }
            return (
                "EventBridge hears of API calls",
                [
                    rule.evidence("`State` is `\(state.value)`", at: state.span),
                    rule.evidence("the rule is for API calls that CloudTrail sees", at: pattern.span),
                ]
            )
        }
        return nil
    }

    /// Why it is not known that nothing records in a Region.
    private static func gap(of region: RegionEvidence) -> EvidenceGap? {
        region.recorderStatus.gap("recorders of AWS Config") ?? region.eventRules.gap("rules of EventBridge")
    }

    private static func nothing(in regions: [RegionEvidence]) -> ChecklistLine {
        let names = regions.compactMap(\.name)
        let listed =
            names.count > 3
            ? "\(names.prefix(2).joined(separator: ", ")) and \(names.count - 2) more Regions"
            : names.joined(separator: ", ")
        let evidence = regions.prefix(3).flatMap { $0.recorderStatus.sources + $0.eventRules.sources }
        // A recorder that stands still is only started.
        let recorder = regions.lazy.flatMap(\.recorders.elements).compactMap(\.value.name?.value).first
        return open(
            .account, "nothing records who creates resources" + (names.isEmpty ? "" : " in \(listed)"), evidence,
            next:
                "set up AWS Config in the Regions that you use, or let a rule of EventBridge tell of API calls; in the others deny the creation of resources",
            command: recorder.map {
                "aws configservice start-configuration-recorder --configuration-recorder-name \(ShellWord.quote($0))"
            })
    }
}
