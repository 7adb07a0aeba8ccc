/// The forms in which a checklist can be written. The raw value is the form's name on the command line.
public enum ChecklistFormat: String, CaseIterable, Hashable, Sendable {
    /// For people.
    case full
    /// For programs: see `docs/json-format.md`.
    case json
    /// SARIF 2.1.0, for code scanning and editors.
    case sarif
    /// Tables to paste into an issue.
    case markdown
    /// One page for a browser, which also shows the findings of the linter and who can become whom.
    case html

    /// Whether the form shows more than the checklist: what is in a `ChecklistAppendix`.
    public var hasAppendix: Bool {
        switch self {
        case .full, .json, .sarif, .markdown: false
        case .html: true
        }
    }

    /// Writes a checklist in this form.
    public func write(
        _ checklist: Checklist, toolVersion: String, appendix: ChecklistAppendix = ChecklistAppendix(),
        to sink: inout some ByteSink, options: ReportOptions = ReportOptions()
    ) {
        switch self {
        case .full: FullChecklist.write(checklist, to: &sink, options: options)
        case .json: JSONChecklist.write(checklist, toolVersion: toolVersion, to: &sink)
        case .sarif: SARIFChecklist.write(checklist, toolVersion: toolVersion, to: &sink, options: options)
        case .markdown: MarkdownChecklist.write(checklist, to: &sink)
        case .html: AccountPage.write(checklist, toolVersion: toolVersion, appendix, to: &sink)
        }
    }

    /// What to tell a person where this form cannot hold every line that is open or cannot be told; nil where it can.
    public func limitation(of checklist: Checklist) -> String? {
        switch self {
        case .full, .json, .markdown, .html: nil
        case .sarif: SARIFChecklist.limitation(of: checklist)
        }
    }
}
