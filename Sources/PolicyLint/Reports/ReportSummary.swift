extension Report {
    /// What is said where no document was found; nil where there is one.
    public var wordsWithoutDocuments: [String]? { totals.documents == 0 ? ReportSummary.lines(self) : nil }
}

/// The last lines of a report for people.
enum ReportSummary {
    /// The lines, without colour: how much was found in what, and what can be mended.
    static func lines(_ report: Report) -> [String] {
        let totals = report.totals
        let unread = report.problems.isEmpty ? [] : ["\(count(report.problems.count, "path")) could not be read."]
        guard totals.documents > 0 else {
            return totals.files == 0 && !unread.isEmpty ? unread : withoutDocuments(report) + unread
        }
        let last = suppressed(totals) + unread
        let place = "\(count(totals.documents, "document")) (\(count(totals.filesWithDocuments, "file")))"
        guard totals.diagnostics > 0 else { return ["No findings\(threshold(report)) in \(place)."] + last }

        let numbers = [(totals.errors, "error"), (totals.warnings, "warning"), (totals.notes, "note")]
        let found = numbers.filter { $0.0 > 0 }.map { count($0.0, $0.1) }.joined(separator: ", ")
        var lines = ["Found \(found) in \(place)."]
        if totals.fixable > 0 { lines.append("\(totals.fixable) can be fixed with `policylint fix`.") }
        if totals.suggestions > 0 {
            let verb = totals.suggestions == 1 ? "has a suggested fix that needs" : "have suggested fixes that need"
            lines.append("\(totals.suggestions) \(verb) a decision or a value from you.")
        }
        return lines + last
    }

    private static func suppressed(_ totals: Report.Totals) -> [String] {
        switch totals.suppressed {
        case 0: []
        case 1: ["1 finding is suppressed by the configuration."]
        default: ["\(totals.suppressed) findings are suppressed by the configuration."]
        }
    }

    private static func withoutDocuments(_ report: Report) -> [String] {
        let files = report.totals.files
        return switch files {
        case 0 where report.excludedFiles == 1: ["Nothing to check: the configuration excludes the one file here."]
        case 0 where report.excludedFiles > 1:
            ["Nothing to check: the configuration excludes all \(report.excludedFiles) files here."]
        case 0: ["Nothing to check: there are no files here that could hold AWS access documents."]
        case 1: ["Nothing to check: PolicyLint recognises no document in the file."] + hints
        default: ["Nothing to check: PolicyLint recognises no document in the \(files) files."] + hints
        }
    }

    private static let hints = [
        "It reads whole policies, answers of the AWS CLI and credential files, but no single statements and no templates.",
        "If there should be one, `--kind` says what it is, such as `--kind trust-policy`, where its shape leaves that open.",
    ]

    private static func threshold(_ report: Report) -> String {
        switch report.minimumSeverity {
        case .note: ""
        case .warning: " of severity warning or above"
        case .error: " of severity error"
        }
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
