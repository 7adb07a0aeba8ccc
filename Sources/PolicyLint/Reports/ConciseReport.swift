/// One line a finding: `file:line:column: severity[rule] message`.
enum ConciseReport {
    /// Writes a report.
    static func write(_ report: Report, to sink: inout some ByteSink, options: ReportOptions) {
        let paint = Paint(isOn: options.color)
        for fileReport in report.files where !fileReport.diagnostics.isEmpty {
            let file = ReportedFile(fileReport)
            let name = paint(.strong, Glyph.printable(file.name))
            for diagnostic in fileReport.diagnostics {
                let start = file.start(of: diagnostic.span)
                let severity = paint(Paint.Style(diagnostic.severity), diagnostic.severity.rawValue)
                let message = Glyph.printable(file.text(diagnostic.message))
                // Piece by piece: one text of them all would be copied again and again while it grows.
                for piece in [name, ":", String(start.line), ":", String(start.column), ": "] { sink.append(piece) }
                for piece in [severity, "[", diagnostic.rule, "] ", message, "\n"] { sink.append(piece) }
            }
        }
        for line in ReportSummary.lines(report) { sink.append(line + "\n") }
    }
}
