import Synchronization

/// What the threads of one `concurrentMap` share.
private final class SharedWork<Result: Sendable>: Sendable {
    let next = Atomic<Int>(0)
    let results = Mutex<[(index: Int, result: Result)]>([])
}

extension Array where Element: Sendable {
    /// The results of `transform` in the order of the elements, worked out on so many threads.
    func concurrentMap<Result: Sendable>(
        threads: Int, _ transform: @escaping @Sendable (Element) -> Result
    ) -> [Result] {
        if threads <= 1 || count <= 1 { return map(transform) }
        let elements = self
        let shared = SharedWork<Result>()
        Platform.run(onThreads: Swift.min(threads, elements.count)) {
            var mine: [(index: Int, result: Result)] = []
            while true {
                let index = shared.next.add(1, ordering: .relaxed).oldValue
                guard index < elements.count else { break }
                mine.append((index, transform(elements[index])))
            }
            shared.results.withLock { [mine] in $0 += mine }
        }
        return shared.results.withLock { $0 }.sorted { $0.index < $1.index }.map(\.result)
    }
}
