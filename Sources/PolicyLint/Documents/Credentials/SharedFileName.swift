/// Recognises shared files from their names and their content.
enum SharedFileName {
    /// The kind of a shared file; nil where the file is none.
    static func kind(of file: SourceFile) -> DocumentKind? {
        if let kind = kindByPlace(of: file) { return kind }
        guard mayBeOne(file) else { return nil }
        let marks = Marks(file.bytes)
        guard marks.hasTellingName, marks.hasSection || file.lastComponent.lowercased().contains("credentials") else {
            return nil
        }
        let isWellNamed = ["credentials", "config"].contains { file.lastComponent.lowercased().contains($0) }
        guard isWellNamed || marks.hasProfileSection else { return nil }
        if file.lastComponent.lowercased().contains("credentials") { return .sharedCredentials }
        if marks.hasConfigSection || file.lastComponent.lowercased().contains("config") { return .sharedConfig }
        return marks.hasSecret ? .sharedCredentials : .sharedConfig
    }

    /// The kind of a file in the folder `.aws`, which is read whatever it holds, also when nothing is
    /// left in it.
    static func kindByPlace(of file: SourceFile) -> DocumentKind? {
        let last = file.lastComponent
        let kind: DocumentKind? =
            last.equalsIgnoringCase("credentials")
            ? .sharedCredentials : last.equalsIgnoringCase("config") ? .sharedConfig : nil
        guard let kind else { return nil }
        let folder = file.name[..<last.startIndex].split(separator: "/").last
        return folder?.equalsIgnoringCase(".aws") ?? false ? kind : nil
    }

    /// Whether the file has no name to go by: standard input.
    static func isUnnamed(_ file: SourceFile) -> Bool {
        file.name == "-" || file.name.isEmpty || file.name == "<stdin>" || file.name == "stdin"
    }

    private static func mayBeOne(_ file: SourceFile) -> Bool {
        guard file.bytes.count < 1 << 20 else { return false }
        return extensions.contains(file.pathExtension) || isUnnamed(file)
    }

    private static let extensions: Set<String> = [
        "", "ini", "cfg", "conf", "txt", "bak", "old", "orig", "backup", "save", "example", "sample", "credentials",
        "config",
    ]

    /// What the lines of a file show.
    private struct Marks {
        var hasSection = false
        /// `[default]`, `[profile …]`.
        var hasProfileSection = false
        /// `[profile …]`, `[sso-session …]`.
        var hasConfigSection = false
        var hasTellingName = false
        var hasSecret = false

        init(_ bytes: [UInt8]) {
            for line in TextLine.lines(of: bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0) {
                let content = line.content(in: bytes)
                guard let first = content.first else { continue }
                if bytes[first] == UInt8(ascii: "[") {
                    let header = bytes.string(content.dropFirst().startIndex..<content.upperBound).lowercased()
                    hasSection = true
                    let isConfig = ["profile ", "sso-session ", "services "].contains { header.hasPrefix($0) }
                    hasConfigSection = hasConfigSection || isConfig
                    hasProfileSection = hasProfileSection || isConfig || header.hasPrefix("default]")
                } else if !bytes[first].beginsComment {
                    let name = bytes[content].prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ":") }
                    let words = String(decoding: name, as: UTF8.self).lowercased().split(separator: " ")
                    guard let last = words.last.map(String.init) else { continue }
                    hasTellingName = hasTellingName || SharedFileNames.telling.contains(last)
                    hasSecret = hasSecret || last == "aws_secret_access_key"
                }
            }
        }
    }
}
