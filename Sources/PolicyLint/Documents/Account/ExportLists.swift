/// The lists of users, groups, roles and policies in the answers of IAM, which make an export large. Each
/// element can be read for itself.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html>.
enum ExportLists {
    /// The members that hold lists.
    static let names = ["UserDetailList", "GroupDetailList", "RoleDetailList", "Policies", "Roles", "Users", "Groups"]

    /// The kind of the first document in an element of a list.
    static func firstKind(in list: String) -> DocumentKind {
        ["RoleDetailList", "Roles"].contains(list) ? .trustPolicy : .identityPolicy
    }

    /// One list of an export: its name, its place, and the places of its elements.
    struct List: Sendable {
        let name: String
        let span: SourceSpan
        let elements: [SourceSpan]
    }

    /// What an answer says of itself; nil where it holds no list of IAM's.
    static func export(_ node: JSONNode) -> IAMExport? {
        // The users of one group.
        if node["Group"] != nil { return nil }
        let lists = (node.object ?? []).compactMap { member -> IAMExport.List? in
            guard names.contains(member.key.value), let elements = member.value.array,
                elements.allSatisfy(isOfIAM)
            else { return nil }
            return IAMExport.List(name: member.key.value, count: elements.count, span: member.value.span)
        }
        return lists.isEmpty ? nil : IAMExport(lists: lists, isTruncated: AnswerPage.isTruncated(node))
    }

    /// Whether an element of a list is IAM's: other programs have users and groups, too.
    static func isOfIAM(_ element: JSONNode) -> Bool {
        element["Arn"]?.string.map { AmazonResourceName($0)?.service == "iam" } ?? false
    }

    /// What a large answer says of itself, its elements unread.
    struct Overview: Sendable {
        let lists: [List]
        let isTruncated: Bool

        /// The same in the words of a small answer.
        var export: IAMExport {
            IAMExport(
                lists: lists.map { IAMExport.List(name: $0.name, count: $0.elements.count, span: $0.span) },
                isTruncated: isTruncated)
        }
    }

    /// The overview of an export; nil where the text is none.
    ///
    /// - Throws: `JSONSyntaxError` where the text is no JSON.
    static func find(in bytes: [UInt8]) throws(JSONSyntaxError) -> Overview? {
        let result: Result<SpanScanner, JSONSyntaxError> = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(JSONSyntaxError) in
                try SpanScanner.scan(buffer, in: 0..<buffer.count, notedDepth: 2)
            }
        }
        let entries = try result.get().entries
        guard let root = entries.first, root.kind == .object else { return nil }
        var lists: [List] = []
        var isTruncated = false
        var index = 1
        for _ in 0..<root.count {
            let key = entries[index]
            let value = entries[index + 1]
            index += 2
            let children = index..<index + Int(value.kind == .object ? 2 * value.count : value.count)
            index = children.upperBound
            let name = String(decoding: bytes[Int(key.start) + 1..<Int(key.end) - 1], as: UTF8.self)
            if name == "IsTruncated" { isTruncated = bytes[Int(value.start)] == UInt8(ascii: "t") }
            if name == "NextToken" || name == "Marker" { isTruncated = isTruncated || value.kind == .string }
            guard value.kind == .array, names.contains(name) else { continue }
            lists.append(
                List(
                    name: name, span: SourceSpan(value.start, value.end),
                    elements: entries[children].map { SourceSpan($0.start, $0.end) }))
        }
        return lists.isEmpty ? nil : Overview(lists: lists, isTruncated: isTruncated)
    }
}
