// Stands in for Foundation in the static binary: `scripts/release` lets swift-argument-parser find this module in its
// place. The parser asks Foundation for two things only, and with them come five of what would be twenty megabytes.
// None of it is called in PolicyLint, but for `LocalizedError`, which none of its errors is: the encoder is for
// `--experimental-dump-help`, which the static binary answers with an empty text.

/// An error with a description for people.
public protocol LocalizedError: Error {
    var errorDescription: String? { get }
}

/// Encoded bytes; there never are any.
public struct Data: Sendable {}

/// Refuses to encode.
public final class JSONEncoder {
    public struct OutputFormatting: OptionSet, Sendable {
        public let rawValue: UInt
        public init(rawValue: UInt) { self.rawValue = rawValue }
        public static let prettyPrinted = OutputFormatting(rawValue: 1)
        public static let sortedKeys = OutputFormatting(rawValue: 2)
    }

    /// What the encoder throws.
    public struct Unsupported: Error {}

    public var outputFormatting: OutputFormatting = []

    public init() {}

    public func encode(_ value: some Encodable) throws -> Data { throw Unsupported() }
}

extension String {
    public enum Encoding: Sendable { case utf8 }

    public init?(data: Data, encoding: Encoding) { return nil }
}
