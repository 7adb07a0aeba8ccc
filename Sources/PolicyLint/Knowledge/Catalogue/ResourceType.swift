/// A resource type with the forms of its ARNs.
///
/// A class, because types are kept and handed around by the hundred.
final class ResourceType: Sendable {
    /// The forms of its ARNs; empty where the catalogue has none.
    let forms: [ResourceForm]
    /// What tells its ARNs from most others.
    let sketch: ResourceSketch

    init(forms: [ResourceForm]) {
        self.forms = forms
        sketch = forms.count == 1 ? forms[0].sketch : ResourceSketch(service: nil, beginning: .anything)
    }

    /// Whether some ARN that a pattern stands for is of this type, field by field.
    func fits(_ pattern: ResourceARN) -> Bool { forms.contains { $0.fits(pattern) } }
}
