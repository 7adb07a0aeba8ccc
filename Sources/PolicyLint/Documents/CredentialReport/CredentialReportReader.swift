/// Reads a credential report from CSV.
enum CredentialReportReader {
    /// The report in a text.
    static func document(_ text: SourceText, generatedTime: Timestamp?, pointer: String) -> Document {
        let report = CredentialReport(rows: [], generatedTime: generatedTime)
        return Document(
            kind: .credentialReport, content: .credentialReport(report), text: text,
            span: SourceSpan(0, text.bytes.count), pointer: pointer)
    }
}
