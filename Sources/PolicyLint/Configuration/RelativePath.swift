/// A path, relative to where the patterns stand that it is compared with. It is taken apart once, for all of them.
public struct RelativePath: Sendable {
    /// The UTF-8 bytes of its parts: between its slashes, and none that is a dot.
    let parts: [ArraySlice<UInt8>]

    /// The path as it is written.
    public init(_ text: String) { self.init(text[...]) }

    /// The path as it is written.
    public init(_ text: Substring) {
        parts = Array(text.utf8).split(separator: UInt8(ascii: "/")).filter { $0 != [UInt8(ascii: ".")] }
    }
}
