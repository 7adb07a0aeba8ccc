/// A resource type with the forms of its ARNs.
///
/// A class, because types are kept and handed around by the hundred.
final class ResourceType: Sendable {
    /// The forms of its ARNs; empty where the catalogue has none.
    let forms: [ResourceForm]
    /// The service in its ARNs, as a hash; nil where there are several, or any.
    let service: TextHash?

    init(forms: [ResourceForm]) {
        self.forms = forms
        let services = forms.map { $0.isOfAnyService ? nil : TextHash($0.service) }
        service = Set(services).count == 1 ? services[0] : nil
    }

    /// Whether some ARN that a pattern stands for is of this type, field by field.
    func fits(_ pattern: ResourceARN) -> Bool { forms.contains { $0.fits(pattern) } }
}
