/// What is done with the objects in buckets.
enum ObjectUse {
    case reading, writing

    /// In words that follow "logs": "the reading of objects".
    var inWords: String { self == .reading ? "the reading of objects" : "the writing of objects" }

    /// Of which buckets selectors log it.
    func coverage(_ selectors: EventSelectors) -> ObjectCoverage {
        self == .reading ? selectors.objectReads : selectors.objectWrites
    }
}

extension TrailEvidence {
    /// Whether it logs what is done with the objects of all buckets.
    func logs(_ use: ObjectUse) -> TrailFinding {
        guard let selectors = selectors.value else {
            // Of another account's trail, nobody says that its list tells of event selectors rightly.
            guard let byDefault = logsByDefault, foreignOwner == nil, !hasContradictorySelectors else {
                return .unknown(gapOfSelectors)
            }
            return .no("trail `\(name)` does not log \(use.inWords)", [byDefault])
        }
        switch use.coverage(selectors.value) {
        case .all:
            return .yes([selectors.evidence("it logs \(use.inWords) in all buckets", at: selectors.value.span)])
        case .some(let arn):
            return .no(
                "trail `\(name)` logs \(use.inWords) in some buckets only",
                [selectors.evidence("it logs it of `\(arn.value)`", at: arn.span)])
        case .unclear(let field):
            return .unknown(
                EvidenceGap(
                    "trail `\(name)` logs some of \(use.inWords): a person must say whether it leaves any out",
                    [selectors.evidence("it goes by `\(field.value)`", at: field.span)]))
        case .none:
            return .no(
                "trail `\(name)` does not log \(use.inWords)",
                [selectors.evidence("its event selectors", at: selectors.value.span)])
        }
    }

    private var hasContradictorySelectors: Bool { if case .contradictory = selectors { true } else { false } }

    /// Whether it is known that it does not log it in all buckets.
    private func misses(_ use: ObjectUse) -> Bool { if case .no = logs(use) { true } else { false } }

    /// What it is known not to log in all buckets.
    var missingUses: [ObjectUse] { [ObjectUse.reading, .writing].filter(misses) }

    /// The command that lets it log what it does not log of reading and writing objects, and all that it logs already; nil
    /// where the export does not tell what that is, or the trail has as many selectors as it can. What one benchmark asks
    /// for are two controls, of which the commands have to hold together.
    ///
    /// Source: <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html>.
    var commandToLogObjects: String? {
        guard let region = homeRegion, selectors.value != nil || logsByDefault != nil else { return nil }
        let start =
            "aws cloudtrail start-logging \(ShellWord.option("name", arn)) \(ShellWord.option("region", region))"
        let uses = missingUses
        if uses.isEmpty { return start }
        let isAdvanced = selectors.value?.value.isAdvanced ?? false
        var all = selectors.value?.value.selectors ?? []
        // Selectors take the place of what a trail without any logs.
        if all.isEmpty { all = [.management] }
        all.append(isAdvanced ? .advancedSelector(uses) : .basicSelector(uses, partition))
        if !isAdvanced, all.count > Self.mostBasicSelectors { return nil }
        let option = isAdvanced ? "advanced-event-selectors" : "event-selectors"
        let put =
            "aws cloudtrail put-event-selectors \(ShellWord.option("trail-name", arn)) \(ShellWord.option("region", region)) "
            + ShellWord.option(option, JSONLayout.command.render(.array(all)))
        if case .no = isLogging { return put + " && " + start }
        return put
    }

    private static let mostBasicSelectors = 5

    private var partition: String { AmazonResourceName(arn)?.partition ?? "aws" }
}

extension JSONFragment {
    /// The event selector of trails to which nobody gave any.
    fileprivate static let management = JSONFragment.object([
        (key: "ReadWriteType", value: .string("All")), (key: "IncludeManagementEvents", value: .verbatim("true")),
    ])

