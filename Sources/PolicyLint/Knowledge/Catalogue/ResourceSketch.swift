/// What tells most resource types and ARNs apart without a look at either: numbers alone.
struct ResourceSketch: Sendable {
    /// The service in the ARN; nil where that may be one of several.
    let service: TextHash?
    /// How its last field begins.
    let beginning: FirstLetters

    /// Whether the two may have an ARN in common.
    func mayMeet(_ other: ResourceSketch) -> Bool {
        if let service, let others = other.service, service != others { return false }
        return beginning.mayMeet(other.beginning)
    }
}

extension ResourceSketch {
    /// The sketch of ARNs with the letters of a form, in which a placeholder may stand for any.
    init(form: UnsafeBufferPointer<UInt8>, _ colons: ARNColons) {
        let service = form.part(colons.service)
        self.service = service.isPlaceholder ? nil : TextHash(service)
        beginning = FirstLetters(ofPattern: form.part(colons.resource..<form.count))
    }
}
