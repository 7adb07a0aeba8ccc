/// What is wrong with a configuration file, and where.
public struct ConfigurationError: Error, Hashable, Sendable {
    /// What is wrong: lower-case start, no final period.
    public let message: String
    /// From 1.
    public let line: Int
    /// From 1, in characters.
    public let column: Int
}
