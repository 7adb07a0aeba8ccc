/// Well-formed UTF-8 after the Unicode Standard, table 3-7.
enum UTF8Validation {
    /// The length of the well-formed sequence at an offset; 0 where there is none. Overlong forms,
    /// surrogates and what lies beyond U+10FFFF are not well-formed.
    static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) -> Int {
        let lead = bytes[offset]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0..<0x80: return 1
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: length = 4
        default: return 0
        }
        guard offset + length <= end, second.contains(bytes[offset + 1]) else { return 0 }
        for index in offset + 2..<max(offset + 2, offset + length) where bytes[index] & 0xC0 != 0x80 { return 0 }
        return length
    }

    /// The offset of the first byte that is not well-formed, or nil.
    static func firstInvalid(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index < buffer.count {
                let length = sequenceLength(buffer, at: index, end: buffer.count)
                if length == 0 { return index }
                index += length
            }
            return nil
        }
    }
}
