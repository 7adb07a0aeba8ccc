extension RuleContext {
    /// Edits of the document as a shared file.
    var sharedFileEditing: SharedFileEditing { SharedFileEditing(document.text.bytes) }

    /// The file's name as a shell takes it.
    var shellFileName: String { ShellWord.quote(file.name) }

    /// Whether the file is the one in which the AWS CLI keeps credentials, `~/.aws/credentials` or
    /// `~/.aws/config`, or has no name that says otherwise.
    var isInPlaceForCredentials: Bool {
        guard DocumentKinds.sharedFiles.contains(document.kind) else { return false }
        let name = file.name.lowercased()
        return name.contains(".aws/") || SharedFileName.isUnnamed(file)
    }
}

/// Words of a shell command.
enum ShellWord {
    /// A word as a POSIX shell takes it.
    static func quote(_ word: String) -> String {
        let isPlain =
            !word.isEmpty && !word.hasPrefix("-")
            && word.utf8.allSatisfy { byte in
                byte.isLetter || byte.isDigit || "-_./@%+=:,".utf8.contains(byte)
            }
        if isPlain { return word }
        let safe = word.hasPrefix("-") ? "./\(word)" : word
        return "'" + safe.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
