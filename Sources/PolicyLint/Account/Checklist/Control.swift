/// A question to an account's export. A control is a caseless enum in a file of its own, which the build finds.
protocol Control: Sendable {
    /// What is known of the control besides its check.
    static var metadata: ControlMetadata { get }

    /// What the evidence says, one line for each subject. Absence of evidence proves nothing: never a pass.
    static func check(_ evidence: AccountEvidence) -> [ChecklistLine]
}

extension Control {
    /// A line that is proven to be as it should.
    static func pass(_ subject: Subject, _ says: String, _ evidence: [Evidence]) -> ChecklistLine {
        ChecklistLine(control: metadata.id, subject: subject, outcome: .pass, says: says, evidence: evidence)
    }

    /// A line that is proven not to be as it should, with what to do.
    static func open(
        _ subject: Subject, _ says: String, _ evidence: [Evidence], next: String, command: String? = nil
    ) -> ChecklistLine {
        ChecklistLine(
            control: metadata.id, subject: subject, outcome: .open, says: says, evidence: evidence, next: next,
            command: command)
    }

    /// A line of which the export tells too little, with what to export.
    static func cannotTell(
        _ subject: Subject, _ gap: EvidenceGap, next: String, command: String? = nil
    ) -> ChecklistLine {
        ChecklistLine(
            control: metadata.id, subject: subject, outcome: .cannotTell, says: gap.says, evidence: gap.evidence,
            next: next, command: command)
    }
}
