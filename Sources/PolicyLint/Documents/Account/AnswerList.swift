/// A list in an answer of the AWS CLI.
public struct AnswerList<Element: Sendable>: Sendable {
    /// The elements, in their order.
    public let elements: [Element]
    /// The array itself, where it is said that something is not in it.
    public let span: SourceSpan
    /// Whether the answer says that it goes on in another page.
    public let isTruncated: Bool

    /// Reads the array `list` of the answer `node`; what `read` returns nil for is left out.
    init(_ list: JSONNode, in node: JSONNode, _ read: (JSONNode) -> Element?) {
        elements = (list.array ?? []).compactMap(read)
        span = list.span
        isTruncated = AnswerPage.isTruncated(node)
    }

    /// The same of an answer that says itself whether it is a part, in members of its own.
    init(_ list: JSONNode, in node: JSONNode, isPart: Bool, _ read: (JSONNode) -> Element?) {
        elements = (list.array ?? []).compactMap(read)
        span = list.span
        isTruncated = isPart || AnswerPage.isTruncated(node)
    }

    /// The same of an array of which each element holds some.
    init(_ list: JSONNode, in node: JSONNode, each read: (JSONNode) -> [Element]) {
        elements = (list.array ?? []).flatMap(read)
        span = list.span
        isTruncated = AnswerPage.isTruncated(node)
    }

    /// The one element that an answer is about.
    init(_ element: Element, at span: SourceSpan) {
        elements = [element]
        self.span = span
        isTruncated = false
    }
}

/// The pages in which long answers come. The AWS CLI joins them, unless it is told not to.
///
/// Source: <https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-pagination.html>.
enum AnswerPage {
    /// Whether an answer says that more follows.
    static func isTruncated(_ node: JSONNode) -> Bool {
        node["IsTruncated"]?.locatedBoolean?.value == true
            || ["NextToken", "Marker", "nextToken", "NextMarker"].contains { node[$0]?.string?.isEmpty == false }
    }
}
