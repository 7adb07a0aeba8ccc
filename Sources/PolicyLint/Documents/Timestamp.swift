/// A moment, in seconds since 1970-01-01T00:00:00Z.
public struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Seconds since 1970, without leap seconds.
    public let secondsSince1970: Int

    /// The moment so many seconds after 1970-01-01T00:00:00Z.
    public init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

    /// Whether it is past, or now, on a day. Where nobody says the day it is still to come.
    func hasCome(on day: Timestamp?) -> Bool { day.map { self <= $0 } ?? false }

    /// Reads an ISO 8601 date (`2026-03-01`), or a date and time (`2026-03-01T08:30:00+00:00`, `…Z`,
    /// with or without seconds, and a fraction, which is dropped); nil for anything else.
    public init?(_ text: some StringProtocol) {
        var digits = Array(text.utf8)[...]
        func number(_ count: Int, then separator: UInt8? = nil) -> Int? {
            guard digits.count >= count, digits.prefix(count).allSatisfy(\.isDigit) else { return nil }
            let value = digits.prefix(count).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
            digits = digits.dropFirst(count)
            guard let separator else { return value }
            guard digits.first == separator else { return nil }
            digits = digits.dropFirst()
            return value
        }
        guard let year = number(4, then: UInt8(ascii: "-")), let month = number(2, then: UInt8(ascii: "-")),
            let day = number(2), (1...12).contains(month), day > 0, day <= Self.days(in: month, of: year)
        else { return nil }
        var seconds = Self.days(year: year, month: month, day: day) * Self.secondsPerDay
        if digits.isEmpty {
            self.init(secondsSince1970: seconds)
            return
        }
        guard let separator = digits.popFirst(),
            separator | 0x20 == UInt8(ascii: "t") || separator == UInt8(ascii: " "),
            let hour = number(2, then: UInt8(ascii: ":")), let minute = number(2), hour < 24, minute < 60
        else { return nil }
        seconds += hour * 3600 + minute * 60
        if digits.first == UInt8(ascii: ":") {
            digits = digits.dropFirst()
            guard let second = number(2), second < 61 else { return nil }
            seconds += second
            if digits.first == UInt8(ascii: ".") {
                digits = digits.dropFirst().drop(while: \.isDigit)
            }
        }
        guard let zone = digits.popFirst() else { return nil }
        switch zone {
        case UInt8(ascii: "Z"), UInt8(ascii: "z"):
            guard digits.isEmpty else { return nil }
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            guard let zoneHours = number(2) else { return nil }
            if digits.first == UInt8(ascii: ":") { digits = digits.dropFirst() }
            guard let zoneMinutes = number(2), digits.isEmpty else { return nil }
            let offset = zoneHours * 3600 + zoneMinutes * 60
            seconds += zone == UInt8(ascii: "+") ? -offset : offset
        default: return nil
        }
        self.init(secondsSince1970: seconds)
    }

    /// Whole days from `earlier` to this moment; negative where it is later.
    public func days(since earlier: Timestamp) -> Int {
        Self.wholeDays(secondsSince1970 - earlier.secondsSince1970)
    }

    /// The UTC date, `2026-03-01`.
    public var description: String {
        var days = Self.wholeDays(secondsSince1970)
        // The proleptic Gregorian calendar in eras of 400 years that begin on 1 March.
        days += 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    /// Orders by time.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.secondsSince1970 < right.secondsSince1970
    }

    private static let secondsPerDay = 86_400

    /// The days in a number of seconds, rounded down.
    private static func wholeDays(_ seconds: Int) -> Int {
        seconds / secondsPerDay - (seconds % secondsPerDay < 0 ? 1 : 0)
    }

    private static func days(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// How many days a month has, which counts from 1.
    static func days(in month: Int, of year: Int) -> Int {
        let next = month == 12 ? days(year: year + 1, month: 1, day: 1) : days(year: year, month: month + 1, day: 1)
        return next - days(year: year, month: month, day: 1)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
