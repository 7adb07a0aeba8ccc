/// Whether AWS Config records what is in each Region, and delivers it.
enum ConfigRecorder: Control {
    static let metadata = ControlMetadata(
        id: "config-recorder", group: .records, title: "what is in every Region is recorded by AWS Config",
        closes: "what a resource was before an attack, nobody can tell",
        references: [
            .documentation("https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html"),
            .securityHub("Config.1"),
        ] + .cis("3.3", "3.3", "3.3", "4.3", "4.3"), isOnlyForBenchmarks: true)

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        linesOfRegions(
            evidence, what: "recorders of AWS Config",
            export: (
                "configservice",
                [
                    "describe-configuration-recorders", "describe-configuration-recorder-status",
                    "describe-delivery-channels",
                ]
            ),
            next: "set up a recorder with a delivery channel in each Region, and start it",
            run: { regions in
                let commands = regions.compactMap(\.commandToRecord)
                return commands.isEmpty ? nil : commands.joined(separator: "; ")
            },
            none: "AWS Config does not record", finding) + linesOfGlobalTypes(evidence)
    }

    private static func finding(_ region: RegionEvidence) -> RegionFinding {
        if let gap = gap(region) { return .unknown(gap) }
        let running = region.runningRecorders
        let failures = running.compactMap(\.failure)
        guard failures.count < running.count, let channel = region.deliveryChannels.elements.first else {
            return .nothing(region.recorderStatus.sources + failures + region.deliveryChannels.sources)
        }
        if let whole = whole(region) {
            let what = whole.recordsGlobal ? "everything" : "everything but IAM's users, groups, roles and policies"
            return .found(
                "AWS Config records \(what), and delivers it",
                [whole.said, channel.evidence("a delivery channel", at: channel.value.span)])
        }
        let said = running.filter { $0.failure == nil }.map(\.said)
        if running.contains(where: { $0.recorder == nil }) {
            return .unknown(EvidenceGap("the export does not tell what the recorder records", said))
        }
        return .undecided(
            EvidenceGap("the recorder leaves types of resources out: a person must say whether they matter", said),
            look: "let the recorder record all types of resources, unless what it leaves out is of no use to you")
    }

    private static func gap(_ region: RegionEvidence) -> EvidenceGap? {
        region.recorderStatus.gap("recorders' status") ?? region.deliveryChannels.gap("delivery channels")
            ?? region.recorders.gap("recorders")
    }

    /// The recorder of a Region that runs, does not fail and records all types of resources, IAM's aside.
    private static func whole(_ region: RegionEvidence) -> (said: Evidence, recordsGlobal: Bool)? {
        let whole = region.runningRecorders.compactMap { running -> (said: Evidence, recordsGlobal: Bool)? in
            guard running.failure == nil, let recorder = running.recorder?.value, recorder.service == nil,
                recorder.recordsAll?.value == true
            else { return nil }
            return (running.said, recorder.recordsGlobal?.value ?? false)
        }
        return whole.first(where: \.recordsGlobal) ?? whole.first
    }

    /// IAM's users, groups, roles and policies belong to no Region: one Region at least has to record them.
    ///
    /// Source: <https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html>.
    private static func linesOfGlobalTypes(_ evidence: AccountEvidence) -> [ChecklistLine] {
        let recording = evidence.regions.compactMap { region in gap(region) == nil ? whole(region)?.said : nil }
        // Where nothing records, or it cannot be told, the Regions' own lines say so.
        if recording.isEmpty || evidence.regions.contains(where: isUndecided) { return [] }
        if evidence.regions.contains(where: { whole($0)?.recordsGlobal ?? false }) { return [] }
        return [
            open(
                .account, "no Region records IAM's users, groups, roles and policies", recording,
                next: "let the recorder of one Region include the global types of resources")
        ]
    }

    private static func isUndecided(_ region: RegionEvidence) -> Bool {
        if region.mixture != nil { return true }
        return switch finding(region) {
        case .unknown, .undecided: true
        case .found, .nothing: false
        }
    }
}
