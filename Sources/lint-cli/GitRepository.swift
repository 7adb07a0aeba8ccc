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

    /// The text of the file that says what a person ignores in all repositories: `core.excludesFile`, else `git/ignore`
    /// among the person's configuration. Nil where there is none.
    ///
    /// Source: <https://git-scm.com/docs/gitignore>.
    static func personalExclusions(ofRoot root: String) -> [UInt8]? {
        let home = Platform.environment("HOME") ?? ""
        let configured = Platform.environment("XDG_CONFIG_HOME").flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.config"
        let files = [place(ofRoot: root) + "/config", home + "/.gitconfig", configured + "/git/config"]
        let named = files.lazy.compactMap { text(of: $0).flatMap(excludesFile) }.first
        guard let named else { return text(of: configured + "/git/ignore") }
        return text(of: named.hasPrefix("~/") ? home + named.dropFirst() : resolve(named[...], from: root))
    }

    /// The value of `core.excludesFile` in the text of a configuration; the last one counts.
    ///
    /// Source: <https://git-scm.com/docs/git-config#_syntax>.
    private static func excludesFile(in text: [UInt8]) -> String? {
        var value: String?
        var section = ""
        for line in String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline) {
            let words = line.drop(while: \.isWhitespace)
            if words.hasPrefix("[") {
                section = words.dropFirst().prefix { $0 != "]" }.lowercased()
                continue
            }
            let parts = words.split(separator: "=", maxSplits: 1)
            guard section == "core", parts.count == 2,
                parts[0].filter({ !$0.isWhitespace }).lowercased() == "excludesfile"
            else { continue }
            let written = parts[1].drop(while: \.isWhitespace)
            let plain =
                written.hasPrefix("\"")
                ? written.dropFirst().prefix { $0 != "\"" } : written.prefix { $0 != "#" && $0 != ";" }
            value = String(plain.reversed().drop(while: \.isWhitespace).reversed())
        }
        return value
    }

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
