/// A recorder of AWS Config that runs, as its status says.
struct RunningRecorder {
    /// Where that stands.
    let said: Evidence
    /// Where the status says that it fails; nil where it does not.
    let failure: Evidence?
    /// What it records; nil where the export does not hold the recorder of that name.
    let recorder: Sourced<ConfigurationRecorder>?
}

extension RegionEvidence {
    /// The recorders that run, each with what it records.
    var runningRecorders: [RunningRecorder] {
        recorderStatus.elements.compactMap { status in
            guard let recording = status.value.isRecording, recording.value else { return nil }
            let name = status.value.name?.value
            return RunningRecorder(
                said: status.evidence("`recording` is `true`", at: recording.span),
                failure: status.value.failure.map { status.evidence("`lastStatus` is `\($0.value)`", at: $0.span) },
                recorder: recorders.elements.first { $0.value.name?.value == name })
        }
    }

    /// Why nothing can be told of it: it has no name, and lists of several Regions lie in it. Nil where they do not.
    var mixture: EvidenceGap? {
        guard name == nil else { return nil }
        let contradictory = [
            recorders.contradiction, recorderStatus.contradiction, deliveryChannels.contradiction,
            configRules.contradiction, eventRules.contradiction, analyzers.contradiction, trails.contradiction,
        ]
        guard let sources = contradictory.lazy.compactMap(\.self).first else { return nil }
        return EvidenceGap(
            "answers differ, as those of several Regions do: a folder `regions/NAME` for each tells them apart", sources
        )
    }
}

extension Listing {
    /// The answers, where two differ; nil where they do not.
    fileprivate var contradiction: [Evidence]? { extent == .contradictory ? sources : nil }
}
