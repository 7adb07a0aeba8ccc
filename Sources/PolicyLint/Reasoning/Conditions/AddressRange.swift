/// A range of IP addresses in CIDR notation: `203.0.113.0/24`, `2001:db8::/32`, or one address.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress>.
struct AddressRange: Hashable, Sendable {
    /// An IP address.
    struct Address: Hashable, Comparable, Sendable {
        /// Whether it is one of IPv6.
        let isVersion6: Bool
        /// Its bits.
        let bits: UInt128

        /// Orders by version and value.
        static func < (left: Address, right: Address) -> Bool {
            left.isVersion6 == right.isVersion6 ? left.bits < right.bits : right.isVersion6
        }
    }

    /// The address as written.
    let address: Address
    /// How many bits all addresses of the range have in common.
    let prefixLength: Int

    /// Reads a range or an address; nil for anything else.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = Self.address(Substring(first)) else { return nil }
        self.address = address
        let width = address.isVersion6 ? 128 : 32
        if parts.count == 2 {
            guard let length = Self.number(Substring(parts[1]), upTo: width) else { return nil }
            prefixLength = length
        } else {
            prefixLength = width
        }
    }

    /// Whether it is a range of somebody's: of a broader one AWS says that it is public.
    ///
    /// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status>.
    var isOfSomebody: Bool { prefixLength >= (address.isVersion6 ? 32 : 8) }

    /// The bits that differ within the range. Those of the written address have no effect.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-improve-ip-range>.
    private var hostMask: UInt128 {
        let hostBits = (address.isVersion6 ? 128 : 32) - prefixLength
        return hostBits == 128 ? .max : (1 << UInt128(hostBits)) - 1
    }

    /// Whether the written address is the first of its range.
    var isExact: Bool { address.bits & hostMask == 0 }

    /// The range with the first address in the place of the written one.
    var network: String {
        let first = Address(isVersion6: address.isVersion6, bits: address.bits & ~hostMask)
        return "\(first.text)/\(prefixLength)"
    }

    /// The addresses of the range.
    var interval: IntervalSet<Address>.Interval {
        let first = Address(isVersion6: address.isVersion6, bits: address.bits & ~hostMask)
        let last = address.bits | hostMask
        // Behind the last address comes the first of the next range, so that neighbours meet.
        let end: Cut<Address> =
            switch (address.isVersion6, last) {
            case (true, .max): Cut(value: Address(isVersion6: true, bits: last), isAbove: true)
            case (false, UInt128(UInt32.max)): Cut(value: Address(isVersion6: true, bits: 0), isAbove: false)
            default: Cut(value: Address(isVersion6: address.isVersion6, bits: last + 1), isAbove: false)
            }
        return Cut(value: first, isAbove: false)..<end
    }

    // MARK: Reading

    private static func address(_ text: Substring) -> Address? {
        if text.utf8.contains(UInt8(ascii: ":")) {
            return version6(text).map { Address(isVersion6: true, bits: $0) }
        }
        return version4(text).map { Address(isVersion6: false, bits: $0) }
    }

    /// A number without leading zeros, with which some read it as octal.
    private static func number(_ text: Substring, upTo limit: Int) -> Int? {
        guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy(\.isDigit), let value = Int(text), value <= limit,
            text.utf8.count == 1 || text.utf8.first != UInt8(ascii: "0")
        else { return nil }
        return value
    }

    private static func version4(_ text: Substring) -> UInt128? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let bytes = parts.compactMap { number($0, upTo: 255) }
        guard parts.count == 4, bytes.count == 4 else { return nil }
        return bytes.reduce(0) { $0 << 8 | UInt128($1) }
    }

    private static func version6(_ text: Substring) -> UInt128? {
        guard let gap = text.firstRange(of: "::") else {
            return groups(text).flatMap { $0.count == 8 ? bits($0) : nil }
        }
        guard let left = groups(text[..<gap.lowerBound]), let right = groups(text[gap.upperBound...]),
            left.count + right.count < 8
        else { return nil }
        return bits(left + Array(repeating: 0, count: 8 - left.count - right.count) + right)
    }

    /// The groups of a part of an address; its end may be an address of IPv4.
    private static func groups(_ text: Substring) -> [UInt16]? {
        if text.isEmpty { return [] }
        var result: [UInt16] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, part.utf8.contains(UInt8(ascii: ".")) {
                guard let embedded = version4(part) else { return nil }
                result += [UInt16(embedded >> 16), UInt16(embedded & 0xFFFF)]
            } else {
                guard (1...4).contains(part.utf8.count), let group = UInt16(part, radix: 16), part.first != "+" else {
                    return nil
                }
                result.append(group)
            }
        }
        return result
    }

    private static func bits(_ groups: [UInt16]) -> UInt128 { groups.reduce(0) { $0 << 16 | UInt128($1) } }
}

extension AddressRange.Address {
    /// The address in its usual writing; of IPv6 the one of RFC 5952.
    fileprivate var text: String {
        if !isVersion6 {
            return [24, 16, 8, 0].map { String((bits >> UInt128($0)) & 0xFF) }.joined(separator: ".")
        }
        let groups = (0..<8).map { UInt16((bits >> UInt128(112 - 16 * $0)) & 0xFFFF) }
        var longest = 0..<0
        var start = 0
        for (index, group) in groups.enumerated() {
            if group != 0 { start = index + 1 }
            if index + 1 - start > longest.count { longest = start..<(index + 1) }
        }
        func written(_ part: ArraySlice<UInt16>) -> String {
            part.map { String($0, radix: 16) }.joined(separator: ":")
        }
        if longest.count < 2 { return written(groups[...]) }
        return written(groups[..<longest.lowerBound]) + "::" + written(groups[longest.upperBound...])
    }
}
