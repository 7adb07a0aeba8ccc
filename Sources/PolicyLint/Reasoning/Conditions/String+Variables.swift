extension String {
    /// The text with `*` in the place of each `${…}` and `{{…}}`: a pattern that matches whatever they stand for.
    var withWildcardsForVariables: String {
        guard hasVariable else { return self }
        return withBytes { bytes in
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count)
            var index = 0
            while index < bytes.count {
                guard bytes.opensVariable(at: index) else {
                    result.append(bytes[index])
                    index += 1
                    continue
                }
                guard let end = bytes[(index + 2)...].firstIndex(of: UInt8(ascii: "}")) else {
                    result += bytes[index...]
                    break
                }
                result.append(UInt8(ascii: "*"))
                let isDouble = bytes[index] == UInt8(ascii: "{")
                index = end + 1
                if isDouble, index < bytes.count, bytes[index] == UInt8(ascii: "}") { index += 1 }
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

extension UnsafeBufferPointer<UInt8> {
    /// Whether `${` or `{{` stands at an index.
    fileprivate func opensVariable(at index: Int) -> Bool {
        index + 1 < count && self[index + 1] == UInt8(ascii: "{")
            && (self[index] == UInt8(ascii: "$") || self[index] == UInt8(ascii: "{"))
    }
}
