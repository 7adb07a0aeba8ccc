/// The report for people: each finding with the lines it is about, what to do, and the fix as a diff.
enum FullReport {
    /// Writes a report.
    static func write(_ report: Report, to sink: inout some ByteSink, options: ReportOptions) {
        let paint = Paint(isOn: options.color)
        for fileReport in report.files where !fileReport.diagnostics.isEmpty {
            let file = ReportedFile(fileReport)
            for diagnostic in fileReport.diagnostics {
                let finding = FullFinding(diagnostic, in: file, width: max(40, options.width), paint)
                sink.append(finding.lines.joined(separator: "\n"))
                sink.append("\n\n")
            }
        }
        for (index, line) in ReportSummary.lines(report).enumerated() {
            sink.append(index == 0 ? paint(.strong, line) : line)
            sink.append("\n")
        }
    }
}
