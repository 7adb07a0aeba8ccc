import Synchronization

/// Says on a terminal how far long work has come. Short work says nothing.
final class Progress: Sendable {
    private let isShown = Platform.errorIsTerminal
    private let start = Platform.milliseconds
    private let done = Atomic<Int>(0)
    private let lastShown = Atomic<Int>(0)

    /// Counts one file more.
    func advance() {
        guard isShown else { return }
        let count = done.add(1, ordering: .relaxed).newValue
        let now = Platform.milliseconds
        let last = lastShown.load(ordering: .relaxed)
        guard now - start > Self.patience, now - last > Self.interval,
            lastShown.compareExchange(expected: last, desired: now, ordering: .relaxed).exchanged
        else { return }
        Platform.writeError("\r\u{1B}[Klinting, \(count) files done")
    }

    /// Takes the line away.
    func finish() {
        if lastShown.load(ordering: .relaxed) > 0 { Platform.writeError("\r\u{1B}[K") }
    }

    private static let patience = 300
    private static let interval = 100
}
