/// One file, or standard input, as it was read: its name, its bytes and its permissions.
public struct SourceFile: Sendable {
    /// The path as the person gave it, with `/` between its parts.
    public let name: String
    /// The whole content.
    public internal(set) var bytes: [UInt8]
    /// The POSIX permission bits (`0o777` and below), where the content came from a file.
    public let permissions: UInt16?

    /// The last part of the name.
    public let lastComponent: Substring

    /// A file of this name and content.
    public init(name: String, bytes: [UInt8], permissions: UInt16? = nil) {
        self.name = name
        lastComponent = name.suffix(behindLast: UInt8(ascii: "/")) ?? name[...]
        self.bytes = bytes
        self.permissions = permissions
    }

    /// A file of this name and text.
    public init(name: String, text: String, permissions: UInt16? = nil) {
        self.init(name: name, bytes: Array(text.utf8), permissions: permissions)
    }

    /// The part of the last component after its last dot, in lower case; empty without one.
    public var pathExtension: String {
        guard let ending = lastComponent.suffix(behindLast: UInt8(ascii: ".")),
            ending.utf8.count + 1 < lastComponent.utf8.count
        else { return "" }
        return ending.withBytes { String(decoding: $0.asciiLowercased, as: UTF8.self) }
    }
}

extension StringProtocol where SubSequence == Substring {
    /// What stands behind the last of these bytes; nil where there is none.
    fileprivate func suffix(behindLast byte: UInt8) -> Substring? {
        withBytes { bytes in bytes.lastIndex(of: byte).map { bytes.count - $0 - 1 } }
            .map { self[utf8.index(endIndex, offsetBy: -$0)...] }
    }
}
