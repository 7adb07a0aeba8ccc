/// What is wrong with a file that a person gave, not with the command line: it is said without the usage.
struct Complaint: Error {
    /// Where, and what: lower-case start, no final period.
    let message: String

    init(_ message: String) { self.message = message }
}
