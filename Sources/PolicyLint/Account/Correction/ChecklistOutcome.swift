/// The checklist of the account as it is after steps: what has become of the lines that were open.
struct ChecklistOutcome {
    /// The lines afterwards, by control.
    private let lines: [String: [ChecklistLine]]

    init(_ evidence: AccountEvidence, _ benchmark: Benchmark?) {
        lines = Dictionary(grouping: Checklist(evidence, benchmark: benchmark).lines, by: \.control)
    }

    /// Whether a line is open no longer: it passes, or its control has nothing to say of its subject any more, and can
    /// tell.
    func closes(_ line: ChecklistLine) -> Bool {
        guard let after = lines[line.control] else { return false }
        let own = after.filter { $0.subject == line.subject }
        if !own.isEmpty { return own.allSatisfy { $0.outcome == .pass } }
        return !after.contains { $0.subject == .account && $0.outcome == .cannotTell }
    }
}
