/// What a Region of the export shows.
enum RegionFinding {
    /// What is asked for, in words, and what shows it.
    case found(String, [Evidence])
    /// It is known that there is nothing of the kind.
    case nothing([Evidence])
    /// It cannot be told for lack of answers.
    case unknown(EvidenceGap)
    /// It is a person's to say: what to look at.
    case undecided(EvidenceGap, look: String)
}

extension Control {
    /// The line of a Region without a name in which lists of several lie; nil where they do not.
    static func line(ofMixed region: RegionEvidence) -> ChecklistLine? {
        region.mixture.map { gap in
            cannotTell(
                .account, gap, next: "put the answers of each Region into a folder of its own, `regions/eu-central-1`")
        }
    }

    /// One line for each Region where something is found or cannot be told, and one for all in which nothing is: an
    /// account has many Regions that nobody uses.
    ///
    /// - Parameters:
    ///   - what: What the export should hold, without its article.
    ///   - export: The operations of a service that export it.
    ///   - next: What to do where nothing is found.
    ///   - run: The command that does it in Regions; nil where none does.
    ///   - none: What is wrong where nothing is found; "in eu-central-1, …" follows.
    static func linesOfRegions(
        _ evidence: AccountEvidence, what: String, export: (service: String, operations: [String]), next: String,
        run: ([RegionEvidence]) -> String?, none: String, _ find: (RegionEvidence) -> RegionFinding
    ) -> [ChecklistLine] {
        func command(_ region: String?) -> String {
            export.operations.map { ExportCommand.answer(export.service, $0, inRegion: region) }.joined(separator: "; ")
        }
        if evidence.regions.isEmpty {
            let gap = EvidenceGap("the export holds no \(what)")
            return [cannotTell(.account, gap, next: "export it from the Regions that you use", command: command(nil))]
        }
        var lines: [ChecklistLine] = []
        var silent: [(region: RegionEvidence, evidence: [Evidence])] = []
        for region in evidence.regions {
            let subject = region.name.map { Subject.region($0) } ?? .account
            if let mixed = line(ofMixed: region) {
                lines.append(mixed)
                continue
            }
            switch find(region) {
            case .found(let says, let evidence): lines.append(pass(subject, says, evidence))
            case .nothing(let evidence): silent.append((region, evidence))
            case .undecided(let gap, let look): lines.append(cannotTell(subject, gap, next: look))
            case .unknown(let gap):
                lines.append(
                    cannotTell(subject, gap, next: "export it from this Region", command: command(region.name)))
            }
        }
        if silent.isEmpty { return lines }
        let names = silent.map { $0.region.name ?? "a Region that the export does not name" }.joined(separator: ", ")
        lines.append(
            open(
                .account, "\(none) in \(names)", silent.flatMap(\.evidence), next: next,
                command: run(silent.map(\.region))))
        return lines
    }
}

extension RegionEvidence {
    /// The option of the AWS CLI that names the Region, with the space before it; empty where the export does not name it.
    var option: String { name.map { " " + ShellWord.option("region", $0) } ?? "" }

    /// The command that starts a recorder of AWS Config which stands still and knows where to deliver; nil where there is
    /// none.
    var commandToRecord: String? {
        let own = recorders.elements.first { $0.value.service == nil }
        guard runningRecorders.isEmpty, !deliveryChannels.elements.isEmpty, let name = own?.value.name?.value else {
            return nil
        }
        return
            "aws configservice start-configuration-recorder \(ShellWord.option("configuration-recorder-name", name))\(option)"
    }
}
