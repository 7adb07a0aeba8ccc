import Synchronization

/// A text with its sketch.
struct SketchedText: Sendable {
    let text: String
    let sketch: TextSketch

    init(_ text: String) {
        self.text = text
        sketch = TextSketch(text)
    }

    /// The text of letters that are UTF-8, with a hash that is known.
    init(_ letters: UnsafeBufferPointer<UInt8>, _ hash: TextHash) {
        text = String(decoding: letters, as: UTF8.self)
        sketch = TextSketch(letters, hash)
    }
}

/// Texts that were read before. Documents name the same things again and again: a text that was there is neither made nor
/// sketched anew. Where two would lie in one place, the one that was read last does.
struct TextPool: Sendable {
    private var texts = Array(repeating: SketchedText(""), count: size)

    /// How many texts are kept. Of more, more would be there when they come again, but not in the processor's cache.
    private static let size = 4096
    /// Bytes of the longest text that is kept: longer ones hardly come again.
    private static let longest = 256

    /// Adds the text of some letters to others.
    mutating func add(_ letters: UnsafeBufferPointer<UInt8>, to list: inout [SketchedText]) {
        guard letters.count <= Self.longest else {
            return list.append(SketchedText(String(decoding: letters, as: UTF8.self)))
        }
        let hash = TextHash(letters)
        let place = hash.slot(of: texts.count)
        if texts[place].sketch.hash != hash || !texts[place].text.withBytes(letters.hasSameBytes) {
            texts[place] = SketchedText(letters, hash)
        }
        list.append(texts[place])
    }

    // MARK: Pools for several threads

    /// Those that nobody uses. There are never more of them than threads.
    private static let idle = Mutex<[TextPool]>([])

    /// A pool for whoever reads now, and gives it back.
    static func taken() -> TextPool { idle.withLock { $0.popLast() } ?? TextPool() }

    /// Gives the pool back for others.
    func giveBack() { Self.idle.withLock { $0.append(self) } }
}
