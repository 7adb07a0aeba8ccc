import Synchronization

/// Answers that are found once and kept, for several threads.
final class Memo<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
    private let answers = Mutex<[Question: Answer]>([:])
    private let limit: Int

    /// - Parameter limit: How many answers are kept; all are forgotten when there are more.
    init(limit: Int = .max) { self.limit = limit }

    /// The answer to a question: the known one, or what `find` finds.
    func answer(_ question: Question, _ find: () -> Answer) -> Answer {
        if let known = answers.withLock({ $0[question] }) { return known }
        let answer = find()
        answers.withLock {
            if $0.count >= limit { $0.removeAll(keepingCapacity: true) }
            $0[question] = answer
        }
        return answer
    }
}