    /// The basic event selector that takes the use of all objects, and nothing else.
    fileprivate static func basicSelector(_ uses: [ObjectUse], _ partition: String) -> JSONFragment {
        let type = uses.count == 1 ? (uses == [.reading] ? "ReadOnly" : "WriteOnly") : "All"
        let resource = JSONFragment.object([
            (key: "Type", value: .string("AWS::S3::Object")),
            (key: "Values", value: .array([.string("arn:\(partition):s3")])),
        ])
        return .object([
            (key: "ReadWriteType", value: .string(type)), (key: "IncludeManagementEvents", value: .verbatim("false")),
            (key: "DataResources", value: .array([resource])),
        ])
    }

    /// The advanced event selector that takes it.
    fileprivate static func advancedSelector(_ uses: [ObjectUse]) -> JSONFragment {
        func field(_ name: String, _ value: String) -> JSONFragment {
            .object([(key: "Field", value: .string(name)), (key: "Equals", value: .array([.string(value)]))])
        }
        var fields = [field("eventCategory", "Data"), field("resources.type", "AWS::S3::Object")]
        if uses.count == 1 { fields.append(field("readOnly", uses == [.reading] ? "true" : "false")) }
        return .object([(key: "Name", value: .string("objects")), (key: "FieldSelectors", value: .array(fields))])
    }
}

extension Control {
    /// The line about whether a trail of all Regions logs what is done with objects in all buckets.
    static func lineOfObjects(_ use: ObjectUse, _ evidence: AccountEvidence) -> ChecklistLine {
        lineOfOneTrail(
            evidence,
            { trail in
                trail.isMultiRegion.and(trail.isLogging).and(trail.logs(use))
                    .and(trail.delivers(by: evidence.exportTime))
            },
            says: { "trail `\($0.name)` logs \(use.inWords) in all buckets" },
            look:
                "look at the trail in CloudTrail: its selectors have to take the events of all objects, and its bucket's policy to let it write",
            open: { openLine(use, $0, evidence) })
    }

    private static func openLine(
        _ use: ObjectUse, _ flaws: [(says: String, evidence: [Evidence])], _ evidence: AccountEvidence
    ) -> ChecklistLine {
        let what = "log \(use.inWords) in all buckets"
        if flaws.isEmpty {
            return open(
                .account, "there is no trail to \(what)", evidence.regions.flatMap(\.trails.sources),
                next: "make a trail of all Regions first, and let it \(what); \(costs)")
        }
        let says = "no trail of all Regions logs \(use.inWords) in all buckets: "
        let trail = trailForObjects(evidence)
        let next =
            if let trail, trail.missingUses.isEmpty {
                "switch trail `\(trail.name)` on, whose event selectors take objects; \(costs)"
            } else if let trail {
                "let trail `\(trail.name)` \(what); \(costs), and the command takes the place of all event selectors: "
                    + "it holds those of the export, and one for \(inWords(trail.missingUses))"
            } else if let owners = ownersOfAll(evidence) {
                "ask account \(owners), to which it belongs: let the trail \(what); \(costs)"
            } else {
                "let a trail of all Regions \(what), beside what it logs already; \(costs)"
            }
        return open(
            .account, says + flaws.map(\.says).joined(separator: "; "), flaws.flatMap(\.evidence), next: next,
            command: trail?.commandToLogObjects)
    }

    private static func inWords(_ uses: [ObjectUse]) -> String {
        uses.count == 1 ? uses[0].inWords : "the reading and the writing of objects"
    }

    private static var costs: String { "data events cost money, by their number" }

    /// The account's own trail of all Regions that can best log it, too: one that is switched on, if there is one.
    private static func trailForObjects(_ evidence: AccountEvidence) -> TrailEvidence? {
        let trails = evidence.trails.filter { trail in
            if case .yes = trail.isMultiRegion, trail.foreignOwner == nil {
                trail.commandToLogObjects != nil
            } else {
                false
            }
        }
        return trails.first { if case .yes = $0.isLogging { true } else { false } } ?? trails.first
    }

    /// The accounts to which the trails belong, where none is the account's own.
    private static func ownersOfAll(_ evidence: AccountEvidence) -> String? {
        let owners = evidence.trails.map(\.foreignOwner)
        return owners.contains(nil) ? nil : Set(owners.compactMap(\.self)).sorted().joined(separator: " and ")
    }
}
