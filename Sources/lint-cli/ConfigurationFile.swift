import PolicyLint

/// Finds and reads the configuration.
enum ConfigurationFile {
    /// The configuration of a path that a person gave, else of `POLICYLINT_CONFIG`, else the nearest one
    /// from the current directory up to the root of its repository.
    static func read(named path: String?) throws(Complaint) -> Configuration {
        guard let path = try self.path(named: path) else { return Configuration() }
        let file: SourceFile
        do {
            file = try InputReader.read(path).file
        } catch {
            throw Complaint("\(error.path): \(error.message)")
        }
        do {
            return try Configuration(yaml: file.bytes).read(from: path)
        } catch {
            throw Complaint("\(path):\(error.line):\(error.column): \(error.message)")
        }
    }

    /// Where the files of these paths lie as seen from the configuration; nil where nothing depends on it.
    static func places(of paths: [String], _ configuration: Configuration) -> FilePlaces? {
        guard configuration.hasPatterns, let path = configuration.path else { return nil }
        let working = Platform.currentDirectory
        var links: [String: String] = [:]
        for path in paths where path != "-" {
            let isDirectory = (try? Platform.state(of: path).type) == .directory
            let name = isDirectory && path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
            guard let directory = isDirectory ? name : parent(of: name), links[directory] == nil else { continue }
            links[directory] = try? Platform.resolve(directory.isEmpty ? "/" : directory)
        }
        // A configuration that the shell hands over has no directory.
        let directory = InputReader.isOpenedByShell(path) ? nil : try? Platform.resolve(parent(of: path) ?? ".")
        return FilePlaces(directory: directory ?? working, workingDirectory: working, links: links)
    }

    private static func path(named path: String?) throws(Complaint) -> String? {
        if let path { return path }
        // An empty variable is none: what sets it has nothing to say.
        if let path = Platform.environment("POLICYLINT_CONFIG"), !path.isEmpty { return path }
        return try nearest()
    }

    /// The directory part of a path, empty for the root; nil where it has none.
    private static func parent(of path: String) -> String? { path.lastIndex(of: "/").map { String(path[..<$0]) } }

    private static func nearest() throws(Complaint) -> String? {
        var directory = Platform.currentDirectory
        while true {
            let prefix = directory == "/" ? "/" : directory + "/"
            // A link that leads nowhere is a configuration that cannot be read.
            let found = Configuration.fileNames.filter { name in
                (try? Platform.state(of: prefix + name)) != nil || Platform.isSymbolicLink(prefix + name)
            }
            if found.count > 1 {
                throw Complaint("\(prefix)\(found[1]): stands beside `\(found[0])`; keep one configuration")
            }
            if let name = found.first { return prefix + name }
            guard (try? Platform.state(of: prefix + ".git")) == nil, let slash = directory.lastIndex(of: "/"),
                directory != "/"
            else { return nil }
            directory = slash == directory.startIndex ? "/" : String(directory[..<slash])
        }
    }
}
