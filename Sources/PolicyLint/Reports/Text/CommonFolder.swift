/// The folder in which all files of an export lie. What is handed on, as a page or in an issue, names files from there:
/// it is shorter, and how a person's folders are called is nobody's business.
struct CommonFolder {
    private let path: String

    /// The folder of these files.
    init(_ files: [SourceFile]) {
        let folders = files.map { file in
            file.name.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        }
        guard var common = folders.first else {
            path = ""
            return
        }
        for folder in folders.dropFirst() where !folder.starts(with: common) {
            common = common.prefix(zip(common, folder).prefix { $0 == $1 }.count)
        }
        path = common.map { $0 + "/" }.joined()
    }

    /// The name of a file from the folder on.
    func name(_ file: String) -> String { file.hasPrefix(path) ? String(file.dropFirst(path.count)) : file }
}
