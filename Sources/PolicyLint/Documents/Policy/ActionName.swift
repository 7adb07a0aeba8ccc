/// An action named in full, which is looked for in lists of patterns.
struct ActionName: Sendable {
    /// The name.
    let text: String
    fileprivate let sketch: TextSketch

    /// The action of a name.
    init(_ text: String) {
        self.text = text
        sketch = TextSketch(text)
    }
}

extension StringList {
    /// Whether one of its patterns may match an action.
    func mayMatch(action: ActionName) -> Bool { sketches.contains { $0.mayMatch(action: action) } }
}

extension TextSketch {
    /// Whether a pattern of actions, of which this is the sketch, may match an action.
    func mayMatch(action: ActionName) -> Bool { mayCover(action: action.sketch) }
}
