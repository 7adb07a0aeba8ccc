/// A text as a key of a dictionary, with the hash that its sketch has.
struct SketchedText: Hashable, Sendable {
    /// The text.
    let text: String
    private let sketched: TextHash

    /// A text whose sketch is known.
    init(_ text: String, _ sketch: TextSketch) {
        self.text = text
        sketched = sketch.hash
    }

    /// A text.
    init(_ text: String) { self.init(text, TextSketch(text)) }

    static func == (left: SketchedText, right: SketchedText) -> Bool { left.text == right.text }

    func hash(into hasher: inout Hasher) { hasher.combine(sketched) }
}
