extension String {
    /// The text with `*` in the place of each `${…}`: a pattern that matches whatever they stand for.
    var withWildcardsForVariables: String {
        guard hasVariable else { return self }
        return withBytes { bytes in
            var result: [UInt8] = []
            var index = 0
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{") {
                    while index < bytes.count, bytes[index] != UInt8(ascii: "}") { index += 1 }
                    result.append(UInt8(ascii: "*"))
                } else {
                    result.append(bytes[index])
                }
                index += 1
            }
            return String(decoding: result, as: UTF8.self)
        }
    }

    /// Whether `*` or `?` stands in the text outside `${…}`, where it is a letter or belongs to a name.
    var hasWildcardOutsideVariables: Bool {
        guard hasWildcard else { return false }
        if !hasVariable { return true }
        return withBytes { bytes in
            var index = 0
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{") {
                    while index < bytes.count, bytes[index] != UInt8(ascii: "}") { index += 1 }
                } else if bytes[index] == UInt8(ascii: "*") || bytes[index] == UInt8(ascii: "?") {
                    return true
                }
                index += 1
            }
            return false
        }
    }
}
