/// The files of a checklist, as the formats need them: where their lines are. The lines of a file are
/// counted when they are first asked for.
struct ChecklistFiles {
    private let files: [SourceFile]
    private var tables: [Int: LineTable] = [:]
    private let redaction = Redaction(FileReport(file: SourceFile(name: "", bytes: [])))

    private let folder: CommonFolder

    private let options: ReportOptions

    init(_ checklist: Checklist, _ options: ReportOptions = ReportOptions()) {
        self.options = options
        files = checklist.files
        folder = CommonFolder(checklist.files)
    }

    /// Where evidence begins, for people who know in which folder the export lies.
    mutating func place(of evidence: Evidence) -> String {
        let start = region(of: evidence).start
        return "\(folder.name(name(of: evidence))):\(start.line):\(start.column)"
    }

    /// The name of the file that evidence lies in.
    func name(of evidence: Evidence) -> String { files[evidence.file].name }

    /// That name as GitHub reads it.
    func repositoryPath(of evidence: Evidence) -> String { options.repositoryPath(of: name(of: evidence)) }

    /// Where evidence begins and ends.
    mutating func region(of evidence: Evidence) -> (start: TextPosition, end: TextPosition) {
        let table = tables[evidence.file] ?? LineTable(files[evidence.file].bytes)
        tables[evidence.file] = table
        let (start, end) = (Int(evidence.span.start), Int(max(evidence.span.start, evidence.span.end)))
        return (table.position(at: start), table.position(at: end))
    }

    /// A text of a line, with access key ids shortened.
    func text(_ text: String) -> String { redaction.text(text) }
}
