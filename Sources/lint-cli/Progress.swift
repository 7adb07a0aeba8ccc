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

    /// The same, for a `transform` that takes some elements together: at most so many, and fewer where the threads would
    /// else have nothing to share.
    func concurrentMap<Result: Sendable>(
        threads: Int, _ deed: String, _ things: String, inGroupsOf size: Int,
        _ transform: @escaping @Sendable ([Element]) -> [Result]
    ) -> [Result] {
        let size = Swift.max(1, Swift.min(size, count / (4 * threads)))
        let groups = stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
        let progress = Progress(deed, count, things)
        defer { progress.finish() }
        return groups.concurrentMap(threads: threads) { group in
            defer { progress.advance(by: group.count) }
            return transform(Array(group))
        }
        .flatMap(\.self)
    }
}
