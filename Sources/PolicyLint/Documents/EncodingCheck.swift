/// Recognises texts that are not UTF-8, before a reader of plain text sees them, or a person what JSON makes of them.
enum EncodingCheck {
    /// Why the file cannot be read, and what it seems to be; nil where it can be read, or where it is
    /// none of ours. A binary file is ours where a person said its `kind`.
    static func unreadable(_ file: SourceFile, kind: DocumentKind?) -> (reason: UnreadableText, kind: DocumentKind)? {
        guard let reason = reason(file.bytes), let kind = kind ?? apparentKind(file.withoutNULs) else { return nil }
        return (reason, kind)
    }

    /// Why a text is no UTF-8, whatever it holds; nil where it may be.
    static func reason(_ bytes: [UInt8]) -> UnreadableText? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            let name = bytes.starts(with: [0xFF, 0xFE, 0, 0]) ? "UTF-32" : "UTF-16"
            return UnreadableText(
                "the file is \(name), which AWS does not read",
                help: "save it as UTF-8; in PowerShell: `… | Out-File -Encoding utf8NoBOM FILE`", at: SourceSpan(0, 2))
        }
        let offset = bytes.withUnsafeBufferPointer { bytes in
            let length = min(bytes.count, 4096)
            return bytes.holdsNUL(upTo: length) ? bytes.firstPlace(of: 0, in: 0..<length) : nil
        }
        guard let offset else { return nil }
        return UnreadableText(
            "the file holds a NUL byte: it is binary, or not UTF-8", at: SourceSpan(offset, offset + 1))
    }

    /// What the letters of a text that is no UTF-8 show.
    private static func apparentKind(_ file: SourceFile) -> DocumentKind? {
        ApparentKind.ofJSON(in: file) ?? TextDocuments.recognise(file, SourceText(file.bytes)).first?.kind
    }
}

extension SourceFile {
    /// The file without its NUL bytes and its mark: the letters of a UTF-16 text.
    fileprivate var withoutNULs: SourceFile {
        let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        return SourceFile(name: name, bytes: bytes.prefix(65_536).dropFirst(isMarked ? 2 : 0).filter { $0 != 0 })
    }
}
