/// Where the files of a run lie as seen from a directory, whatever a person typed: from that of the configuration, whose
/// patterns they are compared with, or from the root of the repository, from which code scanning reads their names.
public struct FilePlaces: Hashable, Sendable {
    private let directory: [Substring]
    private let workingDirectory: [Substring]
    private let links: [String: String]

    /// Places as seen from `directory`.
    ///
    /// - Parameters:
    ///   - directory: The absolute path of the directory, without symbolic links.
    ///   - workingDirectory: The absolute path from which relative names count.
    ///   - links: The absolute paths of directories that a person named, without symbolic links.
    public init(directory: String, workingDirectory: String, links: [String: String] = [:]) {
        self.directory = Self.normalised(directory)
        self.workingDirectory = Self.normalised(workingDirectory)
        self.links = links
    }

    /// Whether the file of this name matches a pattern. A file outside the directory matches only what asks for no
    /// folder.
    public func matches(_ pattern: PathPattern, _ name: String) -> Bool {
        let path = path(of: name)
        if !path.hasPrefix("/") { return pattern.matches(file: RelativePath(path)) }
        return !pattern.asksForFolder && pattern.matches(file: RelativePath(place(of: name).last ?? ""))
    }

    /// The path of the file of this name from the directory; of a file outside it, the absolute path.
    public func path(of name: String) -> String {
        let place = place(of: name)
        return place.starts(with: directory)
            ? place.dropFirst(directory.count).joined(separator: "/") : "/" + place.joined(separator: "/")
    }

    /// Whether the directory has no files that match a pattern but in these directories, whose paths
    /// are absolute. Without a pattern, all files are meant.
    public func confines(_ pattern: PathPattern?, to directories: [String]) -> Bool {
        let place = directory + (pattern?.leadingFolders ?? []).map { String(decoding: $0, as: UTF8.self)[...] }
        return directories.contains { place.starts(with: Self.normalised($0)) }
    }

    /// The parts of a file's absolute path.
    private func place(of name: String) -> [Substring] {
        var prefix = name[...]
        while let slash = prefix.lastIndex(of: "/") {
            prefix = prefix[..<slash]
            if let directory = links[String(prefix)] {
                return Self.normalised("\(directory)/\(name[slash...])")
            }
        }
        return name.hasPrefix("/") ? Self.normalised(name) : Self.normalised(name, from: workingDirectory)
    }

    private static func normalised(_ path: String, from start: [Substring] = []) -> [Substring] {
        path.split(separator: "/").reduce(into: start) { parts, part in
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
        }
    }
}
