/// What is known of one thing that a trail of CloudTrail should do.
enum TrailFinding {
    /// It does.
    case yes([Evidence])
    /// It does not: what is wrong, in words that name the trail.
    case no(String, [Evidence])
    /// It cannot be told.
    case unknown(EvidenceGap)

    /// Both have to be so. What is known to be wrong stays wrong, whatever else is not known.
    func and(_ other: TrailFinding) -> TrailFinding {
        switch (self, other) {
        case (.no, _): self
        case (_, .no): other
        case (.unknown, _): self
        case (_, .unknown): other
        case (.yes(let first), .yes(let second)): .yes(first + second)
        }
    }
}

extension TrailEvidence {
    /// `Name`; where no answer says it, the ARN.
    var name: String { settings?.value.name?.value ?? arn }
    /// The Region where it was made.
    var homeRegion: String? { settings?.value.homeRegion?.value ?? AmazonResourceName(arn)?.region }
    /// What a Region says of it.
    var settings: Sourced<Trail>? { details.first }

    /// Why its settings cannot be told: two Regions say different things of it. Nil where they agree.
    var contradiction: EvidenceGap? {
        guard let settings, let other = details.first(where: { $0.value != settings.value }) else { return nil }
        return EvidenceGap(
            "two answers differ on trail `\(name)`",
            [settings, other].map { $0.evidence("the trail", at: $0.value.span) })
    }

    /// Whether a setting is as it should be; an answer that leaves it out tells nothing.
    func has(
        _ setting: String, otherwise flaw: String, _ value: (Trail) -> Located<Bool>?
    ) -> TrailFinding {
        if let contradiction { return .unknown(contradiction) }
        guard let settings, let flag = value(settings.value) else {
            return .unknown(EvidenceGap("the export does not tell `\(setting)` of trail `\(name)`"))
        }
        let said = [settings.evidence("`\(setting)` is `\(flag.value)`", at: flag.span)]
        return flag.value ? .yes(said) : .no(flaw, said)
    }

    /// Whether a setting names something. Where nothing is set, AWS leaves the member out.
    func names(
        _ setting: String, otherwise flaw: String, _ value: (Trail) -> Located<String>?
    ) -> TrailFinding {
        if let contradiction { return .unknown(contradiction) }
        guard let settings else { return .unknown(EvidenceGap("the export does not hold trail `\(name)`")) }
        guard let name = value(settings.value), !name.value.isEmpty else {
            return .no(flaw, [settings.evidence("the trail has no `\(setting)`", at: settings.value.span)])
        }
        return .yes([settings.evidence("`\(setting)` is `\(name.value)`", at: name.span)])
    }

    /// Whether it logs in all Regions.
    var isMultiRegion: TrailFinding {
        has("IsMultiRegionTrail", otherwise: "trail `\(name)` logs in one Region only") { $0.isMultiRegion }
    }

    /// Whether it is switched on.
    var isLogging: TrailFinding {
        if let contradiction { return .unknown(contradiction) }
        guard let status = status.value else { return .unknown(gapOfStatus) }
        let flag = status.value.isLogging
        let said = [status.evidence("`IsLogging` is `\(flag.value)`", at: flag.span)]
        return flag.value ? .yes(said) : .no("trail `\(name)` does not log", said)
    }

    /// Whether it logs the management events that read.
    var logsReads: TrailFinding { logs("read", \.reads) }
    /// Whether it logs those that change something.
    var logsWrites: TrailFinding { logs("change something", \.writes) }

    /// The service whose changes it leaves out, though it logs those of others.
    var serviceLeftOut: EvidenceGap? {
        guard let selectors = selectors.value, case .allBut(let service) = selectors.value.writes else { return nil }
        return EvidenceGap(
            "trail `\(name)` leaves out what `\(service.value)` does: a person must say whether it matters",
            [selectors.evidence("`\(service.value)` is left out", at: service.span)])
    }

    private func logs(_ what: String, _ coverage: (EventSelectors) -> EventSelectors.Coverage) -> TrailFinding {
        guard let selectors = selectors.value else {
            if case .unknown = self.selectors, let byDefault = logsByDefault { return .yes([byDefault]) }
            if case .refused = self.selectors, let byDefault = logsByDefault { return .yes([byDefault]) }
            return .unknown(gapOfSelectors)
        }
        func said(_ says: String) -> [Evidence] { [selectors.evidence(says, at: selectors.value.span)] }
        switch coverage(selectors.value) {
        case .all: return .yes(said("it logs the management events that \(what)"))
        case .none:
            return .no("trail `\(name)` logs no management events that \(what)", said("its event selectors"))
        case .allBut(let service):
            return .no(
                "trail `\(name)` leaves out what `\(service.value)` does",
                [selectors.evidence("`\(service.value)` is left out", at: service.span)])
        case .some:
            return .unknown(
                EvidenceGap("trail `\(name)` logs some management events that \(what)", said("its event selectors")))
        }
    }

    /// What shows that it logs all management events, as trails do to which nobody gave event selectors.
    ///
    /// Source: <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html>.
    var logsByDefault: Evidence? {
        guard contradiction == nil, let settings, let custom = settings.value.hasCustomSelectors, !custom.value else {
            return nil
        }
        return settings.evidence("`HasCustomEventSelectors` is `false`", at: custom.span)
    }
}
