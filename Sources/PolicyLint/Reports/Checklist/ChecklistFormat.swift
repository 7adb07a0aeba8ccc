/// The forms in which a checklist can be written. The raw value is the form's name on the command line.
public enum ChecklistFormat: String, CaseIterable, Hashable, Sendable {
    /// For people.
    case full
    /// For programs: see `docs/json-format.md`.
    case json

    /// Writes a checklist in this form.
    public func write(
        _ checklist: Checklist, toolVersion: String, to sink: inout some ByteSink,
        options: ReportOptions = ReportOptions()
    ) {
        switch self {
        case .full: FullChecklist.write(checklist, to: &sink, options: options)
        case .json: JSONChecklist.write(checklist, toolVersion: toolVersion, to: &sink)
        }
    }
}
