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
    /// Where it stands in the configuration, from 1.
    public let line: Int
    /// From 1, in characters.
    public let column: Int

    /// Whether it has run out, as things stand in the settings. Without a moment nothing does.
    public func hasExpired(_ settings: LintSettings) -> Bool { expires.map { $0.hasCome(on: settings.day) } ?? false }

    /// Whether it speaks of a finding in a file, even where it has run out.
    func names(_ diagnostic: Diagnostic, in file: SourceFile, _ settings: LintSettings) -> Bool {
        rules.contains(diagnostic.rule) && pointer.map { $0 == diagnostic.pointer } ?? true
            && files.map { settings.matches($0, file) } ?? true
    }
}
