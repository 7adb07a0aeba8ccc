/// What a Region of the export shows.
enum RegionFinding {
    /// What is asked for, in words, and what shows it.
    case found(String, [Evidence])
    /// It is known that there is nothing of the kind.
    case nothing([Evidence])
    /// It cannot be told.
    case unknown(EvidenceGap)
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
    ///   - command: The command that exports it.
    ///   - next: What to do where nothing is found.
    ///   - run: The command that does it.
    ///   - none: What is wrong where nothing is found; "in eu-central-1, …" follows.
    static func linesOfRegions(
        _ evidence: AccountEvidence, what: String, command: String, next: String, run: String, none: String,
        _ find: (RegionEvidence) -> RegionFinding
    ) -> [ChecklistLine] {
        if evidence.regions.isEmpty {
            let gap = EvidenceGap("the export holds no \(what)")
            return [cannotTell(.account, gap, next: "export it from the Regions that you use", command: command)]
        }
        var lines: [ChecklistLine] = []
        var silent: [(name: String?, evidence: [Evidence])] = []
        for region in evidence.regions {
            let subject = region.name.map { Subject.region($0) } ?? .account
            if let mixed = line(ofMixed: region) {
                lines.append(mixed)
                continue
            }
            switch find(region) {
            case .found(let says, let evidence): lines.append(pass(subject, says, evidence))
            case .nothing(let evidence): silent.append((region.name, evidence))
            case .unknown(let gap):
                lines.append(cannotTell(subject, gap, next: "export it from this Region", command: command))
            }
        }
        if silent.isEmpty { return lines }
        let names = silent.map { $0.name ?? "a Region that the export does not name" }.joined(separator: ", ")
        lines.append(open(.account, "\(none) in \(names)", silent.flatMap(\.evidence), next: next, command: run))
        return lines
    }
}
