/// Where the form of an ARN stands in a catalogue's text.
struct FormPlace: Sendable {
    /// The form: `arn:${Partition}:s3:::${BucketName}`.
    let form: Range<Int>
    /// The service in it.
    let service: Range<Int>
    /// Where its last field begins.
    private let resource: Int

    /// The forms in the line of a resource type.
    static func all(in line: Range<Int>, _ bytes: CatalogueSearch.Bytes) -> [FormPlace] {
        let tab = UInt8(ascii: "\t")
        var index = line.lowerBound + CatalogueSearch.nameOffset
        while index < line.upperBound, bytes[index] != tab { index += 1 }
        var places: [FormPlace] = []
        while index < line.upperBound, bytes[index] != UInt8(ascii: "\n") {
            index += 1
            let start = index
            var fields: [Int] = []
            fields.reserveCapacity(5)
            while index < line.upperBound, !isEnd(bytes[index]) {
                if bytes[index] == UInt8(ascii: ":"), fields.count < 5 { fields.append(index + 1) }
                index += 1
            }
            if fields.count == 5 {
                places.append(FormPlace(form: start..<index, service: fields[1]..<fields[2] - 1, resource: fields[4]))
            }
            if index < line.upperBound, bytes[index] == tab { break }
        }
        return places
    }

    private static func isEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
    }

    /// Whether the last field may be like a pattern: the letters before the first placeholder of the one or wildcard
    /// of the other are the same.
    func mayBeLike(_ pattern: CatalogueSearch.Bytes, _ bytes: CatalogueSearch.Bytes) -> Bool {
        var index = resource
        for letter in pattern {
            if NamePattern.isWildcard(letter) { return true }
            guard index < form.upperBound else { return false }
            if bytes[index] == UInt8(ascii: "$") || bytes[index] == UInt8(ascii: "*") { return true }
            if bytes[index] != letter { return false }
            index += 1
        }
        return index == form.upperBound || bytes[index] == UInt8(ascii: "*")
    }
}
