/// Writes files whole or not at all.
enum FileWriter {
    /// Why a file was not written.
    struct Failure: Error, Sendable {
        let path: String
        let message: String
    }

    /// Puts new content in the place of a file that was read in `state`: through a symbolic link, with
    /// its permissions and owner, in one step. A file that has changed since is left alone, and so is one
    /// that this user may not write to.
    static func replace(_ path: String, readIn state: Platform.FileState, with bytes: [UInt8]) throws(Failure) {
        try explaining(path) {
            let target = try Platform.resolve(path)
            try Platform.checkWritable(target)
            try put(at: target, 0o600, { try Platform.write(bytes, toDescriptor: $0) }) { temporary in
                temporary.take(over: state)
                guard try Platform.state(of: target) == state else {
                    throw Failure(path: path, message: "has changed since it was read; it was left alone")
                }
            }
        }
    }

    /// Writes a file that need not exist yet, in one step. Missing directories are made.
    static func write(_ path: String, _ bytes: [UInt8], permissions: UInt16) throws(Failure) {
        try write(path, permissions) { try Platform.write(bytes, toDescriptor: $0) }
    }

    /// The same with what `pieces` writes one after the other. A file that is replaced keeps its permissions and owner.
    static func write(_ path: String, _ pieces: (inout OutputSink) -> Void) throws(Failure) {
        try write(path, nil) { number in
            var sink = OutputSink(.file(number))
            pieces(&sink)
            sink.flush()
            if let failure = sink.failure { throw failure }
        }
    }

    private static func write(
        _ path: String, _ permissions: UInt16?, _ fill: (Int32) throws -> Void
    ) throws(Failure) {
        try explaining(path) {
            if let number = openDescriptor(path) { return try fill(number) }
            if let slash = path.lastIndex(of: "/") { try Platform.makeDirectory(String(path[..<slash])) }
            let target = Platform.isSymbolicLink(path) ? try Platform.resolve(path) : path
            guard let state = try? Platform.state(of: target) else {
                return try put(at: target, permissions ?? 0o644, fill)
            }
            switch state.type {
            case .directory: throw Failure(path: path, message: "is a directory")
            case .regular:
                try Platform.checkWritable(target)
                try put(at: target, permissions ?? 0o600, fill) { temporary in
                    if permissions == nil { temporary.take(over: state) }
                }
            // These cannot be replaced: /dev/null must stay what it is.
            case .pipe, .other: try Platform.Descriptor(overwriting: target).withNumber(fill)
            }
        }
    }

    /// Writes a temporary file beside the target and gives it the target's name once all is written.
    private static func put(
        at target: String, _ permissions: UInt16, _ fill: (Int32) throws -> Void,
        beforeRenaming check: (borrowing Platform.Descriptor) throws -> Void = { _ in }
    ) throws {
        let directory = target.lastIndex(of: "/").map { target[...$0] } ?? ""
        let temporary = "\(directory).policylint-\(Platform.processID)"
        let descriptor = try Platform.Descriptor(creating: temporary, permissions: permissions)
        do {
            try descriptor.withNumber(fill)
            try descriptor.synchronise()
            try check(descriptor)
            try Platform.rename(temporary, to: target)
        } catch {
            Platform.remove(temporary)
            throw error
        }
    }

    /// The number of the open file that a path such as `/dev/stdout` or `/dev/fd/3` stands for.
    private static func openDescriptor(_ path: String) -> Int32? {
        switch path {
        case "/dev/stdout": 1
        case "/dev/stderr": 2
        default: path.hasPrefix("/dev/fd/") ? Int32(path.dropFirst("/dev/fd/".count)) : nil
        }
    }

    /// Runs `body`; what fails is said of `path`, in words.
    private static func explaining(_ path: String, _ body: () throws -> Void) throws(Failure) {
        do {
            try body()
        } catch let failure as Platform.Failure {
            throw Failure(path: path, message: "cannot be written: \(failure.message)")
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(path: path, message: "cannot be written")
        }
    }
}
