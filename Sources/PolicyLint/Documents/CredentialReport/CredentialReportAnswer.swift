/// The answer of `aws iam get-credential-report`: the report in base64.
enum CredentialReportAnswer {
    /// The report in an answer; nil where the object is none.
    static func document(_ node: JSONNode, _ text: SourceText, _ pointer: String) -> Document? {
        guard let content = node["Content"], content.string != nil,
            node["ReportFormat"] != nil || node["GeneratedTime"] != nil
        else { return nil }
        let range = content.span.range.lowerBound + 1..<content.span.range.upperBound - 1
        guard let (decoded, embedding) = Base64.decode(text.bytes, in: range) else {
            let reason = UnreadableText("the content is not base64", at: content.span)
            return Document(
                kind: .credentialReport, content: .unreadable(reason), text: text, span: node.span, pointer: pointer)
        }
        let generated = node["GeneratedTime"]?.string.flatMap { Timestamp($0) }
        let inner = text.embedded(decoded, by: embedding)
        return CredentialReportReader.document(inner, generatedTime: generated, pointer: pointer + "/Content")
    }
}
