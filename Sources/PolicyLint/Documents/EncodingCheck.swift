/// Recognises texts that are not UTF-8 before any reader sees them.
enum EncodingCheck {
    /// Why the file cannot be read; nil where it can, or where it is none of ours: a binary file is
    /// ours only where `expected` says so.
    static func unreadable(_ file: SourceFile, expected: Bool) -> UnreadableText? {
        let bytes = file.bytes
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            guard expected || mayHoldDocument(file.withoutNULs) else { return nil }
            return UnreadableText(
                "the file is UTF-16, which AWS does not read",
                help: "save it as UTF-8; in PowerShell: `… | Out-File -Encoding utf8NoBOM FILE`", at: SourceSpan(0, 2))
        }
        guard let offset = bytes.prefix(4096).firstIndex(of: 0) else { return nil }
        guard expected || mayHoldDocument(file.withoutNULs) else { return nil }
        return UnreadableText(
            "the file holds a NUL byte: it is binary, or not UTF-8", at: SourceSpan(offset, offset + 1))
    }

    /// Whether the letters of a text that is no UTF-8 show a document.
    private static func mayHoldDocument(_ file: SourceFile) -> Bool {
        JSONDocuments.mentionsDocument(file) || !TextDocuments.recognise(file, SourceText(file.bytes)).isEmpty
    }
}

extension SourceFile {
    /// The file with its NUL bytes left out: the letters of a UTF-16 text.
    fileprivate var withoutNULs: SourceFile {
        SourceFile(name: name, bytes: bytes.prefix(65_536).filter { $0 != 0 })
    }
}
