import PolicyLint

/// Reads what a person named, or says why it cannot be read.
enum InputReader {
    /// Why an input cannot be read.
    struct Failure: Error, Sendable {
        let path: String
        let message: String
    }

    /// A file with the state it was read in.
    struct Input: Sendable {
        let file: SourceFile
        let state: Platform.FileState?
    }

    /// Reads a regular file, or a pipe that the shell opened for us.
    static func read(_ path: String) throws(Failure) -> Input {
        do {
            let descriptor = try Platform.Descriptor(reading: path)
            let state = try descriptor.state()
            switch state.type {
            case .regular: break
            case .directory: throw Failure(path: path, message: "is a directory")
            case .pipe where isOpenedByShell(path): descriptor.waitForData()
            case .pipe: throw Failure(path: path, message: "is a pipe, not a file; give `-` to read standard input")
            case .other: throw Failure(path: path, message: "is a device, not a file")
            }
            guard state.size <= Platform.maximumSize else { throw Platform.Failure.tooLarge }
            let bytes = try descriptor.readAll(expecting: Int(state.size))
            let permissions = state.type == .regular ? state.permissions & 0o777 : nil
            return Input(file: SourceFile(name: path, bytes: bytes, permissions: permissions), state: state)
        } catch let failure as Platform.Failure {
            throw Failure(path: path, message: "cannot be read: \(failure.message)")
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(path: path, message: "cannot be read")
        }
    }

    /// Reads standard input under a name.
    static func readStandardInput(name: String) throws(Failure) -> Input {
        do {
            return Input(file: SourceFile(name: name, bytes: try Platform.readStandardInput()), state: nil)
        } catch {
            throw Failure(path: name, message: "cannot be read: \(error.message)")
        }
    }

    /// Whether the path is that of process substitution: `<(aws iam get-role …)`.
    static func isOpenedByShell(_ path: String) -> Bool {
        path.hasPrefix("/dev/fd/") || path == "/dev/stdin" || path.hasPrefix("/proc/self/fd/")
    }
}
