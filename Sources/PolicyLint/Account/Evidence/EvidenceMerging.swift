extension Known {
    /// What two answers to one question tell together.
    mutating func add(_ other: Known) {
        switch (self, other) {
        case (_, .unknown): break
        case (.unknown, _), (.refused, _): self = other
        case (_, .refused): break
        case (.value(let old), .value(let new)):
            if old.source.fingerprint != new.source.fingerprint { self = .contradictory([old, new].map(\.whole)) }
        case (.absent, .absent): break
        case (.value(let value), .absent(let evidence)), (.absent(let evidence), .value(let value)):
            self = .contradictory([value.whole, evidence])
        case (.contradictory(let evidence), .value(let value)): self = .contradictory(evidence + [value.whole])
        case (.contradictory(let evidence), .absent(let more)): self = .contradictory(evidence + [more])
        case (_, .contradictory): self = other
        }
    }
}

extension Listing {
    /// Adds the list of one answer about the same subject.
    mutating func add<Item>(_ list: AnswerList<Item>, from source: EvidenceSource, named what: String)
    where Element == Sourced<Item> {
        let found = list.elements.map { Sourced($0, from: source) }
        let said = source.evidence("\(what) has \(Self.count(list.elements.count))", at: list.span)
        switch extent {
        case .unknown, .refused:
            self = Listing(found, extent: list.isTruncated ? .partial : .whole, sources: [said])
        case .whole, .partial, .contradictory:
            if sources.contains(where: { $0.file == said.file && $0.span == said.span }) { return }
            let isSame = elements.first?.source.fingerprint == source.fingerprint && !found.isEmpty
            if isSame || (elements.isEmpty && found.isEmpty) { return }
            if extent == .whole, !list.isTruncated { extent = .contradictory }
            elements += found
            sources.append(said)
        }
    }

    /// Notes that AWS refused to list.
    mutating func refuse(_ evidence: Evidence) {
        guard extent == .unknown else { return }
        extent = .refused
        sources = [evidence]
    }

    private static func count(_ number: Int) -> String {
        switch number {
        case 0: "no element"
        case 1: "1 element"
        default: "\(number) elements"
        }
    }
}

extension Sourced {
    /// Evidence for all of the document.
    var whole: Evidence { source.evidence(source.pointer.isEmpty ? "the whole file" : source.pointer, at: source.span) }
}
