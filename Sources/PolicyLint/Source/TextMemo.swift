import Synchronization

/// Answers to questions about texts, found once and kept, for several threads: a `Memo` that goes by the hashes which
/// sketched texts have anyway.
final class TextMemo<Value: Sendable>: Sendable {
    private let answers = Mutex(TextTable<Value>())
    private let limit: Int

    /// - Parameter limit: How many answers are kept; all are forgotten when there are more.
    init(limit: Int = .max) { self.limit = limit }

    /// The answer to a question about a text: the known one, or what `find` finds.
    func answer(_ text: String, _ find: () -> Value) -> Value { answer(text, TextHash(text), find) }

    /// The same for a text whose hash is known.
    func answer(_ text: String, _ hash: TextHash, _ find: () -> Value) -> Value {
        if let known = answers.withLock({ $0.value(hash) { $0 == text } }) { return known }
        return keep(find(), text, hash)
    }

    /// The same for letters of which no text is made where the answer is known.
    func answer(_ letters: UnsafeBufferPointer<UInt8>, _ find: (String) -> Value) -> Value {
        let hash = TextHash(letters)
        if let known = answers.withLock({ $0.value(hash) { $0.withBytes(letters.hasSameBytes) } }) { return known }
        let text = String(decoding: letters, as: UTF8.self)
        return keep(find(text), text, hash)
    }

    private func keep(_ answer: Value, _ text: String, _ hash: TextHash) -> Value {
        answers.withLock {
            if $0.count >= limit { $0 = TextTable() }
            $0.add(text, hash, answer)
        }
        return answer
    }
}

/// Values by texts whose hashes are known: a hash table with open addressing.
struct TextTable<Value: Sendable>: Sendable {
    private struct Entry {
        let hash: TextHash
        let text: String
        let value: Value
    }

    private var entries: [Entry] = []
    /// The numbers of entries, counted from 1, where their hashes say; 0 is empty. At least half of it is.
    private var slots: [UInt32] = []

    /// How many values it holds.
    var count: Int { entries.count }

    /// The value of a text with this hash.
    func value(_ hash: TextHash, where isText: (String) -> Bool) -> Value? {
        if slots.isEmpty { return nil }
        var slot = hash.slot(of: slots.count)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if entries[number].hash == hash, isText(entries[number].text) { return entries[number].value }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Adds the value of a text. Where it has one already, the older one counts.
    mutating func add(_ text: String, _ hash: TextHash, _ value: Value) {
        if 2 * (entries.count + 1) > slots.count {
            slots = [UInt32](repeating: 0, count: max(16, 2 * slots.count))
            for number in entries.indices { fill(entries[number].hash, number) }
        }
        entries.append(Entry(hash: hash, text: text, value: value))
        fill(hash, entries.count - 1)
    }

    private mutating func fill(_ hash: TextHash, _ number: Int) {
        var slot = hash.slot(of: slots.count)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(truncatingIfNeeded: number + 1)
    }
}

extension TextHash {
    /// Its place in a table whose size is a power of two.
    func slot(of count: Int) -> Int { Int(truncatingIfNeeded: value) & (count - 1) }
}
