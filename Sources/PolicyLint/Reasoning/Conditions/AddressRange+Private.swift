extension AddressRange {
    /// Whether all its addresses are private, or of the own host or link: the internet carries none of them.
    ///
    /// Sources: RFC 1918, RFC 4193; RFC 1122 (3.2.1.3), RFC 3927, RFC 4291 (2.5).
    var isPrivate: Bool { Self.privateAddresses.covers(IntervalSet(intervals: [interval])) }

    private static let privateAddresses = IntervalSet(
        intervals: [
            "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "127.0.0.0/8", "169.254.0.0/16", "::1/128",
            "fe80::/10",
        ].compactMap { AddressRange($0)?.interval })
}
