/// What `policylint account DIR --fix OUT` writes: the corrected documents, the script that applies them, and
/// in words what only a person can do.
public struct Correction: Sendable {
    /// The steps of the script, in order.
    public let steps: [CorrectionStep]
    /// The open lines that no step closes.
    public let byHand: [ChecklistLine]
    /// All files.
    public let files: [CorrectionFile]

    /// Corrects what the checklist has open; nil where the export does not say of which account it is.
    public init?(
        _ checklist: Checklist, _ evidence: AccountEvidence, settings: LintSettings, wishes: CorrectionWishes
    ) {
        guard let accountID = evidence.accountID else { return nil }
        let loginUser = LoginUser(evidence)
        let open = checklist.lines.filter { $0.outcome == .open }
        let refused = RefusedPolicies(evidence, closing: open)
        let input = CorrectionInput(
            evidence: evidence, open: open,
            corrected: CorrectedPolicies(evidence, settings: settings, loginUser: loginUser, refused: refused),
            refused: refused, accountID: accountID, loginUser: loginUser, wishes: wishes)
        var steps = PolicySteps.steps(closing: open, checklist.benchmark, input)
        for control in ControlCatalogue.controls {
            guard let control = control as? any CorrectableControl.Type else { continue }
            let lines = open.filter { $0.control == control.metadata.id }
            if !lines.isEmpty { steps += control.steps(closing: lines, in: input) }
        }
        let runner = evidence.caller.value?.value.arn?.value
        steps = Self.merged(steps).filter(\.isPlain).enumerated().sorted {
            (Self.place(of: $0.element, runner), $0.offset) < (Self.place(of: $1.element, runner), $1.offset)
        }.map(\.element)
        self.steps = FarewellOutcome(steps, input, checklist.benchmark).credited(steps)
        let closed = Set(self.steps.flatMap(\.closes))
        byHand = open.filter { !closed.contains($0) }
        let page = CorrectionPage(
            self.steps, byHand: byHand, refused: input.refusedBuckets(leaving: byHand), checklist, accountID: accountID)
        files =
            self.steps.flatMap(\.files) + Self.before(self.steps) + [
                CorrectionFile("apply.sh", ApplyScript(self.steps, accountID: accountID).text, isExecutable: true),
                CorrectionFile("README.md", page.text),
            ]
    }

    /// The place of a step in the order: its stage, and at the end what takes rights from whoever exported, and so most
    /// likely runs the script.
    private static func place(of step: CorrectionStep, _ runner: String?) -> Int {
        let isOwn = step.takesFrom.map { name in runner?.hasSuffix("/" + name) ?? false } ?? false
        return 2 * step.stage.rawValue + (isOwn ? 1 : 0)
    }

    /// What the documents were that the steps write over or delete, each once.
    private static func before(_ steps: [CorrectionStep]) -> [CorrectionFile] {
        var seen: Set<String> = []
        return steps.flatMap(\.replaces).compactMap(\.before).filter { seen.insert($0.path).inserted }
    }

    /// The steps without those that stand there twice, as two lines may need the same one, or parts of it.
    private static func merged(_ steps: [CorrectionStep]) -> [CorrectionStep] {
        var result: [CorrectionStep] = []
        var places: [String: Int] = [:]
        for step in steps {
            if let place = places[step.id] {
                result[place].closes += step.closes.filter { !result[place].closes.contains($0) }
                result[place].commands += step.commands.filter { !result[place].commands.contains($0) }
            } else {
                places[step.id] = result.count
                result.append(step)
            }
        }
        return result
    }
}
