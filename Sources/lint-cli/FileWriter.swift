/// Writes files whole or not at all.
enum FileWriter {
    /// Why a file was not written.
    struct Failure: Error, Sendable {
        let path: String
        let message: String
    }

    /// Puts new content in the place of a file that was read in `state`: through a symbolic link, with
    /// its permissions and owner, in one step. A file that has changed since is left alone.
    static func replace(_ path: String, readIn state: Platform.FileState, with bytes: [UInt8]) throws(Failure) {
        do {
            let target = try Platform.resolve(path)
            let temporary = temporaryName(beside: target)
            do {
                let descriptor = try Platform.Descriptor(creating: temporary, permissions: 0o600)
                try descriptor.write(bytes)
                descriptor.take(over: state)
                try descriptor.synchronise()
                guard try Platform.state(of: target) == state else {
                    Platform.remove(temporary)
                    throw Failure(path: path, message: "has changed since it was read; it was left alone")
                }
                try Platform.rename(temporary, to: target)
            } catch {
                Platform.remove(temporary)
                throw error
            }
        } catch let failure as Platform.Failure {
            throw Failure(path: path, message: "cannot be written: \(failure.message)")
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(path: path, message: "cannot be written")
        }
    }

    /// Writes a file that need not exist yet, in one step. Missing directories are made.
    static func write(_ path: String, _ bytes: [UInt8], permissions: UInt16 = 0o644) throws(Failure) {
        do {
            if let slash = path.lastIndex(of: "/") { try Platform.makeDirectory(String(path[..<slash])) }
            let target = Platform.isSymbolicLink(path) ? try Platform.resolve(path) : path
            if let state = try? Platform.state(of: target), state.type != .regular {
                // A device or pipe, such as /dev/null, cannot be replaced.
                if state.type == .directory { throw Failure(path: path, message: "is a directory") }
                try Platform.Descriptor(overwriting: target).write(bytes)
                return
            }
            let temporary = temporaryName(beside: target)
            do {
                let descriptor = try Platform.Descriptor(creating: temporary, permissions: permissions)
                try descriptor.write(bytes)
                try descriptor.synchronise()
                try Platform.rename(temporary, to: target)
            } catch {
                Platform.remove(temporary)
                throw error
            }
        } catch let failure as Platform.Failure {
            throw Failure(path: path, message: "cannot be written: \(failure.message)")
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(path: path, message: "cannot be written")
        }
    }

    private static func temporaryName(beside path: String) -> String {
        let slash = path.lastIndex(of: "/")
        let directory = slash.map { path[...$0] } ?? ""
        let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
        return "\(directory).\(name).policylint-\(Platform.processID)"
    }
}
