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
                sink.append("\(name):\(start.line):\(start.column): \(severity)[\(diagnostic.rule)] \(message)\n")
            }
        }
        for line in ReportSummary.lines(report) { sink.append(line + "\n") }
    }
}
