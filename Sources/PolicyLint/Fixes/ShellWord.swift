/// Words of a shell command.
enum ShellWord {
    /// A word as a POSIX shell takes it: in single quotes where it holds more than plain characters.
    static func quote(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            byte.isLetter || byte.isDigit || "-_./@%+=:,".utf8.contains(byte)
        }
        return isPlain && !word.isEmpty
            ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    /// An option with its value, as no command takes the value for another option: names of IAM may begin with `-`.
    static func option(_ name: String, _ value: String) -> String {
        value.hasPrefix("-") ? quote("--\(name)=\(value)") : "--\(name) \(quote(value))"
    }

    /// A path as a POSIX shell takes it, and as no command takes it for an option.
    static func quote(path: String) -> String { quote(path.hasPrefix("-") ? "./" + path : path) }
}
