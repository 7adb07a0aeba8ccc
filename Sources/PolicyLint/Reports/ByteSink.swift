/// Where a report is written to: a string, a file, a terminal. The text is UTF-8.
public protocol ByteSink {
    /// Takes the next piece of the report.
    mutating func append(_ text: String)
}

extension String: ByteSink {}
