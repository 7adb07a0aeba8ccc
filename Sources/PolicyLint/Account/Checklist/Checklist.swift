/// What the export of an account proves, what is open, and what cannot be told.
public struct Checklist: Sendable {
    /// The account's twelve digits, where the export says them.
    public let accountID: String?
    /// The benchmark that was asked for; nil where none was.
    public let benchmark: Benchmark?
    /// The controls that were asked, in the order of the checklist: by the benchmark's ids, where one was asked for.
    public let controls: [ControlMetadata]
    /// What the benchmark asks for besides, and no such export can answer.
    public let unanswered: [UnansweredControl]
    /// The lines, in the order of the controls and their subjects, without those that are accepted.
    public let lines: [ChecklistLine]
    /// The lines that do not pass and that somebody accepted, in the same order.
    public let accepted: [AcceptedLine]
    /// The files of the export, which evidence counts in.
    public let files: [SourceFile]

    /// The checklist of an export.
    public init(_ evidence: AccountEvidence, benchmark: Benchmark? = nil) {
        let answers = Self.questions(of: benchmark).map { $0.answer(evidence) }
        self.init(evidence, benchmark: benchmark, answers: answers)
    }

    /// The checklist of an export, from the answers to the benchmark's questions in their order. What is accepted is
    /// so on the day of the evidence.
    public init(
        _ evidence: AccountEvidence, benchmark: Benchmark?, answers: [[ChecklistLine]], accepting: [Acceptance] = []
    ) {
        accountID = evidence.accountID
        self.benchmark = benchmark
        files = evidence.files
        controls = Self.controls(of: benchmark).map { $0.metadata }
        unanswered = benchmark.map { UnansweredControl.all(of: $0) } ?? []
        precondition(answers.count == controls.count, "every question has an answer, if only an empty one")
        var (lines, accepted): ([ChecklistLine], [AcceptedLine]) = ([], [])
        for line in answers.joined() {
            let acceptance = accepting.first {
                $0.names(control: line.control, subject: line.subject.words) && !$0.hasExpired(on: evidence.now)
            }
            if let acceptance, line.outcome != .pass {
                accepted.append(AcceptedLine(line: line, acceptance: acceptance))
            } else {
                lines.append(line)
            }
        }
        (self.lines, self.accepted) = (lines, accepted)
    }

    /// What one control asks. Each can be answered for itself, on a thread of its own.
    public struct Question: Sendable {
        fileprivate let control: any Control.Type

        /// The lines of the control.
        public func answer(_ evidence: AccountEvidence) -> [ChecklistLine] { control.check(evidence) }
    }

    /// The questions of a benchmark, or of the checklist where there is none, in their order.
    public static func questions(of benchmark: Benchmark?) -> [Question] {
        controls(of: benchmark).map { Question(control: $0) }
    }

    private static func controls(of benchmark: Benchmark?) -> [any Control.Type] {
        guard let benchmark else { return ControlCatalogue.controls.filter { !$0.metadata.isOnlyForBenchmarks } }
        let numbered = ControlCatalogue.controls.compactMap { control in
            benchmark.ids(of: control.metadata).map { BenchmarkID($0) }.min().map { (id: $0, control: control) }
        }
        return numbered.sorted { $0.id < $1.id }.map(\.control)
    }

    /// The number of lines of an outcome.
    public func count(of outcome: ChecklistLine.Outcome) -> Int { lines.count { $0.outcome == outcome } }
}
