/// A file with findings, as the formats need it: what may be shown, and where its lines are.
struct ReportedFile {
    /// What the linter found.
    let report: FileReport
    /// What may be shown of the content.
    let redaction: Redaction
    /// The lines.
    let lines: LineTable

    /// The file of a report.
    init(_ report: FileReport) {
        self.report = report
        redaction = Redaction(report)
        lines = LineTable(report.file.bytes)
    }

    /// The name as the person gave it.
    var name: String { report.file.name }

    /// Where a span begins.
    func start(of span: SourceSpan) -> TextPosition { lines.position(at: Int(span.start)) }

    /// Where a span ends.
    func end(of span: SourceSpan) -> TextPosition { lines.position(at: Int(max(span.start, span.end))) }

    /// What stands at a span, secrets masked.
    func text(at span: SourceSpan) -> String {
        String(decoding: redaction.bytes[span.range.clamped(to: 0..<redaction.bytes.count)], as: UTF8.self)
    }

    /// A text of a rule, with the secrets of the file masked.
    func text(_ text: String) -> String { redaction.text(text) }
}
