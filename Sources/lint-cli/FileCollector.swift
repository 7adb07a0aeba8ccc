import PolicyLint

/// Finds the files below the paths that a person named.
struct FileCollector {
    /// How many threads walk.
    let threads: Int
    /// Whether the directories are exports of an account: what Git ignores counts, as exports mostly are, and files may
    /// have other names.
    var readsExports = false

    /// The files, sorted by path, and what could not be read.
    struct Found {
        var files: [String] = []
        var failures: [InputReader.Failure] = []
        /// How many files of these were left out because the configuration says so.
        var excludedFiles = 0
    }

    /// A directory to walk: its name as it is shown, its absolute path, and what is ignored in it.
    private struct Directory: Sendable {
        let name: String
        let absolutePath: String
        /// Nil where nothing is.
        let ignore: GitIgnore?
    }

    /// A file: its name as it is shown, and its directory.
    private struct Candidate: Sendable {
        let name: String
        /// The absolute path of the directory.
        let directory: String

        /// A path that is the same however a person spells it.
        var absolutePath: String {
            let start = name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex
            return "\(directory)/\(name[start...])"
        }
    }

    private struct Listing: Sendable {
        var files: [Candidate] = []
        var directories: [Directory] = []
        var failures: [InputReader.Failure] = []
    }

    /// Walks the paths. A file that is named is taken whatever its name; in directories only files whose
    /// names may hold a document, and none that Git ignores. Symbolic links to directories are not
    /// followed.
    func collect(_ paths: [String]) -> Found {
        var found = Found()
        var directories: [Directory] = []
        var files: [Candidate] = []
        for path in paths {
            do {
                if try Platform.state(of: path).type == .directory {
                    let absolute = try Platform.resolve(path)
                    let name = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
                    directories.append(
                        Directory(
                            name: name, absolutePath: absolute,
                            ignore: readsExports ? nil : Self.ignore(above: absolute)))
                } else {
                    files.append(Candidate(name: path, directory: Self.directory(of: path)))
                }
            } catch {
                let reason = Self.isInOtherEncoding(path) ? "its name is not UTF-8" : error.message
                found.failures.append(InputReader.Failure(path: path, message: "cannot be read: \(reason)"))
            }
        }
        while !directories.isEmpty {
            let listings = directories.concurrentMap(threads: threads, Self.list)
            directories = listings.flatMap(\.directories)
            files += listings.flatMap(\.files)
            found.failures += listings.flatMap(\.failures)
        }
        // A file that is named twice goes by the first name. Below one path there is none.
        var names: Set<String> = []
        if paths.count > 1 { files.removeAll { !names.insert($0.absolutePath).inserted } }
        found.files = PathOrder.sorted(files.map { $0.name })
        found.failures.sort { $0.path < $1.path }
        return found
    }

    /// Whether a name is in another encoding than UTF-8, so that it leads nowhere once it is a text.
    private static func isInOtherEncoding(_ name: String) -> Bool { name.unicodeScalars.contains("\u{FFFD}") }

    /// The absolute path of the directory of a file, which may itself be a symbolic link.
    private static func directory(of path: String) -> String {
        let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        return (try? Platform.resolve(directory)) ?? directory
    }

    private static func list(_ directory: Directory) -> Listing {
        var listing = Listing()
        let entries: [Platform.DirectoryEntry]
        do {
            entries = try Platform.entries(in: directory.name)
        } catch {
            listing.failures = [InputReader.Failure(path: directory.name, message: "cannot be read: \(error.message)")]
            return listing
        }
        let ignore = directory.ignore.map {
            entries.contains { $0.name == ".gitignore" } ? adding(directory.absolutePath, to: $0) : $0
        }
        let prefix = directory.name == "." ? "" : directory.name == "/" ? "/" : directory.name + "/"
        for entry in entries {
            let path = prefix + entry.name
            func isIgnored(isDirectory: Bool) -> Bool {
                guard let ignore, !ignore.isEmpty else { return false }
                return ignore.ignores(directory.absolutePath + "/" + entry.name, isDirectory: isDirectory)
            }
            let isCandidate = CandidateName.matches(path, inExport: ignore == nil)
            if !entry.isUTF8 {
                let isDirectory = entry.type == .directory
                let isWanted = isDirectory || isCandidate
                if isWanted, !isIgnored(isDirectory: isDirectory) {
                    listing.failures.append(
                        InputReader.Failure(path: path, message: "cannot be read: its name is not UTF-8"))
                }
                continue
            }
            // One that has no state is just gone.
            guard let type = entry.type ?? (try? Platform.state(of: path).type) else { continue }
            if type == .directory {
                // A symbolic link is not followed.
                if CandidateName.isSkippedDirectory(entry.name) || entry.type == nil && Platform.isSymbolicLink(path) {
                    continue
                }
                if isIgnored(isDirectory: true) { continue }
                let absolute = directory.absolutePath + "/" + entry.name
                listing.directories.append(Directory(name: path, absolutePath: absolute, ignore: ignore))
            } else if type == .regular, isCandidate, !isIgnored(isDirectory: false) {
                listing.files.append(Candidate(name: path, directory: directory.absolutePath))
            }
        }
        return listing
    }

    /// What the `.gitignore` files above a directory say, up to the root of its repository, and what its repository
    /// keeps to itself.
    private static func ignore(above directory: String) -> GitIgnore {
        guard let path = GitRepository.directories(upFrom: directory), let root = path.last else { return GitIgnore() }
        // The files in the tree have the last word.
        let excluded = [GitRepository.personalExclusions(ofRoot: root), GitRepository.exclusions(ofRoot: root)]
            .compactMap(\.self).reduce(GitIgnore()) { $0.adding($1, in: root + "/") }
        return path.dropFirst().reversed().reduce(excluded) { adding($1, to: $0) }
    }

    private static func adding(_ directory: String, to ignore: GitIgnore) -> GitIgnore {
        guard let text = try? InputReader.read(directory + "/.gitignore").file.bytes else { return ignore }
        return ignore.adding(text, in: directory + "/")
    }
}
