/// Where the first five colons of an ARN stand, by which its fields are apart.
struct ARNColons {
    private let places: InlineArray<5, Int>

    /// The colons of a text; nil unless it begins with `arn:` and has so many.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.isLikeARN else { return nil }
        var places = InlineArray<5, Int>(repeating: 3)
        var number = 1
        // The fields are short: a call for each would cost more than a look at each letter.
        for index in 4..<bytes.count where bytes[index] == UInt8(ascii: ":") {
            places[number] = index
            number += 1
            if number == 5 { break }
        }
        guard number == 5 else { return nil }
        self.places = places
    }

    /// Where the service stands.
    var service: Range<Int> { (places[1] + 1)..<places[2] }
    /// Where the Region stands.
    var region: Range<Int> { (places[2] + 1)..<places[3] }
    /// Where the account stands.
    var account: Range<Int> { (places[3] + 1)..<places[4] }
    /// Where the last field begins.
    var resource: Int { places[4] + 1 }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the text begins with `arn:`.
    var isLikeARN: Bool {
        count >= 4 && self[0] == UInt8(ascii: "a") && self[1] == UInt8(ascii: "r") && self[2] == UInt8(ascii: "n")
            && self[3] == UInt8(ascii: ":")
    }

    /// Whether the text begins with a placeholder of a form.
    var isPlaceholder: Bool { count > 1 && self[0] == UInt8(ascii: "$") && self[1] == UInt8(ascii: "{") }

    /// The bytes at some places.
    func part(_ places: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: self[places]) }
}

extension String {
    /// The part at some places of its bytes, which begin and end characters.
    func part(_ places: Range<Int>) -> Substring {
        let start = utf8.index(utf8.startIndex, offsetBy: places.lowerBound)
        return Substring(utf8[start..<utf8.index(start, offsetBy: places.count)])
    }
}
