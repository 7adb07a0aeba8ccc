import CServiceCatalogue

/// The text of a catalogue of AWS's services: the one that lies in the program, or one that a person gave.
enum CatalogueText: Sendable {
    case embedded
    case given([UInt8])

    /// Hands `body` the bytes; those of the program are not copied.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        switch self {
        case .embedded: body(UnsafeBufferPointer(start: policylint_catalogue(), count: policylint_catalogue_size()))
        case .given(let bytes): bytes.withUnsafeBufferPointer(body)
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The end of the line that `position` is in, behind its line feed.
    func lineEnd(_ position: Int) -> Int {
        Swift.min(policylint_line_feed(baseAddress, position, count) + 1, count)
    }
}
