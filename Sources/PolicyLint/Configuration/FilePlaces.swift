/// Where the files of a run lie as seen from the directory of the configuration, whatever a person typed: what the
/// configuration's patterns are compared with.
public struct FilePlaces: Sendable {
    private let configuration: [Substring]
    private let workingDirectory: [Substring]
    private let links: [String: String]

    /// Places for a configuration in `directory`.
    ///
    /// - Parameters:
    ///   - directory: The absolute path of the directory in which the configuration stands, without symbolic links.
    ///   - workingDirectory: The absolute path from which relative names count.
    ///   - links: The absolute paths of directories that a person named, without symbolic links.
    public init(directory: String, workingDirectory: String, links: [String: String] = [:]) {
        configuration = Self.normalised(directory)
        self.workingDirectory = Self.normalised(workingDirectory)
        self.links = links
    }

    /// Whether the file of this name matches a pattern. A file outside the configuration's directory matches only
    /// what asks for no folder.
    public func matches(_ pattern: PathPattern, _ name: String) -> Bool {
        let place = place(of: name)
        if place.starts(with: configuration) {
            return pattern.matches(file: RelativePath(place.dropFirst(configuration.count).joined(separator: "/")))
        }
        return !pattern.asksForFolder && pattern.matches(file: RelativePath(place.last ?? ""))
    }

    /// Whether the configuration's directory has no files that match a pattern but in these directories, whose paths
    /// are absolute. Without a pattern, all files are meant.
    public func confines(_ pattern: PathPattern?, to directories: [String]) -> Bool {
        let place = configuration + (pattern?.leadingFolders ?? []).map { String(decoding: $0, as: UTF8.self)[...] }
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
