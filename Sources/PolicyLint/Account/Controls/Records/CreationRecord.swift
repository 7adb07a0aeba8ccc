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
            if let mixed = line(ofMixed: region) {
                lines.append(mixed)
                continue
            }
            switch record(in: region, of: evidence) {
            case .found(let says, let evidence): lines.append(pass(subject, says, evidence))
            case .unknown(let gap):
                lines.append(
                    cannotTell(
                        subject, gap,
                        next:
                            "export the Region's recorders with their status, delivery channels, and rules with their targets",
                        command: export(of: region)))
            case .restsOnTrail(let gap, let trail):
                lines.append(
                    cannotTell(
                        subject, gap,
                        next: "export the Region's trails with their status and event selectors",
                        command: trail?.export
                            ?? ExportCommand.answer("cloudtrail", "describe-trails", inRegion: region.name)))
            case .nothing(let flaw?, let evidence):
                lines.append(
                    open(
                        subject, flaw, evidence,
                        next:
                            "let a recorder record all types of resources, with a delivery channel and a role that may write to its bucket, or a rule of EventBridge hand API calls that a trail logs to a target"
                    ))
            case .nothing(nil, _): silent.append(region)
            }
        }
        // One line for all of them: an account has many Regions in which nothing is.
        if !silent.isEmpty { lines.append(nothing(in: silent)) }
        return lines
    }

    /// What is known of the record of a Region.
    private enum Record {
        /// There is one.
        case found(says: String, evidence: [Evidence])
        /// There is none; what comes close to one is said.
        case nothing(flaw: String?, evidence: [Evidence])
        /// A rule of EventBridge hears of it if a trail logs, or this one does, which cannot be told.
        case restsOnTrail(EvidenceGap, TrailEvidence?)
        /// It cannot be told.
        case unknown(EvidenceGap)
    }

    private static func record(in region: RegionEvidence, of account: AccountEvidence) -> Record {
        let config = recorder(in: region)
        if case .found = config { return config }
        let rules = rule(in: region, of: account)
        if case .found = rules { return rules }
        if case .restsOnTrail = rules { return rules }
        if case .unknown = config { return config }
        if case .unknown = rules { return rules }
        if case .nothing(nil, _) = config { return rules }
        return config
    }

    /// What AWS Config records in a Region, and whether it arrives.
    ///
    /// Sources: <https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationRecorderStatus.html>,
    /// <https://docs.aws.amazon.com/config/latest/APIReference/API_StartConfigurationRecorder.html>.
    private static func recorder(in region: RegionEvidence) -> Record {
        var flaw: (says: String, evidence: [Evidence])?
        var doubt: EvidenceGap?
        for running in region.runningRecorders {
            let said = running.said
            if let failure = running.failure {
                flaw = ("AWS Config fails to record", [said, failure])
                continue
            }
            guard let recorder = running.recorder else {
                return .unknown(
                    region.recorders.gap("recorders of AWS Config")
                        ?? EvidenceGap("the export does not tell what the recorder records", [said]))
            }
            if recorder.value.recordsListed {
                flaw = (
                    "AWS Config records \(inWords(recorder.value.resourceTypes.count)) of resources only",
                    [said, recorder.evidence("what it records", at: recorder.value.span)]
                )
                continue
            }
            if let first = recorder.value.leftOut.first {
                doubt = EvidenceGap(
                    "AWS Config leaves \(inWords(recorder.value.leftOut.count)) of resources out: a person must say whether they matter",
                    [said, recorder.evidence("`\(first.value)` is left out", at: first.span)])
                continue
            }
            if let channel = region.deliveryChannels.elements.first {
                if let gap = contradiction(in: region) { return .unknown(gap) }
                return .found(
                    says: "AWS Config records",
                    evidence: [said, channel.evidence("a delivery channel", at: channel.value.span)])
            }
            if let gap = region.deliveryChannels.gap("delivery channels of AWS Config") { return .unknown(gap) }
            flaw = ("AWS Config delivers nothing: it has no delivery channel", [said] + region.deliveryChannels.sources)
        }
        if let doubt { return .unknown(doubt) }
        let lacks = region.recorders.extent == .unknown ? "recorders of AWS Config" : "recorders' status"
        if let gap = region.recorderStatus.gap(lacks) { return .unknown(gap) }
        return .nothing(flaw: flaw?.says, evidence: flaw?.evidence ?? [])
    }

    /// One of two lists that differ is older, and may speak of what is gone.
    private static func contradiction(in region: RegionEvidence) -> EvidenceGap? {
        if region.recorderStatus.extent == .contradictory { return region.recorderStatus.gap("recorders' status") }
        if region.recorders.extent == .contradictory { return region.recorders.gap("recorders of AWS Config") }
        guard region.deliveryChannels.extent == .contradictory else { return nil }
        return region.deliveryChannels.gap("delivery channels of AWS Config")
    }

    private static func inWords(_ types: Int) -> String {
        types == 1 ? "1 type" : types == 0 ? "few types" : "\(types) types"
    }

    /// The rule of EventBridge that hears of API calls in a Region, if a trail of CloudTrail logs them.
    ///
    /// Source: <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html>.
    private static func rule(in region: RegionEvidence, of account: AccountEvidence) -> Record {
        var partial: Evidence?
        var flaw: (says: String, evidence: [Evidence])?
        var doubt: EvidenceGap?
        for rule in region.eventRules.elements {
            guard rule.value.isEnabled, rule.value.hears(of: account.accountID, in: region.name),
                let pattern = rule.value.pattern, let state = rule.value.state
            else { continue }
            switch rule.value.calls {
            case .none: continue
            case .some: partial = rule.evidence("the rule is for some API calls", at: pattern.span)
            case .creations:
                let said = [
                    rule.evidence("`State` is `\(state.value)`", at: state.span),
                    rule.evidence("the rule is for API calls that CloudTrail sees", at: pattern.span),
                ]
                let targets = targets(of: rule.value, in: region)
                if let target = targets.elements.first {
                    let said = said + [target.evidence("a target", at: target.value.span)]
                    return record(in: region, of: account, ofRule: said)
                }
                if let gap = targets.gap("targets of the rule that hears of API calls") {
                    doubt = gap
                } else {
                    flaw = ("the rule of EventBridge that hears of API calls has no target", said + targets.sources)
                }
            }
        }
        if let doubt { return .unknown(doubt) }
        if let gap = region.eventRules.gap("rules of EventBridge") { return .unknown(gap) }
        if let partial {
            return .unknown(
                EvidenceGap(
                    "EventBridge hears of some API calls: a person must say whether all that create resources are among them",
                    [partial]))
        }
        return .nothing(flaw: flaw?.says, evidence: flaw?.evidence ?? [])
    }

    /// What a rule of EventBridge that hears of API calls is worth: CloudTrail tells it of those that a trail logs.
    private static func record(
        in region: RegionEvidence, of account: AccountEvidence, ofRule said: [Evidence]
    ) -> Record {
        if let gap = account.contradictionOfTrails { return .restsOnTrail(gap, nil) }
        var flaws: [(says: String, evidence: [Evidence])] = []
        var doubt: (gap: EvidenceGap, trail: TrailEvidence)?
        for trail in account.trails(in: region) {
            let writes = trail.serviceLeftOut.map { TrailFinding.unknown($0) } ?? trail.logsWrites
            switch trail.isLogging.and(writes) {
            case .yes(let evidence):
                return .found(
                    says: "a rule of EventBridge hears of the API calls that trail `\(trail.name)` logs",
                    evidence: said + evidence)
            case .no(let says, let evidence): flaws.append((says, evidence))
            case .unknown(let gap): doubt = doubt ?? (gap, trail)
            }
        }
        let hears = "EventBridge hears of API calls only where a trail of CloudTrail logs them"
        if let doubt {
            return .restsOnTrail(EvidenceGap("\(hears): \(doubt.gap.says)", said + doubt.gap.evidence), doubt.trail)
        }
        if let gap = region.trails.gap("trails") {
            return .restsOnTrail(EvidenceGap("\(hears): \(gap.says)", said + gap.evidence), nil)
        }
        let flaw = flaws.isEmpty ? "there is none" : flaws.map(\.says).joined(separator: "; ")
        return .nothing(
            flaw: "\(hears): \(flaw)",
            evidence: said + (flaws.isEmpty ? region.trails.sources : flaws.flatMap(\.evidence)))
    }

    private static func targets(of rule: EventRule, in region: RegionEvidence) -> Listing<Sourced<EventTarget>> {
        rule.name.flatMap { region.eventTargets[$0.value] } ?? Listing()
    }

    /// The commands that export what is known of a record.
    private static func export(of region: RegionEvidence) -> String {
        let rules = region.eventRules.elements.map(\.value).filter {
            $0.isEnabled && $0.calls == .creations && !targets(of: $0, in: region).isWhole
        }
        let answers = [
            ("configservice", "describe-configuration-recorders"),
            ("configservice", "describe-configuration-recorder-status"),
            ("configservice", "describe-delivery-channels"), ("events", "list-rules"),
        ].map { ExportCommand.answer($0, $1, inRegion: region.name) }
        let ofRules = rules.compactMap(\.name).map { ExportCommand.targets(ofRule: $0.value, inRegion: region.name) }
        return (answers + ofRules).joined(separator: "; ")
    }

    private static func nothing(in regions: [RegionEvidence]) -> ChecklistLine {
        let names = regions.compactMap(\.name)
        let listed =
            names.count > 3
            ? "\(names.prefix(2).joined(separator: ", ")) and \(names.count - 2) more Regions"
            : names.joined(separator: ", ")
        let evidence = regions.prefix(3).flatMap { $0.recorderStatus.sources + $0.eventRules.sources }
        return open(
            .account, "nothing records who creates resources" + (names.isEmpty ? "" : " in \(listed)"), evidence,
            next:
                "set up AWS Config in the Regions that you use, or let a rule of EventBridge tell of API calls; in the others deny the creation of resources",
            command: regions.lazy.compactMap(\.commandToRecord).first)
    }
}
