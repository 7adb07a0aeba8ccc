@testable import PolicyLint

/// Policies of tests.
enum PolicyText {
    /// The policy of some statements, each an object or the members of one.
    static func policy(_ statements: [String], version: String? = "2012-10-17") throws -> Policy {
        let head = version.map { "\"Version\": \"\($0)\", " } ?? ""
        let list = statements.map { $0.hasPrefix("{") ? $0 : "{\($0)}" }.joined(separator: ", ")
        return Policy(try JSONReader(Array("{\(head)\"Statement\": [\(list)]}".utf8)).root)
    }

    /// The policy of one statement.
    static func policy(_ statement: String, version: String? = "2012-10-17") throws -> Policy {
        try policy([statement], version: version)
    }
}

extension AmazonResourceName {
    /// An ARN that a test writes out.
    static func of(_ text: String) throws -> AmazonResourceName {
        struct NoARN: Error {}
        guard let arn = AmazonResourceName(text) else { throw NoARN() }
        return arn
    }
}
