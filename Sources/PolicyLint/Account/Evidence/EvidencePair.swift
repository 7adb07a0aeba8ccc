/// Evidence for something, and against it.
struct EvidencePair {
    /// What speaks for it.
    var yes: [Evidence] = []
    /// What speaks against it.
    var no: [Evidence] = []

    /// Adds what speaks for it, or against it.
    mutating func add(_ flag: Bool, _ evidence: Evidence) {
        if flag { yes.append(evidence) } else { no.append(evidence) }
    }
}
