/// A resource type with the forms of its ARNs.
struct ResourceType: Sendable {
    /// Where its line starts in the catalogue, by which it is told from others; -1 where it has none.
    let line: Int
    /// What tells its ARNs from most others.
    let sketch: ResourceSketch
    /// The forms of its ARNs; empty where the catalogue has none.
    let forms: [ResourceForm]

    init(line: Int, forms: [ResourceForm]) {
        self.line = line
        sketch = forms.count == 1 ? forms[0].sketch : ResourceSketch(service: nil, beginning: .anything)
        self.forms = forms
    }

    /// Whether some ARN that a pattern stands for is of this type, field by field.
    func fits(_ pattern: ResourceARN) -> Bool { forms.contains { $0.fits(pattern) } }
}
