/// Reads the files in which the AWS console hands out credentials: `rootkey.csv`, `USER_accessKeys.csv`,
/// `new_user_credentials.csv`, `credentials.csv`.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html>.
enum ConsoleDownload {
    /// The credentials in a text; nil where it is no such file.
    static func read(_ file: SourceFile, _ text: SourceText) -> CredentialsList? {
        keyValueLines(text) ?? table(file, text)
    }

    /// The older `rootkey.csv`: `AWSAccessKeyId=…` and `AWSSecretKey=…` on a line each.
    private static func keyValueLines(_ text: SourceText) -> CredentialsList? {
        let bytes = text.bytes
        var id: Located<String>?
        var secret: SourceSpan?
        var span: SourceSpan?
        for line in TextLine.lines(of: bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0) {
            let content = line.content(in: bytes)
            if content.isEmpty { continue }
            guard let equals = bytes[content].firstIndex(of: UInt8(ascii: "=")) else { return nil }
            let name = bytes.string(TextLine.trim(content.lowerBound..<equals, in: bytes))
            let value = TextLine.trim(equals + 1..<content.upperBound, in: bytes)
            if name.equalsIgnoringCase("AWSAccessKeyId") {
                id = Located(bytes.string(value), at: SourceSpan(value))
            } else if name.equalsIgnoringCase("AWSSecretKey") {
                secret = SourceSpan(value)
            } else {
                return nil
            }
            span = span?.union(SourceSpan(content)) ?? SourceSpan(content)
        }
        guard let span else { return nil }
        return CredentialsList([.init(accessKeyID: id, secretAccessKey: secret, span: span, isRoots: true)])
    }

    private static func table(_ file: SourceFile, _ text: SourceText) -> CredentialsList? {
        let rows = CSVRow.rows(of: text.bytes)
        guard let header = rows.first else { return nil }
        let columns = header.cells.map { $0.value.lowercased().filter { $0.isLetter } }
        let hasKeys = columns.contains("accesskeyid") && columns.contains("secretaccesskey")
        let hasPassword =
            columns.contains("username") && columns.contains("password")
            && (columns.contains("consoleloginlink") || columns.contains("consolesigninurl"))
        guard hasKeys || hasPassword else { return nil }
        let isRoots = file.lastComponent.lowercased().hasPrefix("rootkey") && !columns.contains("username")
        var others: [SourceSpan] = []
        let credentials = rows.dropFirst().map { row in
            let cells = Dictionary(zip(columns, row.cells), uniquingKeysWith: { first, _ in first })
                .filter { !$0.value.value.isEmpty }
            others += cells.filter { !known.contains($0.key) }.map(\.value.span)
            others += row.cells.dropFirst(columns.count).map(\.span)
            return CredentialsList.Credential(
                userName: cells["username"], accessKeyID: cells["accesskeyid"],
                secretAccessKey: cells["secretaccesskey"]?.span, password: cells["password"]?.span, span: row.span,
                isRoots: isRoots)
        }
        return CredentialsList(credentials, otherSecrets: others.filter { !$0.isEmpty }.sorted())
    }

    /// The columns that are read; what stands in another is shown nowhere.
    private static let known: Set<String> = [
        "username", "accesskeyid", "secretaccesskey", "password", "consoleloginlink", "consolesigninurl",
    ]
}
