/// What is wrong with a catalogue's text, and where.
public struct CatalogueError: Error, Hashable, Sendable {
    /// What is wrong: lower-case start, no final period.
    public let message: String
    /// From 1.
    public let line: Int
}

/// Reads a whole catalogue once, so that searching it needs no doubts.
enum CatalogueCheck {
    /// How the first line begins; the date of the facts is the rest of it.
    private static let title = "# PolicyLint service catalogue, format 1, of "
    /// Bytes of a date such as `2026-10-27`.
    static let dateLength = 10

    /// - Throws: `CatalogueError` at the first line that is not as it should be.
    static func check(_ bytes: [UInt8]) throws(CatalogueError) {
        guard bytes.last == UInt8(ascii: "\n") else {
            let count = bytes.count { $0 == UInt8(ascii: "\n") } + 1
            throw CatalogueError(message: "the last line is cut off", line: count)
        }
        var number = 0
        var isInHead = true
        var last: (kind: CatalogueKind, name: [UInt8])?
        for line in bytes.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            if number == 1 {
                guard isTitle(line) else {
                    let message = "this is no service catalogue: it does not begin with `\(title)` and a date"
                    throw CatalogueError(message: message, line: 1)
                }
            } else if isInHead && line.first == UInt8(ascii: "#") {
                continue
            } else {
                isInHead = false
                do throws(Flaw) {
                    let (kind, name) = try fact(line)
                    if let last, !isOrdered(last, (kind, name)) {
                        throw Flaw("the line is not in the order of kinds and names")
                    }
                    last = (kind, name)
                } catch {
                    throw CatalogueError(message: error.message, line: number)
                }
            }
        }
        if last?.kind != .service { throw CatalogueError(message: "no service is in it", line: number) }
    }

    private struct Flaw: Error {
        let message: String
        init(_ message: String) { self.message = message }
    }

    private static func isTitle(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.starts(with: title.utf8), line.count == title.utf8.count + dateLength else { return false }
        return Timestamp(String(decoding: line.suffix(dateLength), as: UTF8.self)) != nil
    }

    private static func fact(_ line: ArraySlice<UInt8>) throws(Flaw) -> (CatalogueKind, [UInt8]) {
        guard line.allSatisfy({ $0 == 0x09 || (0x20...0x7E).contains($0) }) else {
            throw Flaw("the line holds other bytes than printable ASCII")
        }
        let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard let mark = line.first, fields[0].utf8.count == 1, let kind = CatalogueKind(mark: mark) else {
            throw Flaw("the line begins with no kind of fact")
        }
        guard kind.fieldCount.contains(fields.count), !fields.contains("") else {
            throw Flaw("the line has not the fields of its kind")
        }
        if kind == .action && ServiceAction.AccessLevel(rawValue: fields[2]) == nil {
            throw Flaw("the third field is no access level")
        }
        if kind == .key && ConditionKey.ValueType(rawValue: fields[2]) == nil {
            throw Flaw("the third field is no type of a condition key")
        }
        if kind.isOfService && !fields[1].utf8.dropFirst().contains(UInt8(ascii: ":")) {
            throw Flaw("the name has no service in front of it")
        }
        return (kind, fields[1].utf8.asciiLowercased)
    }

    private static func isOrdered(
        _ last: (kind: CatalogueKind, name: [UInt8]), _ next: (kind: CatalogueKind, name: [UInt8])
    ) -> Bool {
        if last.kind != next.kind { return last.kind.mark < next.kind.mark }
        return last.name.lexicographicallyPrecedes(next.name)
    }
}
