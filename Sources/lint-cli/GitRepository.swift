/// The `.git` of a repository: a directory, or, in worktrees and submodules, a file that names it.
///
/// Source: <https://git-scm.com/docs/gitrepository-layout>.
enum GitRepository {
    /// A directory and those above it, up to the root of the repository that it lies in; nil where it lies in none. The
    /// path is absolute.
    static func directories(upFrom directory: String) -> [String]? {
        var directories = [directory]
        var current = directory[...]
        while !isRoot(current) {
            guard let slash = current.lastIndex(of: "/"), slash != current.startIndex else { return nil }
            current = current[..<slash]
            directories.append(String(current))
        }
        return directories
    }

    private static func isRoot(_ directory: Substring) -> Bool {
        (try? Platform.state(of: "\(directory)/.git")) != nil
    }

    /// The text of `info/exclude`: what is ignored in one clone alone. All worktrees share it. Nil where there is none.
    static func exclusions(ofRoot root: String) -> [UInt8]? { text(of: place(ofRoot: root) + "/info/exclude") }

    private static func place(ofRoot root: String) -> String {
        let marker = "gitdir: "
        guard let line = firstLine(of: root + "/.git"), line.hasPrefix(marker) else { return root + "/.git" }
        let place = resolve(line.dropFirst(marker.count), from: root)
        return firstLine(of: place + "/commondir").map { resolve($0, from: place) } ?? place
    }

    private static func resolve(_ path: Substring, from directory: String) -> String {
        path.hasPrefix("/") ? String(path) : "\(directory)/\(path)"
    }

    private static func firstLine(of file: String) -> Substring? {
        text(of: file).flatMap { String(decoding: $0, as: UTF8.self).split(whereSeparator: \.isNewline).first }
    }

    private static func text(of file: String) -> [UInt8]? { try? InputReader.read(file).file.bytes }
}
