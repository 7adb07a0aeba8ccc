/// Finds which lines two texts do not share.
///
/// Wherever the texts part, the shortest way on is sought (Myers, "An O(ND) Difference Algorithm and
/// Its Variations") until they run side by side again for a while; so a large file with many small
/// changes takes time in proportion to its size.
enum LineDiff {
    /// Lines of the old text that give way to lines of the new text.
    struct Change: Hashable, Sendable {
        /// The lines that go.
        var old: Range<Int>
        /// The lines that come.
        var new: Range<Int>
    }

    /// The changes, in order, with equal lines between them.
    static func changes(from old: TextLines, to new: TextLines) -> [Change] {
        var (oldEnd, newEnd) = (old.count, new.count)
        var (x, y) = (0, 0)
        while x < oldEnd, y < newEnd, old.line(x, equals: new, y) {
            x += 1
            y += 1
        }
        while x < oldEnd, y < newEnd, old.line(oldEnd - 1, equals: new, newEnd - 1) {
            oldEnd -= 1
            newEnd -= 1
        }
        var changes: [Change] = []
        while x < oldEnd || y < newEnd {
            if x < oldEnd, y < newEnd, old.line(x, equals: new, y) {
                x += 1
                y += 1
                continue
            }
            let stretch = Stretch(old: old, new: new, x: x, y: y, width: oldEnd - x, height: newEnd - y)
            let end = stretch.search(&changes)
            x += end.x
            y += end.y
        }
        return changes
    }

    /// The part of both texts from where they part.
    private struct Stretch {
        let old: TextLines
        let new: TextLines
        let x: Int
        let y: Int
        let width: Int
        let height: Int

        /// Equal lines after which the two count as running side by side again.
        static let sideBySide = 12
        /// Changed lines after which the way that got furthest is taken.
        static let mostSteps = 1000

        /// Appends the changes up to where the texts meet again, and says how far that is.
        func search(_ changes: inout [Change]) -> (x: Int, y: Int) {
            var trace: [[Int]] = []
            var reached = [Int](repeating: -1, count: 1)
            for steps in 0...Self.mostSteps {
                var next = [Int](repeating: -1, count: 2 * steps + 1)
                var best = (sum: -1, diagonal: 0)
                for diagonal in stride(from: -steps, through: steps, by: 2) {
                    guard var place = steps == 0 ? 0 : step(reached, diagonal, steps)?.x else { continue }
                    let start = place
                    while place < width, place - diagonal < height,
                        old.line(x + place, equals: new, y + place - diagonal)
                    {
                        place += 1
                    }
                    next[diagonal + steps] = place
                    let isEnd = place == width && place - diagonal == height
                    if isEnd || place - start >= Self.sideBySide {
                        collect(trace, steps: steps, diagonal: diagonal, x: start, into: &changes)
                        return (place, place - diagonal)
                    }
                    if 2 * place - diagonal > best.sum { best = (2 * place - diagonal, diagonal) }
                }
                trace.append(next)
                reached = next
                if steps == Self.mostSteps {
                    let place = next[best.diagonal + steps]
                    collect(trace, steps: steps, diagonal: best.diagonal, x: place, into: &changes)
                    return (place, place - best.diagonal)
                }
            }
            return (width, height)
        }

        /// Where one more step leads on a diagonal, and from which diagonal; `reached` is of one step
        /// less.
        private func step(_ reached: [Int], _ diagonal: Int, _ steps: Int) -> (x: Int, from: Int)? {
            func place(_ other: Int) -> Int {
                let index = other + steps - 1
                return reached.indices.contains(index) ? reached[index] : -1
            }
            let insertion = place(diagonal + 1)
            let deletion = place(diagonal - 1)
            let mayInsert = insertion >= 0 && insertion - diagonal <= height
            let mayDelete = deletion >= 0 && deletion < width
            if mayInsert && (!mayDelete || insertion > deletion) { return (insertion, diagonal + 1) }
            return mayDelete ? (deletion + 1, diagonal - 1) : nil
        }

        /// Walks the way back, and appends its steps as changes.
        private func collect(
            _ trace: [[Int]], steps: Int, diagonal: Int, x end: Int, into changes: inout [Change]
        ) {
            var found: [Change] = []
            var diagonal = diagonal
            for count in stride(from: steps, to: 0, by: -1) {
                guard let came = step(trace[count - 1], diagonal, count) else { break }
                // The step ends at `came.x` on this diagonal; what equals behind it is no change.
                let (toX, toY) = (x + came.x, y + came.x - diagonal)
                let change =
                    came.from > diagonal
                    ? Change(old: toX..<toX, new: toY - 1..<toY) : Change(old: toX - 1..<toX, new: toY..<toY)
                diagonal = came.from
                if let next = found.last, next.old.lowerBound == change.old.upperBound,
                    next.new.lowerBound == change.new.upperBound
                {
                    found[found.count - 1] = Change(
                        old: change.old.lowerBound..<next.old.upperBound,
                        new: change.new.lowerBound..<next.new.upperBound)
                } else {
                    found.append(change)
                }
            }
            changes += found.reversed()
        }
    }
}
