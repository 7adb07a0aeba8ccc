/// The answer of `aws iam get-credential-report`: the report in base64.
enum CredentialReportAnswer {
    /// The report in an answer; nil where the object is none.
    static func document(_ node: JSONNode, _ text: SourceText, _ pointer: String) -> Document? {
        guard let content = node["Content"], let string = content.string,
            node["ReportFormat"] != nil || node["GeneratedTime"] != nil
        else { return nil }
        let generated = node["GeneratedTime"]?.string.flatMap { Timestamp($0) }
        let pointer = pointer + "/Content"
        if let inner = plain(content, string, text) {
            return CredentialReportReader.document(inner, generatedTime: generated, pointer: pointer)
        }
        let range = content.span.range.lowerBound + 1..<content.span.range.upperBound - 1
        guard let (decoded, embedding) = Base64.decode(text.bytes, in: range) else {
            let reason = UnreadableText(
                "the content of the credential report is not base64",
                help: "export it again with `aws iam get-credential-report --output json`", at: content.span)
            return Document(
                kind: .credentialReport, content: .unreadable(reason), text: text, span: node.span, pointer: pointer)
        }
        return CredentialReportReader.document(
            text.embedded(decoded, by: embedding), generatedTime: generated, pointer: pointer)
    }

    /// The report where a Python program wrote it decoded: as text, or as `b'…'`.
    private static func plain(_ content: JSONNode, _ string: String, _ text: SourceText) -> SourceText? {
        let isPythonBytes = string.hasPrefix("b'user,") && string.hasSuffix("'")
        guard isPythonBytes || string.hasPrefixIgnoringCase("user,arn,") else { return nil }
        let (decoded, embedding) = JSONText.decode(text.bytes, string: content.span)
        let inner = text.embedded(decoded, by: embedding)
        guard isPythonBytes else { return inner }
        // Python's escapes in such a text are JSON's, and its quotes stand at the ends.
        let (report, outer) = JSONText.decode(decoded, string: SourceSpan(1, decoded.count))
        return inner.embedded(report, by: outer)
    }
}
