/// Where the form of an ARN stands in a catalogue's text.
struct FormPlace: Sendable {
    /// The form: `arn:${Partition}:s3:::${BucketName}`.
    let form: Range<Int>
    /// The service in it.
    let service: Range<Int>
    /// What tells its ARNs from most others.
    let sketch: ResourceSketch

    /// By which forms with the same service stand together, in the order of the text.
    var order: (service: UInt64, form: Int) { (sketch.service?.value ?? 0, form.lowerBound) }

    /// Hands `body` the forms in the line of a resource type.
    static func forEach(in line: Range<Int>, _ bytes: CatalogueSearch.Bytes, _ body: (FormPlace) -> Void) {
        let tab = UInt8(ascii: "\t")
        let lineEnd = line.upperBound - 1
        var start = bytes.place(of: tab, from: line.lowerBound + CatalogueSearch.nameOffset, to: lineEnd) + 1
        let end = bytes.place(of: tab, from: start, to: lineEnd)
        while start < end {
            let next = bytes.place(of: UInt8(ascii: ","), from: start, to: end)
            if let place = FormPlace(start..<next, bytes) { body(place) }
            start = next + 1
        }
    }

    /// The form at a place; nil where it is none.
    private init?(_ form: Range<Int>, _ bytes: CatalogueSearch.Bytes) {
        let text = CatalogueSearch.Bytes(rebasing: bytes[form])
        guard let colons = ARNColons(text) else { return nil }
        self.form = form
        service = form.lowerBound + colons.service.lowerBound..<form.lowerBound + colons.service.upperBound
        sketch = ResourceSketch(form: text, colons)
    }
}
