extension RuleContext {
    /// Edits of the document as a shared file.
    var sharedFileEditing: SharedFileEditing { SharedFileEditing(document.text.bytes) }

    /// The file's name as a shell takes it.
    var shellFileName: String { ShellWord.quote(path: file.name) }

    /// Whether the file is the one in which the AWS CLI keeps credentials, `~/.aws/credentials` or
    /// `~/.aws/config`, or has no name that says otherwise.
    var isInPlaceForCredentials: Bool {
        guard DocumentKinds.sharedFiles.contains(document.kind) else { return false }
        let name = file.name.lowercased()
        return name.contains(".aws/") || SharedFileName.isUnnamed(file)
    }
}
