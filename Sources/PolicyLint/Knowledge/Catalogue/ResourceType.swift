/// A resource type with the forms of its ARNs.
final class ResourceType: Sendable {
    /// The forms of its ARNs; empty where the catalogue has none.
    let forms: [ResourceForm]

    init(forms: [ResourceForm]) { self.forms = forms }
}
