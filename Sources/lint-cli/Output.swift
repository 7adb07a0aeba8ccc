import PolicyLint

/// Standard output and standard error.
enum Output {
    /// Prints a text with a line break.
    static func print(_ text: String) { write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8)) }

    /// Prints bytes as they are. A reader that went away has read what it wanted: the program ends as if it had read all.
    static func write(_ bytes: [UInt8]) {
        do {
            try Platform.writeOutput(bytes)
        } catch {
            if error.isBrokenPipe { return }
            complain("standard output", error.message)
            Platform.exit(ExitCode.failure.rawValue)
        }
    }

    /// Writes a report to a file, whole or not at all, or to standard output where there is no path. False where it could
    /// not be written, which is said.
    static func report(to path: String?, usesColor: Bool, _ write: (inout OutputSink, ReportOptions) -> Void) -> Bool {
        let options = options(usesColor: usesColor && path == nil)
        guard let path else {
            var sink = OutputSink(.standardOutput)
            write(&sink, options)
            sink.flush()
            return true
        }
        do {
            try FileWriter.write(path) { write(&$0, options) }
            return true
        } catch {
            complain(error.path, error.message)
            return false
        }
    }

    /// How a report looks from where the program runs.
    private static func options(usesColor: Bool) -> ReportOptions {
        var options = ReportOptions(color: usesColor)
        if let width = Platform.terminalWidth { options.width = width }
        let directory = Platform.currentDirectory
        options.repository = GitRepository.directories(upFrom: directory)?.last.map {
            FilePlaces(directory: $0, workingDirectory: directory)
        }
        return options
    }

    /// Says on standard error what went wrong with a path.
    static func complain(_ path: String, _ message: String) { complain("\(path): \(message)") }

    /// Says on standard error what went wrong.
    static func complain(_ message: String) { say("policylint: \(message)") }

    /// Prints a line on standard error.
    static func say(_ line: String) { Platform.writeError(line.printable + "\n") }
}

/// Standard output or a file as a sink for reports: written in large pieces, so that no report is in memory whole.
struct OutputSink: ByteSink {
    enum Target {
        case standardOutput
        /// An open file, by its number.
        case file(Int32)
    }

    private let target: Target
    private var pending: [UInt8] = []
    /// Why a file could not be written; what comes behind it is dropped.
    private(set) var failure: Platform.Failure?

    init(_ target: Target) { self.target = target }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { pending.append(contentsOf: $0) }
        if pending.count >= 1 << 16 { flush() }
    }

    /// Writes what has gathered.
    mutating func flush() {
        if pending.isEmpty { return }
        switch target {
        case .standardOutput: Output.write(pending)
        case .file(let number):
            do {
                if failure == nil { try Platform.write(pending, toDescriptor: number) }
            } catch {
                failure = error
            }
        }
        pending.removeAll(keepingCapacity: true)
    }
}
