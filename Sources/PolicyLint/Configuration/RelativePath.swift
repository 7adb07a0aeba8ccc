/// A path, relative to where the patterns stand that it is compared with. It is taken apart once, for all of them.
public struct RelativePath: Sendable {
    /// The UTF-8 bytes of its parts: between its slashes, and none that is a dot.
    let parts: [ArraySlice<UInt8>]

    /// The path as it is written.
    public init(_ text: String) { self.init(text[...]) }

    /// The path as it is written.
    public init(_ text: Substring) {
        let bytes = text.withBytes { Array($0) }
        var parts: [ArraySlice<UInt8>] = []
        var start = 0
        for index in 0...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: "/") {
            let isDot = index == start + 1 && bytes[start] == UInt8(ascii: ".")
            if start < index, !isDot { parts.append(bytes[start..<index]) }
            start = index + 1
        }
        self.parts = parts
    }
}
