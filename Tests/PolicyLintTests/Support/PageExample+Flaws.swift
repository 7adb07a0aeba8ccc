@testable import PolicyLint

/// Whether examples come out as their pages say.
extension PageExample {
    /// What is not as the page says; empty where all is well.
    var flaws: [String] {
        let linter = Linter(settings: settings)
        let report = linter.lint(file)
        var flaws: [String] = []
        if report.documents.isEmpty { flaws.append("the example is not recognised as a document") }
        if !fires && rule != "unreadable-document" && report.isUnreadable {
            flaws.append("a silent example cannot be read")
        }
        let found = Set(report.diagnostics.map(\.span)).sorted()
        if fires != !found.isEmpty { flaws.append(fires ? "nothing is found" : "a silent example has findings") }
        if found != marks {
            flaws.append(
                "the findings fall on \(found.map { text(at: $0) }), the marks on \(marks.map { text(at: $0) })")
        }
        let severities = Set(report.diagnostics.map(\.severity.rawValue)).sorted().joined(separator: ",")
        if let said = attributes["severity"], severities != said {
            flaws.append("the findings are \(severities), the page says \(said)")
        }
        flaws += flawsOfFix(FixEngine(linter), report) + flawsOfSuggestions(report)
        return flaws.map { "\(self): \($0)" }
    }

    /// The text at a place of the example.
    func text(at span: SourceSpan) -> String { SourceText(Array(text.utf8))[span] }

    /// What is not as the page says of the corrected document.
    private func flawsOfFix(_ engine: FixEngine, _ report: FileReport) -> [String] {
        let result = engine.fix(file)
        var flaws: [String] = []
        let corrected = String(decoding: result.file.bytes, as: UTF8.self)
        if corrected != fixed ?? text { flaws.append("fixing gives \(corrected)") }
        if fixed != nil,
            result.remaining.diagnostics.contains(where: { $0.fix != nil && $0.fix?.effect != .suggestion })
        {
            flaws.append("a finding with a fix is left")
        }
        if result.file.bytes != file.bytes, engine.fix(result.file).file.bytes != result.file.bytes {
            flaws.append("fixing twice changes something")
        }
        return flaws
    }

    /// What is not as the page says of the document with all suggestions, which are for a person and never applied.
    private func flawsOfSuggestions(_ report: FileReport) -> [String] {
        guard let suggested else { return [] }
        var edits: [TextEdit] = []
        for fix in report.diagnostics.compactMap(\.fix) where fix.effect == .suggestion {
            for edit in fix.edits where !edits.contains(where: edit.conflicts) { edits.append(edit) }
        }
        let text = String(decoding: TextEdit.apply(edits, to: file.bytes), as: UTF8.self)
        return text == suggested ? [] : ["the suggestions give \(text)"]
    }

    /// What is not as a rule says of the effects of its fixes, over all its examples.
    static func flawsOfFixes(of rule: RuleMetadata) -> [String] {
        let examples = examples(of: rule.id)
        let diagnostics = examples.flatMap { Linter(settings: $0.settings).lint($0.file).diagnostics }
        let offered = Set(diagnostics.compactMap { $0.fix?.effect })
        var flaws: [String] = []
        if offered != Set(rule.fixes) {
            flaws.append("\(rule.id) offers \(offered.map(\.rawValue).sorted()), not \(rule.fixes.map(\.rawValue))")
        }
        if !offered.subtracting([.suggestion]).isEmpty, !examples.contains(where: { $0.fixed != nil }) {
            flaws.append("the page of \(rule.id) shows no corrected document")
        }
        return flaws
    }
}
