/// Masks in any text the secrets of all files of an export: a name may repeat what another file holds.
struct SecretNet {
    private let redactions: [Redaction]

    /// A net for the secrets of these files.
    init(_ reports: [FileReport]) {
        let empty = Redaction(FileReport(file: SourceFile(name: "", bytes: [])))
        redactions = [empty] + reports.map { Redaction($0) }.filter(\.hidesSecrets)
    }

    /// The text without secrets, access key ids shortened.
    func text(_ text: String) -> String { redactions.reduce(text) { $1.text($0) } }
}
