/// Which files of a directory are worth reading. A file that a person names is always read.
public enum CandidateName {
    /// Whether a file of this path may hold a document.
    ///
    /// - Parameter inExport: Whether it lies in an export of an account, where people name answers as they like.
    public static func matches(_ path: String, inExport: Bool = false) -> Bool {
        // A quick look, which most pass.
        if path.withBytes(endsInJSON) { return true }
        let file = SourceFile(name: path, bytes: [])
        let last = file.lastComponent.lowercased()
        let ending = file.pathExtension
        if extensions.contains(ending) || names.contains(last) { return true }
        if inExport, exportExtensions.contains(ending), !last.hasPrefix(".") { return true }
        return last.hasPrefix(".env") || last.hasSuffix(".error.txt") || VersioningName(path).isCandidate
    }

    /// Whether a path ends in `.json`, with something else of a name before that.
    private static func endsInJSON(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
        let name = path.count - jsonEnding.count
        return name > 0 && path[name...].elementsEqual(jsonEnding) && path[name - 1] != UInt8(ascii: "/")
    }

    private static let jsonEnding = Array(".json".utf8)

    /// Directories that hold other people's files.
    public static func isSkippedDirectory(_ name: String) -> Bool { skippedDirectories.contains(name) }

    private static let extensions: Set<String> = ["json", "policy", "csv", "env"]
    private static let exportExtensions: Set<String> = ["", "txt", "out", "log", "yaml", "yml"]
    private static let names: Set<String> = ["credentials", "config"]
    private static let skippedDirectories: Set<String> = [
        ".git", ".hg", ".svn", "node_modules", ".terraform", ".venv", ".build",
    ]
}
