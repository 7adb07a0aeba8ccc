/// One file, or standard input, as it was read: its name, its bytes and its permissions.
public struct SourceFile: Sendable {
    /// The path as the person gave it, with `/` between its parts.
    public let name: String
    /// The whole content.
    public let bytes: [UInt8]
    /// The POSIX permission bits (`0o777` and below), where the content came from a file.
    public let permissions: UInt16?

    /// A file of this name and content.
    public init(name: String, bytes: [UInt8], permissions: UInt16? = nil) {
        self.name = name
        self.bytes = bytes
        self.permissions = permissions
    }

    /// A file of this name and text.
    public init(name: String, text: String, permissions: UInt16? = nil) {
        self.init(name: name, bytes: Array(text.utf8), permissions: permissions)
    }

    /// The last part of the name.
    public var lastComponent: Substring {
        let characters = name.utf8
        guard let slash = characters.lastIndex(of: UInt8(ascii: "/")) else { return name[...] }
        return name[characters.index(after: slash)...]
    }

    /// The part of the last component after its last dot, in lower case; empty without one.
    public var pathExtension: String {
        let last = lastComponent
        guard let dot = last.utf8.lastIndex(of: UInt8(ascii: ".")), dot != last.startIndex else { return "" }
        return String(decoding: last.utf8[last.utf8.index(after: dot)...].map(\.asciiLowercased), as: UTF8.self)
    }
}
