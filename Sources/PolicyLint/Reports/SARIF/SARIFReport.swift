/// SARIF 2.1.0, as GitHub code scanning takes it.
///
/// - https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
/// - https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
enum SARIFReport {
    /// The most results that GitHub takes of one run; more, and it refuses the file.
    static let mostResults = 25_000
    /// The most results of which GitHub shows something.
    static let mostShown = 5_000

    /// Writes a report.
    static func write(_ report: Report, to sink: inout some ByteSink, options: ReportOptions) {
        let rules = rules(of: report)
        let indices = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
        var stream = JSONStream { root in
            root.add("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            root.add("version", "2.1.0")
            root.array("runs") { $0.object { run($0, report, rules) } }
        }
        for notification in notifications(report) {
            stream.append(to: &sink) { object in
                object.add("level", notification.level)
                object.object("message") { $0.add("text", notification.text) }
                guard let path = notification.path else { return }
                object.array("locations") { array in
                    array.object { location in
                        location.object("physicalLocation") { physical in
                            SARIFResult.artifact(options.repositoryPath(of: path), in: physical)
                        }
                    }
                }
            }
        }
        stream.endArray(to: &sink)
        var budget = Budget(report.totals)
        for fileReport in report.files where !fileReport.diagnostics.isEmpty {
            var writer = SARIFResult(ReportedFile(fileReport), ruleIndices: indices, options)
            for diagnostic in fileReport.diagnostics {
                // The fingerprint counts every finding, also one that is cut.
                let fingerprint = writer.fingerprints.next(diagnostic)
                guard budget.take(diagnostic.severity) else { continue }
                stream.append(to: &sink) { writer.write(diagnostic, fingerprint, to: $0) }
            }
        }
        stream.endArray(to: &sink)
        stream.finish(to: &sink)
    }

    private static func run(_ run: JSONWriter.Object, _ report: Report, _ rules: [SARIFRule]) {
        run.object("tool") { tool in
            tool.object("driver") { driver in
                driver.add("name", "PolicyLint")
                driver.add("version", report.toolVersion)
                driver.add("semanticVersion", report.toolVersion)
                driver.array("rules") { array in
                    for rule in rules { array.object { rule.write(to: $0) } }
                }
            }
        }
        SARIFResult.addUnits(to: run)
        run.array("invocations") { array in
            array.object { invocation in
                invocation.add("executionSuccessful", report.isComplete)
                invocation.array("toolExecutionNotifications") { $0.streamed() }
            }
        }
        run.array("results") { $0.streamed() }
    }

    /// The rules that found something, in the order of the catalogue.
    private static func rules(of report: Report) -> [SARIFRule] {
        let found = Set(report.files.lazy.flatMap(\.diagnostics).map(\.rule))
        let known = RuleCatalogue.all.map(\.id).filter(found.contains)
        return (known + found.subtracting(known).sorted()).map(SARIFRule.init)
    }

    // MARK: Limits

    /// What is said where not every finding is written; nil where all are.
    static func limitation(of report: Report) -> String? {
        let count = report.totals.diagnostics
        if count <= mostResults { return nil }
        return "of \(count) findings the \(mostResults) gravest are in the report, the most that GitHub takes"
    }

    /// How many results of each severity may still be written; the gravest go first.
    struct Budget {
        private var left: [Severity: Int]

        init(_ totals: Report.Totals) {
            let errors = min(totals.errors, mostResults)
            let warnings = min(totals.warnings, mostResults - errors)
            left = [.error: errors, .warning: warnings, .note: mostResults - errors - warnings]
        }

        mutating func take(_ severity: Severity) -> Bool {
            guard let number = left[severity], number > 0 else { return false }
            left[severity] = number - 1
            return true
        }
    }

    private struct Notification {
        let level: String
        let text: String
        var path: String?
    }

    private static func notifications(_ report: Report) -> [Notification] {
        var result = report.problems.map { Notification(level: "error", text: $0.message, path: $0.path) }
        let count = report.totals.diagnostics
        if let limitation = limitation(of: report) { result.append(Notification(level: "warning", text: limitation)) }
        if count > mostShown {
            result.append(
                Notification(
                    level: "note", text: "GitHub shows \(mostShown) of the \(min(count, mostResults)) results."))
        }
        return result
    }
}
