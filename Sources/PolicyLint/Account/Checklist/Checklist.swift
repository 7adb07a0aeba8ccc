/// What the export of an account proves, what is open, and what cannot be told.
public struct Checklist: Sendable {
    /// The account's twelve digits, where the export says them.
    public let accountID: String?
    /// The benchmark that was asked for; nil where all controls were.
    public let benchmark: Benchmark?
    /// The lines, in the order of the controls and their subjects.
    public let lines: [ChecklistLine]
    /// The files of the export, which evidence counts in.
    public let files: [SourceFile]

    /// The checklist of an export.
    public init(_ evidence: AccountEvidence, benchmark: Benchmark? = nil) {
        accountID = evidence.accountID
        self.benchmark = benchmark
        files = evidence.files
        lines = ControlCatalogue.controls.filter { control in
            benchmark.map { !$0.ids(of: control.metadata).isEmpty } ?? true
        }.flatMap { $0.check(evidence) }
    }

    /// The number of lines of an outcome.
    public func count(of outcome: ChecklistLine.Outcome) -> Int { lines.count { $0.outcome == outcome } }
}
