/// The command of the AWS CLI that a file's name tells: `list-access-keys.json`, `alice.list_access_keys.txt`.
enum CommandName {
    /// Whether the last part of a path names a command, before or behind other words.
    static func isIn(_ path: String, _ command: String) -> Bool {
        let name = SourceFile(name: path, bytes: []).lastComponent.utf8.map {
            $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0.asciiLowercased
        }
        let wanted = Array(command.utf8)
        guard name.count >= wanted.count else { return false }
        return (0...name.count - wanted.count).contains { start in
            let end = start + wanted.count
            return name[start..<end].elementsEqual(wanted) && (start == 0 || isBoundary(name[start - 1]))
                && (end == name.count || isBoundary(name[end]))
        }
    }

    private static func isBoundary(_ byte: UInt8) -> Bool { !byte.isLetter && !byte.isDigit }
}
