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
            command:
                "aws configservice describe-configuration-recorder-status > describe-configuration-recorder-status.json",
            next: "set up a recorder with a delivery channel in each Region, and start it",
            run: "aws configservice start-configuration-recorder --configuration-recorder-name NAME",
            none: "AWS Config does not record"
        ) { region in
            let recording = region.recorderStatus.elements.compactMap { status in
                status.value.isRecording.flatMap { flag in
                    flag.value ? status.evidence("`recording` is `true`", at: flag.span) : nil
                }
            }
            let gap =
                region.recorderStatus.gap("recorders' status") ?? region.deliveryChannels.gap("delivery channels")
                ?? region.recorders.gap("recorders")
            if let gap { return .unknown(gap) }
            guard let first = recording.first, let channel = region.deliveryChannels.elements.first else {
                return .nothing(region.recorderStatus.sources + region.deliveryChannels.sources)
            }
            guard region.recorders.elements.contains(where: { $0.value.recordsAll?.value ?? false }) else {
                return .unknown(
                    EvidenceGap(
                        "the recorder leaves types of resources out: a person must say whether they matter", [first]))
            }
            return .found(
                "AWS Config records everything, and delivers it",
                [first, channel.evidence("a delivery channel", at: channel.value.span)])
        }
    }
}
