import PolicyLint

/// Standard output and standard error.
enum Output {
    /// Prints a text with a line break.
    static func print(_ text: String) { write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8)) }

    /// Prints bytes as they are. A reader that went away ends the program quietly.
    static func write(_ bytes: [UInt8]) {
        do {
            try Platform.writeOutput(bytes)
        } catch {
            if !error.isBrokenPipe { complain("standard output", error.message) }
            Platform.exit(ExitCode.failure.rawValue)
        }
    }

    /// Says on standard error what went wrong with a path.
    static func complain(_ path: String, _ message: String) { complain("\(path): \(message)") }

    /// Says on standard error what went wrong.
    static func complain(_ message: String) { say("policylint: \(message)") }

    /// Prints a line on standard error.
    static func say(_ line: String) { Platform.writeError(line.printable + "\n") }
}

/// Standard output as a sink for reports: written in large pieces.
struct OutputSink: ByteSink {
    private var pending: [UInt8] = []

    mutating func append(_ text: String) {
        pending += text.utf8
        if pending.count >= 1 << 16 { flush() }
    }

    /// Writes what has gathered.
    mutating func flush() {
        if pending.isEmpty { return }
        Output.write(pending)
        pending.removeAll(keepingCapacity: true)
    }
}
