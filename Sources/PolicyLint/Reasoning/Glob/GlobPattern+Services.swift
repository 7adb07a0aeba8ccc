extension GlobPattern {
    /// Whether a pattern of actions matches all that a service has: `s3:*`, `s3*`, `*`.
    static func holdsWholeService(_ action: String) -> Bool {
        let colon = action.utf8.firstIndex(of: UInt8(ascii: ":"))
        let names = colon.map { action[action.index(after: $0)...] } ?? action.suffix(1)
        return !names.isEmpty && names.utf8.allSatisfy { $0 == UInt8(ascii: "*") }
    }

    /// Whether a pattern of actions is a service and nothing but wildcards: `s3:*`.
    static func isWholeService(_ action: String) -> Bool {
        action.withBytes { bytes in
            guard bytes.last == UInt8(ascii: "*"), let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else {
                return false
            }
            return bytes[(colon + 1)...].allSatisfy { $0 == UInt8(ascii: "*") }
                && !bytes[..<colon].contains(where: NamePattern.isWildcard)
        }
    }
}
