/// A report of GitLab's Code Quality.
///
/// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
enum GitLabReport {
    /// Writes a report.
    static func write(_ report: Report, to sink: inout some ByteSink, options: ReportOptions) {
        var separator = "[\n  "
        func append(_ fill: (JSONWriter.Object) -> Void) {
            sink.append(separator + JSONWriter.element(.pretty, nesting: 1, fill))
            separator = ",\n  "
        }
        for problem in report.problems {
            let path = options.repositoryPath(of: problem.path)
            append { object in
                object.add("description", problem.message)
                object.add("check_name", "policylint")
                object.add("fingerprint", fingerprint(path, "policylint"))
                object.add("severity", "blocker")
                object.object("location") { location in
                    location.add("path", path)
                    location.object("lines") { $0.add("begin", 1) }
                }
            }
        }
        for fileReport in report.files where !fileReport.diagnostics.isEmpty {
            let file = ReportedFile(fileReport)
            let path = options.repositoryPath(of: file.name)
            var fingerprints = Fingerprints(file)
            for diagnostic in fileReport.diagnostics {
                let name = fingerprint(path, fingerprints.next(diagnostic))
                append { write(diagnostic, name, path, file, to: $0) }
            }
        }
        sink.append(separator.hasPrefix("[") ? "[]\n" : "\n]\n")
    }

    private static func write(
        _ diagnostic: Diagnostic, _ fingerprint: String, _ path: String, _ file: ReportedFile,
        to object: JSONWriter.Object
    ) {
        var description = file.text(diagnostic.message)
        if let help = diagnostic.help { description += "; " + file.text(help) }
        object.add("description", description)
        object.add("check_name", diagnostic.rule)
        object.add("fingerprint", fingerprint)
        object.add("severity", severity(diagnostic.severity))
        object.object("location") { location in
            location.add("path", path)
            location.object("positions") { positions in
                let places = [("begin", file.start(of: diagnostic.span)), ("end", file.end(of: diagnostic.span))]
                for (key, place) in places {
                    positions.object(key) { position in
                        position.add("line", place.line)
                        position.add("column", place.column)
                    }
                }
            }
        }
    }

    /// GitLab takes two findings of one name for the same, also in two files.
    private static func fingerprint(_ path: String, _ name: String) -> String {
        var hash = FNVHash()
        hash.add(path.utf8)
        hash.add(CollectionOfOne(0))
        hash.add(name.utf8)
        return hash.digits
    }

    private static func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "critical"
        case .warning: "major"
        case .note: "info"
        }
    }
}
