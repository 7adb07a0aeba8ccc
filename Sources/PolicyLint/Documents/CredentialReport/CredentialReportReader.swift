/// Reads a credential report: CSV, or the bare base64 that `--query Content --output text` prints.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html>.
enum CredentialReportReader {
    /// The report in a CSV text; unreadable where its header is none of a credential report, or a row has other cells
    /// than the header has names: a report that was cut off says nothing of what is missing.
    static func document(_ text: SourceText, generatedTime: Timestamp?, pointer: String) -> Document {
        let span = SourceSpan(0, text.bytes.count)
        let rows = CSVRow.rows(of: text.bytes)
        guard let header = rows.first, isHeader(header) else {
            return unreadable(
                "this is no credential report: its first line does not name the columns `user` and `arn`",
                at: rows.first?.span ?? .at(0), text, pointer)
        }
        if let row = rows.first(where: { $0.cells.count != header.cells.count }) {
            let count = row.cells.count == 1 ? "1 cell" : "\(row.cells.count) cells"
            return unreadable(
                "this row has \(count), and the first line names \(header.cells.count) columns: the report is cut off "
                    + "or damaged", at: row.span, text, pointer)
        }
        let columns = header.cells.map { $0.value.lowercased() }
        let read = rows.dropFirst().map { row in
            let cells = Dictionary(zip(columns, row.cells), uniquingKeysWith: { first, _ in first })
            return CredentialReport.Row(cells: cells, span: row.span)
        }
        let account = read.lazy.compactMap { $0["arn"].flatMap { AmazonResourceName($0.value)?.account } }.first
        return Document(
            kind: .credentialReport,
            content: .credentialReport(CredentialReport(rows: Array(read), generatedTime: generatedTime)), text: text,
            span: span, pointer: pointer, owner: Owner(accountID: account))
    }

    private static func unreadable(
        _ message: String, at place: SourceSpan, _ text: SourceText, _ pointer: String
    ) -> Document {
        let reason = UnreadableText(
            message,
            help: "export it again: `aws iam get-credential-report --query Content --output text | base64 -d`",
            at: place)
        return Document(
            kind: .credentialReport, content: .unreadable(reason), text: text, span: SourceSpan(0, text.bytes.count),
            pointer: pointer)
    }

    /// The report in a file: CSV, or base64 alone, or the three columns of `--output text`.
    static func document(in text: SourceText) -> Document {
        guard let (inner, time) = decoded(text) else { return document(text, generatedTime: nil, pointer: "") }
        return document(inner, generatedTime: time, pointer: "")
    }

    /// Whether a text is a report, in CSV or base64.
    static func recognises(_ bytes: [UInt8]) -> Bool {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let start = body.prefix(64).asciiLowercased
        return start.starts(with: "user,arn,user_creation_time".utf8)
            || start.starts(with: "\"user\",\"arn\",\"user_creation_time\"".utf8)
            || body.starts(with: base64Start.utf8)
    }

    /// `user,arn,user_creation_time` in base64.
    static let base64Start = "dXNlcixhcm4sdXNlcl9jcmVhdGlvbl90aW1l"

    private static func decoded(_ text: SourceText) -> (SourceText, Timestamp?)? {
        guard text.bytes.starts(with: base64Start.utf8) else { return nil }
        let end = text.bytes.firstIndex { $0.isBlank || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        let range = 0..<(end ?? text.bytes.count)
        guard let (decoded, embedding) = Base64.decode(text.bytes, in: range) else { return nil }
        let rest = String(decoding: text.bytes[range.upperBound...].prefix(100), as: UTF8.self)
        let time = rest.split(whereSeparator: \.isWhitespace).lazy.compactMap { Timestamp($0) }.first
        return (text.embedded(decoded, by: embedding), time)
    }

    private static func isHeader(_ row: CSVRow) -> Bool {
        let names = row.cells.map { $0.value.lowercased() }
        return names.contains("user") && names.contains("arn")
    }
}
