/// A step on the way from a JSON document's root to a place in it, as IAM Access Analyzer writes it.
///
/// Source: <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_PathElement.html>. AWS has a fourth
/// kind of step, a part of a string; no place of ours is narrower than a string.
public enum JSONPathElement: Hashable, Sendable {
    /// To the value of an object's key.
    case value(String)
    /// To an element of an array.
    case index(Int)
    /// To a key itself; the last step.
    case key(String)
}

extension JSONNode {
    /// The way to the innermost value, or to the key, that holds a place.
    func path(to place: SourceSpan) -> [JSONPathElement] {
        var path: [JSONPathElement] = []
        var node = self
        while let (step, next) = node.step(towards: place) {
            path.append(step)
            guard let next else { break }
            node = next
        }
        return path
    }

    /// The next step, and where it leads; no node where it ends at a key.
    private func step(towards place: SourceSpan) -> (JSONPathElement, JSONNode?)? {
        for member in members {
            if member.key.span.holds(place) { return (.key(member.key.value), nil) }
            if member.value.span.holds(place) { return (.value(member.key.value), member.value) }
        }
        guard isArray, let (number, element) = lastElement(upTo: place.start), element.span.holds(place) else {
            return nil
        }
        return (.index(number), element)
    }

    /// The last element of an array that begins up to an offset, and its number.
    private func lastElement(upTo offset: UInt32) -> (number: Int, element: JSONNode)? {
        let (first, end) = (index + 1, Int(entry.next))
        // Of strings alone there may be tens of thousands. Each has one entry.
        guard end - first == Int(entry.count) else {
            var (number, place, next) = (-1, first, first)
            while next < end, tree.entries[next].start <= offset {
                (number, place, next) = (number + 1, next, Int(tree.entries[next].next))
            }
            return number < 0 ? nil : (number, JSONNode(of: tree, at: place))
        }
        let next = (first..<end).partitioningIndex { tree.entries[$0].start > offset }
        return next == first ? nil : (next - 1 - first, JSONNode(of: tree, at: next - 1))
    }
}

extension SourceSpan {
    fileprivate func holds(_ place: SourceSpan) -> Bool { start <= place.start && place.end <= end && !place.isEmpty }
}
