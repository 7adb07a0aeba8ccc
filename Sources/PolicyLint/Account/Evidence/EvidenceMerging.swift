extension Known {
    /// What two answers to one question tell together, where different commands spell the same otherwise.
    mutating func add(_ other: Known, where isSame: (Value, Value) -> Bool) {
        if let old = value?.value, let new = other.value?.value, isSame(old, new) { return }
        add(other)
    }

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
        let said = list.evidence(of: what, from: source)
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

    /// Adds the same list from another answer; `key` tells its elements apart.
    mutating func add<Key: Hashable>(_ other: Listing, by key: (Element) -> Key) {
        if other.extent == .unknown { return }
        if extent == .unknown || extent == .refused {
            self = other
            return
        }
        if Set(elements.map(key)) == Set(other.elements.map(key)) { return }
        if isWhole, other.isWhole { extent = .contradictory }
        elements += other.elements
        sources += other.sources
    }

    /// Notes how many elements an answer lists that names each of them.
    mutating func note(count: Int, isTruncated: Bool, _ evidence: Evidence) {
        switch extent {
        case .unknown, .refused: self = Listing(elements, extent: isTruncated ? .partial : .whole, sources: [evidence])
        case .whole, .partial, .contradictory:
            if extent == .whole, !isTruncated, counts.contains(where: { $0 != count }) { extent = .contradictory }
            sources.append(evidence)
        }
        counts.append(count)
    }

    /// Notes that AWS refused to list.
    mutating func refuse(_ evidence: Evidence) {
        guard extent == .unknown else { return }
        extent = .refused
        sources = [evidence]
    }
}

extension AnswerList {
    /// What the list says of how much is in it.
    func evidence(of what: String, from source: EvidenceSource) -> Evidence {
        let says =
            switch elements.count {
            case 0: "\(what) is empty"
            case 1: "\(what) has 1 element"
            default: "\(what) has \(elements.count) elements"
            }
        return source.evidence(says, at: span)
    }
}

extension Sourced {
    /// Evidence for all of the document.
    var whole: Evidence { source.evidence(source.pointer.isEmpty ? "the whole file" : source.pointer, at: source.span) }
}
