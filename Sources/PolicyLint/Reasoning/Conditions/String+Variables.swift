extension String {
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
