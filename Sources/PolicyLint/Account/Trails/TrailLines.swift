/// The trails of a Region, and what of them is lacking.
extension AccountEvidence {
    /// The trails that log in a Region: those that it lists, and those of other Regions that log in all.
    func trails(in region: RegionEvidence) -> [TrailEvidence] {
        let listed = Set(region.trails.elements.map(\.value.arn.value))
        return trails.filter { trail in
            listed.contains(trail.arn) || trail.details.contains { $0.value.isMultiRegion?.value == true }
        }
    }

    /// Why there may be trails of all Regions that the export does not hold; nil where there are none. Every Region lists
    /// them.
    ///
    /// Source: <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html>.
    var gapOfMultiRegionTrails: EvidenceGap? {
        contradictionOfTrails ?? (regions.contains(where: \.trails.isWhole) ? nil : gapOfTrails)
    }

    /// Why no trail is proven to be there: two lists of a Region differ, of which one is older. Nil where none do.
    var contradictionOfTrails: EvidenceGap? {
        regions.first { $0.trails.extent == .contradictory }?.trails.gap("trails")
    }

    /// Why there may be trails of any Region that the export does not hold; nil where there are none.
    var gapOfTrails: EvidenceGap? {
        if regions.isEmpty { return EvidenceGap("the export holds no list of trails") }
        return regions.lazy.compactMap { $0.trails.gap("trails") }.first
    }

    /// The command that exports the trails of the first Region of which they are not there.
    var exportOfTrails: String {
        ExportCommand.answer(
            "cloudtrail", "describe-trails", inRegion: regions.first { !$0.trails.isWhole }?.name)
    }
}

extension Control {
    /// One line for each trail, and one where the export may not hold all trails. That there is none is another
    /// control's line.
    ///
    /// - Parameters:
    ///   - says: What is so where a trail passes.
    ///   - next: What to do where it does not.
    ///   - option: The option of `update-trail` that does it.
    static func linesOfTrails(
        _ evidence: AccountEvidence, says: String, next: String, option: String,
        _ find: (TrailEvidence) -> TrailFinding
    ) -> [ChecklistLine] {
        let trails = evidence.contradictionOfTrails == nil ? evidence.trails : []
        let names = Dictionary(grouping: trails, by: \.name)
        var lines = trails.map { trail -> ChecklistLine in
            let subject = Subject.trail(names[trail.name]?.count == 1 ? trail.name : trail.arn)
            switch find(trail) {
            case .yes(let said): return pass(subject, says, said)
            case .no(let flaw, let said):
                if let owner = trail.foreignOwner {
                    return open(subject, flaw, said, next: "ask account \(owner), to which it belongs: \(next)")
                }
                let place = trail.homeRegion.map { " " + ShellWord.option("region", $0) } ?? ""
                return open(
                    subject, flaw, said, next: next,
                    command: "aws cloudtrail update-trail \(ShellWord.option("name", trail.arn))\(place) \(option)")
            case .unknown(let gap):
                return cannotTell(
                    subject, gap, next: "export the trails anew", command: evidence.exportOfTrails)
            }
        }
        if let gap = evidence.gapOfTrails {
            lines.append(
                cannotTell(
                    .account, gap, next: "export the trails of the Regions that you use",
                    command: evidence.exportOfTrails))
        }
        return lines
    }

    /// The line about what one trail of all Regions should do.
    ///
    /// - Parameters:
    ///   - find: What is known of a trail.
    ///   - says: What is so where one does it.
    ///   - look: What a person should look at where the answers do not tell.
    ///   - open: The line where none does it, with what is wrong with each.
    static func lineOfOneTrail(
        _ evidence: AccountEvidence, _ find: (TrailEvidence) -> TrailFinding, says: (TrailEvidence) -> String,
        look: String, open: (_ flaws: [(says: String, evidence: [Evidence])]) -> ChecklistLine
    ) -> ChecklistLine {
        if let gap = evidence.contradictionOfTrails {
            return cannotTell(.account, gap, next: "export the trails anew", command: evidence.exportOfTrails)
        }
        var flaws: [(says: String, evidence: [Evidence])] = []
        var doubt: (gap: EvidenceGap, trail: TrailEvidence)?
        for trail in evidence.trails {
            switch find(trail) {
            case .yes(let said): return pass(.account, says(trail), said)
            case .no(let says, let said): flaws.append((says, said))
            case .unknown(let gap): doubt = doubt ?? (gap, trail)
            }
        }
        if let doubt { return line(of: doubt.trail, doubt.gap, look: look, evidence) }
        if let gap = evidence.gapOfMultiRegionTrails {
            return cannotTell(
                .account, gap, next: "export the trails of a Region, which lists those of all Regions, too",
                command: evidence.exportOfTrails)
        }
        return open(flaws)
    }

    /// The line about a trail of which it cannot be told.
    private static func line(
        of trail: TrailEvidence, _ gap: EvidenceGap, look: String, _ evidence: AccountEvidence
    ) -> ChecklistLine {
        if let export = trail.export {
            return cannotTell(.account, gap, next: "export the trail's status and event selectors", command: export)
        }
        if trail.isUnfound, let owner = trail.foreignOwner {
            return cannotTell(
                .account, gap,
                next: "ask account \(owner): `get-trail-status` and `get-event-selectors` tell it there")
        }
        if trail.isUnfound || trail.contradiction != nil {
            return cannotTell(.account, gap, next: "export the trails anew", command: evidence.exportOfTrails)
        }
        return cannotTell(.account, gap, next: look)
    }
}
