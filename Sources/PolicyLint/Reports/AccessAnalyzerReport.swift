/// The answer of `aws accessanalyzer validate-policy`, for programs that read it; `docs/json-format.md` says how it
/// differs from AWS's own.
///
/// Source: <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicyFinding.html>. AWS does
/// not say what its `offset` and `column` count. They are places in a parameter that is a string, so they are taken
/// for characters: Unicode code points. Only in a policy with characters beyond ASCII does it make a difference.
enum AccessAnalyzerReport {
    /// Writes the findings for which AWS has a check.
    static func write(_ report: Report, to sink: inout some ByteSink) {
        var stream = JSONStream { root in root.array("findings") { $0.streamed() } }
        let namesFile = report.totals.documents > 1
        for fileReport in report.files where fileReport.diagnostics.contains(where: { !$0.issues.isEmpty }) {
            let file = ReportedFile(fileReport)
            let found = fileReport.diagnostics.flatMap { diagnostic in diagnostic.issues.map { (diagnostic, $0) } }
            for (diagnostic, issue) in found {
                guard let check = AccessAnalyzerCheck.check(issue.code) else { continue }
                stream.append(to: &sink) { finding in
                    finding.add("findingDetails", details(diagnostic, file))
                    finding.add("findingType", check.findingType.rawValue)
                    finding.add("issueCode", check.issueCode)
                    finding.add("learnMoreLink", check.learnMoreLink)
                    finding.array("locations") { locations in
                        locations.object { location($0, issue.path, diagnostic.span, file) }
                    }
                    // AWS's answer is about one document; among several, each finding says about which.
                    if namesFile {
                        finding.add("file", file.name)
                        finding.add("pointer", diagnostic.pointer)
                    }
                }
            }
        }
        stream.endArray(to: &sink)
        stream.finish(to: &sink)
    }

    /// What is left out: the findings for which AWS has no check.
    static func limitation(of report: Report) -> String? {
        let count = report.files.lazy.flatMap(\.diagnostics).filter(\.issues.isEmpty).count
        if count == 0 { return nil }
        let what = count == 1 ? "1 finding has" : "\(count) findings have"
        return "\(what) no issue code of IAM Access Analyzer and stand\(count == 1 ? "s" : "") in other formats only"
    }

    /// Message and help as sentences.
    private static func details(_ diagnostic: Diagnostic, _ file: ReportedFile) -> String {
        [diagnostic.message, diagnostic.help].compactMap { $0 }.map { sentence(file.text($0)) }.joined(separator: " ")
    }

    private static func sentence(_ text: String) -> String {
        let end = text.hasSuffix(".") || text.hasSuffix("?") ? "" : "."
        return text.prefix(1).uppercased() + text.dropFirst() + end
    }

    private static func location(
        _ location: JSONWriter.Object, _ path: [JSONPathElement], _ span: SourceSpan, _ file: ReportedFile
    ) {
        location.array("path") { array in
            for element in path {
                array.object { object in
                    switch element {
                    case .value(let key): object.add("value", file.text(key))
                    case .index(let index): object.add("index", index)
                    case .key(let key): object.add("key", file.text(key))
                    }
                }
            }
        }
        location.object("span") { object in
            for (key, position) in [("start", file.start(of: span)), ("end", file.end(of: span))] {
                object.object(key) { place in
                    place.add("line", position.line)
                    place.add("column", position.column - 1)
                    place.add("offset", position.characterOffset)
                }
            }
        }
    }
}
