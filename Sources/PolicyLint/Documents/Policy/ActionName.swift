/// An action named in full, which is looked for in lists of patterns.
struct ActionName: Hashable, Sendable {
    /// The name.
    let text: String
    /// Its sketch.
    let sketch: TextSketch

    /// The action of a name.
    init(_ text: String) {
        self.text = text
        sketch = TextSketch(text)
    }

    static func == (left: ActionName, right: ActionName) -> Bool {
        left.sketch.hash == right.sketch.hash && left.text == right.text
    }

    func hash(into hasher: inout Hasher) { hasher.combine(sketch.hash) }
}

extension StringList {
    /// Whether one of its patterns may match an action.
    func mayMatch(action: ActionName) -> Bool { sketches.contains { $0.mayMatch(action: action) } }
}

extension TextSketch {
    /// Whether a pattern of actions, of which this is the sketch, may match an action.
    func mayMatch(action: ActionName) -> Bool { mayCover(action: action.sketch) }
}
