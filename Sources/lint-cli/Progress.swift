import Synchronization

/// Says on a terminal how far long work has come. Short work says nothing.
final class Progress: Sendable {
    private let deed: String
    private let things: String
    private let total: Int
    private let isShown = Platform.errorIsTerminal && !Terminal.isDumb
    private let start = Platform.milliseconds
    private let done = Atomic<Int>(0)
    private let lastShown = Atomic<Int>(0)

    /// The progress of a deed, such as "linting", on so many things, such as "files".
    init(_ deed: String, _ total: Int, _ things: String) {
        self.deed = deed
        self.things = things
        self.total = total
    }

    /// Counts so many things more.
    func advance(by more: Int = 1) {
        guard isShown else { return }
        let count = done.add(more, ordering: .relaxed).newValue
        let now = Platform.milliseconds
        let last = lastShown.load(ordering: .relaxed)
        guard count < total, now - start > Self.patience, now - last > Self.interval,
            lastShown.compareExchange(expected: last, desired: now, ordering: .relaxed).exchanged
        else { return }
        Platform.writeError("\r\u{1B}[K\(deed), \(count) of \(total) \(things) done")
    }

    /// Takes the line away.
    func finish() {
        if lastShown.load(ordering: .relaxed) > 0 { Platform.writeError("\r\u{1B}[K") }
    }

    private static let patience = 300
    private static let interval = 100
}

extension Array where Element: Sendable {
    /// What `concurrentMap` makes of the elements, while a terminal is told how many of these `things` are done.
    func concurrentMap<Result: Sendable>(
        threads: Int, _ deed: String, _ things: String, _ transform: @escaping @Sendable (Element) -> Result
    ) -> [Result] {
        let progress = Progress(deed, count, things)
        defer { progress.finish() }
        return concurrentMap(threads: threads) { element in
            defer { progress.advance() }
            return transform(element)
        }
    }

    /// The same, for a `transform` that takes some elements together, at most so many.
    func concurrentMap<Result: Sendable>(
        threads: Int, _ deed: String, _ things: String, inGroupsOf size: Int,
        _ transform: @escaping @Sendable ([Element]) -> [Result]
    ) -> [Result] {
        let progress = Progress(deed, count, things)
        defer { progress.finish() }
        return groups(of: size, for: threads).concurrentMap(threads: threads) { group in
            defer { progress.advance(by: group.count) }
            return transform(Array(group))
        }
        .flatMap(\.self)
    }

    /// The elements in groups of at most so many. For several threads they become smaller towards the end, so that all
    /// threads end at about the same time.
    private func groups(of size: Int, for threads: Int) -> [ArraySlice<Element>] {
        var groups: [ArraySlice<Element>] = []
        var rest = self[...]
        // What several threads share in the end, be it all there is.
        let least = Swift.max(1, Swift.min(8, count / (4 * threads)))
        while !rest.isEmpty {
            let share = threads <= 1 ? size : Swift.max(least, rest.count / (2 * threads))
            groups.append(rest.prefix(Swift.min(size, share)))
            rest = rest.dropFirst(groups[groups.count - 1].count)
        }
        return groups
    }
}
