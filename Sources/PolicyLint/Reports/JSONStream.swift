/// Writes a JSON document whose long arrays are written element by element, so that a large report is
/// never one tree in memory.
///
/// json-c writes the document once with marks in the place of the streamed elements; the text between
/// the marks, the separators included, is what is written around them. No text of a person may stand
/// in the document outside of streamed arrays.
struct JSONStream {
    private let layout: JSONWriter.Layout
    /// What stands before, between and after the streamed arrays.
    private var pieces: [Substring] = []
    private var arrays: [StreamedArray] = []
    private var index = 0
    private var isEmpty = true

    private struct StreamedArray {
        let separator: Substring
        let nesting: Int
    }

    /// A document that `fill` fills; it calls `streamed()` on the arrays whose elements follow.
    init(_ layout: JSONWriter.Layout = .pretty, _ fill: (JSONWriter.Object) -> Void) {
        self.layout = layout
        var rest = JSONWriter.object(layout, fill)[...]
        let mark = String(JSONText.quote(JSONWriter.streamMark).dropLast())
        while let first = rest.range(of: mark) {
            pieces.append(rest[..<first.lowerBound])
            let nesting = rest[first.upperBound...].prefix { $0 != "\"" }
            rest = rest[first.upperBound...].drop { $0 != "\"" }.dropFirst()
            guard let second = rest.range(of: mark) else { break }
            arrays.append(StreamedArray(separator: rest[..<second.lowerBound], nesting: Int(nesting) ?? 1))
            rest = rest[second.upperBound...].drop { $0 != "\"" }.dropFirst()
        }
        pieces.append(rest)
    }

    /// Writes the next element of the present array.
    mutating func append(to sink: inout some ByteSink, _ fill: (JSONWriter.Object) -> Void) {
        let array = arrays[index]
        sink.append(String(isEmpty ? pieces[index] : array.separator))
        sink.append(JSONWriter.element(layout, nesting: array.nesting, fill))
        isEmpty = false
    }

    /// Ends the present array; what is appended then belongs to the next one.
    mutating func endArray(to sink: inout some ByteSink) {
        if isEmpty {
            // An array that stays empty has no white space in it.
            let before = pieces[index]
            let end = before.lastIndex { !$0.isWhitespace }.map(before.index(after:)) ?? before.startIndex
            sink.append(String(before[..<end]))
            pieces[index + 1] = pieces[index + 1].drop { $0.isWhitespace }
        }
        index += 1
        isEmpty = true
    }

    /// Writes what stands behind the last array, and a line break.
    func finish(to sink: inout some ByteSink) {
        sink.append(String(pieces[index]))
        sink.append("\n")
    }
}

extension Substring {
    /// Where `text` first occurs.
    fileprivate func range(of text: String) -> Range<Index>? {
        let (all, wanted) = (utf8, text.utf8)
        guard let first = wanted.first else { return nil }
        var start = all.startIndex
        while let candidate = all[start...].firstIndex(of: first) {
            if all[candidate...].starts(with: wanted) {
                return candidate..<all.index(candidate, offsetBy: wanted.count)
            }
            start = all.index(after: candidate)
        }
        return nil
    }
}
