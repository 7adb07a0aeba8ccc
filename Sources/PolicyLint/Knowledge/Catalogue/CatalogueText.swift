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
    /// The first place of a byte from `start` on; `end` where there is none before that. Lines are long, and a call pays.
    func place(of byte: UInt8, from start: Int, to end: Int) -> Int { policylint_place(baseAddress, byte, start, end) }

    /// Whether what stands at some places stands at `start`, too.
    func repeats(_ places: Range<Int>, at start: Int) -> Bool {
        places.count <= count - start && policylint_repeats(baseAddress, places.lowerBound, places.count, start)
    }

    /// The end of the line that `position` is in, behind its line feed.
    func lineEnd(_ position: Int) -> Int {
        Swift.min(place(of: UInt8(ascii: "\n"), from: position, to: count) + 1, count)
    }
}
