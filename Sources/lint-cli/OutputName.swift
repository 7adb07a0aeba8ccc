import PolicyLint

/// Where corrected documents go below a directory.
enum OutputName {
    /// The path that mirrors an input's own. A leading `/`, and what leads out of the current directory, are left out;
    /// standard input is a file of that name.
    static func path(of input: InputReader.Input, in directory: String) -> String {
        let name = input.file.name == Inputs().standardInputName ? standardInput(input.file) : input.file.name
        var parts: [Substring] = []
        for part in name.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return directory + "/" + parts.joined(separator: "/")
    }

    /// The path of one document among several of a file.
    static func numbered(_ path: String, _ number: Int) -> String {
        let stem = path.hasSuffix(".json") ? String(path.dropLast(".json".count)) : path
        return "\(stem).\(number).json"
    }

    /// Whether a relative path leads out of the current directory.
    static func leadsUp(_ name: String) -> Bool {
        var depth = 0
        for part in name.split(separator: "/") where part != "." {
            depth += part == ".." ? -1 : 1
            if depth < 0 { return !name.hasPrefix("/") }
        }
        return false
    }

    private static func standardInput(_ file: SourceFile) -> String {
        // In a shared file a section's name follows the bracket.
        let start = file.bytes.lazy.filter { $0 > 0x20 }.prefix(2)
        let isJSON = start.starts(with: "{".utf8) || start.starts(with: "[{".utf8) || start.starts(with: "[\"".utf8)
        return isJSON ? "stdin.json" : "stdin"
    }
}
