import Synchronization

/// Answers that are found once and kept, for several threads.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let answers = Mutex<[Key: Value]>([:])
    private let limit: Int

    /// - Parameter limit: How many answers are kept; all are forgotten when there are more.
    init(limit: Int = .max) { self.limit = limit }

    /// The answer to a question: the known one, or what `find` finds.
    func answer(_ question: Key, _ find: () -> Value) -> Value {
        if let known = answers.withLock({ $0[question] }) { return known }
        let answer = find()
        answers.withLock {
            if $0.count >= limit { $0.removeAll(keepingCapacity: true) }
            $0[question] = answer
        }
        return answer
    }
}
