/// Findings that somebody has looked at and accepted, with the reason.
public struct Suppression: Hashable, Sendable {
    /// The ids of the rules.
    public let rules: Set<String>
    /// The files; nil for all.
    public let files: PathPattern?
    /// The JSON pointer of the document in its file; nil for all.
    public let pointer: String?
    /// Why the findings are accepted.
    public let reason: String
    /// From this moment on the findings are reported again.
    public let expires: Timestamp?

    /// Whether a finding in a file is accepted, as things stand in the settings. Without a moment nothing expires.
    func covers(_ diagnostic: Diagnostic, in file: SourceFile, _ settings: LintSettings) -> Bool {
        if let expires, let now = settings.day, now >= expires { return false }
        return rules.contains(diagnostic.rule) && pointer.map { $0 == diagnostic.pointer } ?? true
            && files.map { settings.matches($0, file) } ?? true
    }
}
