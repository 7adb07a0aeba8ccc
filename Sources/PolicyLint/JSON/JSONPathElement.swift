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
        switch value {
        case .object(let members):
            for member in members {
                if member.key.span.holds(place) { return (.key(member.key.value), nil) }
                if member.value.span.holds(place) { return (.value(member.key.value), member.value) }
            }
        case .array(let elements):
            let index = Self.count(of: elements, upTo: place.start) - 1
            if index >= 0, elements[index].span.holds(place) { return (.index(index), elements[index]) }
        default: break
        }
        return nil
    }

    /// How many elements begin up to an offset. They stand in the order of the text, and may be tens of thousands.
    private static func count(of elements: [JSONNode], upTo offset: UInt32) -> Int {
        var (low, high) = (0, elements.count)
        while low < high {
            let middle = (low + high) / 2
            if elements[middle].span.start <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension SourceSpan {
    fileprivate func holds(_ place: SourceSpan) -> Bool { start <= place.start && place.end <= end && !place.isEmpty }
}
