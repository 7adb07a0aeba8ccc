/// A shared credentials or config file that lies beside the answers.
struct SharedFileEvidence {
    /// Which of the two it is.
    let kind: DocumentKind
    /// What stands in it.
    let file: Sourced<SharedFile>
}

extension AccountEvidence {
    /// The shared files that are read together with one of them, that of the credentials first; itself alone where it is
    /// not certain which is the other.
    func sharedFiles(readWith number: Int) -> [Sourced<SharedFile>] {
        guard let own = sharedFiles.first(where: { $0.file.source.file == number }) else { return [] }
        guard let other = other(of: own) else { return [own.file] }
        return own.kind == .sharedCredentials ? [own.file, other.file] : [other.file, own.file]
    }

    /// The other file of a pair: in its folder under the name that AWS gave it, or the only other one in the export.
    private func other(of own: SharedFileEvidence) -> SharedFileEvidence? {
        let others = sharedFiles.filter { $0.kind != own.kind }
        let path = files[own.file.source.file]
        let beside = others.filter { other in
            let otherPath = files[other.file.source.file]
            return otherPath.folder == path.folder && otherPath.hasSharedName && path.hasSharedName
        }
        if let other = beside.first { return other }
        return sharedFiles.count == 2 ? others.first : nil
    }
}

extension SourceFile {
    fileprivate var folder: Substring { name[..<lastComponent.startIndex] }
    fileprivate var hasSharedName: Bool { lastComponent == "credentials" || lastComponent == "config" }
}
