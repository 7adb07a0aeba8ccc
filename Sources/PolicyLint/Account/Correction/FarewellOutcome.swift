/// What becomes of the lines of users once they have given up what a role allows: each control looks at the account as
/// it is after all steps.
struct FarewellOutcome {
    private let input: CorrectionInput
    /// What becomes of the checklist; nil where nobody gives up anything.
    private let outcome: ChecklistOutcome?

    /// The outcome of steps. The role that they may make is left out: nobody assumes it without MFA.
    init(_ steps: [CorrectionStep], _ input: CorrectionInput, _ benchmark: Benchmark?) {
        self.input = input
        var evidence = input.corrected.evidence
        var hasFarewells = false
        for step in steps {
            guard let name = step.takesFrom, let old = input.evidence.user(named: name),
                let index = evidence.users.elements.firstIndex(where: { $0.name == name }),
                let policy = steps.first(where: { $0.id == "sign-in \(name)" })?.files.first
            else { continue }
            let file = SourceFile(name: policy.path, bytes: policy.bytes)
            guard let document = DocumentFinder(kind: .identityPolicy).documents(in: file).first else { continue }
            evidence.users.elements[index] = Farewell(to: old, input.evidence).left(
                of: evidence.users.elements[index],
                with: PolicyEvidence(document, from: EvidenceSource(file: 0, document)))
            hasFarewells = true
        }
        evidence.forgetConclusions()
        outcome = hasFarewells ? ChecklistOutcome(evidence, benchmark) : nil
    }

    /// The steps, those with what they close beside that of which they were made.
    func credited(_ steps: [CorrectionStep]) -> [CorrectionStep] {
        guard let outcome else { return steps }
        let closed = Set(steps.flatMap(\.closes))
        return steps.map { step in
            guard let name = step.takesFrom else { return step }
            var step = step
            step.closes += input.open.filter { $0.subject == .user(name) && !closed.contains($0) && outcome.closes($0) }
            return step
        }
    }
}
