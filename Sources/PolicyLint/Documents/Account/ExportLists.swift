/// The lists in the answers of `aws iam get-account-authorization-details` and `list-roles`, which make
/// an export large. Each element can be read for itself.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html>.
enum ExportLists {
    /// The members that hold lists.
    static let names = ["UserDetailList", "GroupDetailList", "RoleDetailList", "Policies", "Roles"]

    /// The kind of the first document in an element of a list.
    static func firstKind(in list: String) -> DocumentKind {
        ["RoleDetailList", "Roles"].contains(list) ? .trustPolicy : .identityPolicy
    }

    /// One list of an export: its name and the places of its elements.
    struct List: Sendable {
        let name: String
        let elements: [SourceSpan]
    }

    /// The lists of an export, without reading their elements; nil where the text is no export.
    ///
    /// - Throws: `JSONSyntaxError` where the text is no JSON.
    static func find(in bytes: [UInt8]) throws(JSONSyntaxError) -> [List]? {
        let result: Result<SpanScanner, JSONSyntaxError> = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(JSONSyntaxError) in
                try SpanScanner.scan(buffer, in: 0..<buffer.count, notedDepth: 2)
            }
        }
        let entries = try result.get().entries
        guard let root = entries.first, root.kind == .object else { return nil }
        var lists: [List] = []
        var index = 1
        for _ in 0..<root.count {
            let key = entries[index]
            let value = entries[index + 1]
            index += 2
            let children = index..<index + Int(value.kind == .object ? 2 * value.count : value.count)
            index = children.upperBound
            let name = String(decoding: bytes[Int(key.start) + 1..<Int(key.end) - 1], as: UTF8.self)
            guard value.kind == .array, names.contains(name) else { continue }
            lists.append(List(name: name, elements: entries[children].map { SourceSpan($0.start, $0.end) }))
        }
        return lists.isEmpty ? nil : lists
    }
}
