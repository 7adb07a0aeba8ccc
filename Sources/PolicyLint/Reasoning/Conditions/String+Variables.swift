extension String {
    /// The text with `*` in the place of each `${…}` and `{{…}}`: a pattern that matches whatever they stand for.
    var withWildcardsForVariables: String {
        guard hasVariable else { return self }
        var result = ""
        var rest = self[...]
        while let start = [rest.firstRange(of: "${"), rest.firstRange(of: "{{")].compactMap(\.self)
            .min(by: { $0.lowerBound < $1.lowerBound }), let end = rest[start.upperBound...].firstIndex(of: "}")
        {
            result += rest[..<start.lowerBound] + "*"
            let isDouble = rest[start.lowerBound] == "{"
            rest = rest[rest.index(after: end)...]
            if isDouble, rest.first == "}" { rest = rest.dropFirst() }
        }
        return result + rest
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
