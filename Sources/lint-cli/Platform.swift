import Glibc
import Synchronization

/// The operating system. No file of the program but this one and its extensions imports libc.
enum Platform {
    /// An error of the operating system, in words.
    struct Failure: Error, Sendable {
        let code: Int32

        init(_ code: Int32 = errno) { self.code = code }

        var message: String {
            switch code {
            case ENOENT: "no such file or directory"
            case EACCES, EPERM: "permission denied"
            case EISDIR: "is a directory"
            case ENOSPC: "no space is left on the device"
            case ELOOP: "too many symbolic links"
            case EROFS: "the file system is read-only"
            case EFBIG: "it is too large"
            default: String(cString: strerror(code)).lowercased()
            }
        }

        var isBrokenPipe: Bool { code == EPIPE }

        /// What is larger than any input may be.
        static let tooLarge = Failure(EFBIG)
    }

    // MARK: Files

    /// What kind of thing a path leads to.
    enum FileType: Sendable { case regular, directory, pipe, other }

    /// What makes a file the same under every name.
    struct FileIdentity: Hashable, Sendable {
        let device: UInt64
        let inode: UInt64
    }

    /// What the system knows of a file; equal only while nobody has touched it.
    struct FileState: Hashable, Sendable {
        let identity: FileIdentity
        let size: Int64
        let modifiedSeconds: Int
        let modifiedNanoseconds: Int
        let permissions: UInt16
        let owner: UInt32
        let group: UInt32
        let type: FileType

        fileprivate init(_ status: stat) {
            identity = FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
            size = Int64(status.st_size)
            modifiedSeconds = status.st_mtim.tv_sec
            modifiedNanoseconds = status.st_mtim.tv_nsec
            permissions = UInt16(status.st_mode & 0o7777)
            owner = status.st_uid
            group = status.st_gid
            switch status.st_mode & S_IFMT {
            case S_IFREG: type = .regular
            case S_IFDIR: type = .directory
            case S_IFIFO, S_IFSOCK: type = .pipe
            default: type = .other
            }
        }
    }

    /// The state of what a path leads to, behind symbolic links.
    static func state(of path: String) throws(Failure) -> FileState {
        var status = Glibc.stat()
        guard stat(path, &status) == 0 else { throw Failure() }
        return FileState(status)
    }

    /// The state of a path itself, and whether it is a symbolic link.
    static func isSymbolicLink(_ path: String) -> Bool {
        var status = Glibc.stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// An open file, closed when it goes out of use.
    struct Descriptor: ~Copyable {
        private let number: Int32

        /// Opens a file for reading, without waiting for a pipe's other end.
        init(reading path: String) throws(Failure) {
            // The path as it lies there, without a copy.
            number = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
            if number < 0 { throw Failure() }
        }

        /// Makes a new file for writing; fails where one of the name exists.
        init(creating path: String, permissions: UInt16) throws(Failure) {
            number = open(path, O_WRONLY | O_CLOEXEC | O_CREAT | O_EXCL, mode_t(permissions))
            if number < 0 { throw Failure() }
        }

        /// Makes or empties a file for writing.
        init(overwriting path: String) throws(Failure) {
            number = open(path, O_WRONLY | O_CLOEXEC | O_CREAT | O_TRUNC, 0o666)
            if number < 0 { throw Failure() }
        }

        deinit { close(number) }

        func state() throws(Failure) -> FileState {
            var status = Glibc.stat()
            guard fstat(number, &status) == 0 else { throw Failure() }
            return FileState(status)
        }

        /// Lets reads wait for data.
        func waitForData() { _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) & ~O_NONBLOCK) }

        func readAll(expecting size: Int) throws(Failure) -> [UInt8] { try Platform.readAll(number, expecting: size) }

        /// Runs `body` with the number of the file, which stays open as long.
        func withNumber(_ body: (Int32) throws -> Void) rethrows { try body(number) }

        /// Gives the file an owner, group and permissions; what the system does not allow is left.
        func take(over state: FileState) {
            _ = fchown(number, state.owner, state.group)
            _ = fchmod(number, mode_t(state.permissions))
        }

        func synchronise() throws(Failure) {
            guard fsync(number) == 0 || errno == EINVAL else { throw Failure() }
        }
    }

    /// Bytes of the largest input that is read.
    static let maximumSize = 1 << 31

    fileprivate static func readAll(_ descriptor: Int32, expecting size: Int) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var failure: Failure?
        var isAtEnd = false
        // One byte more than the file has shows its end without another allocation.
        var capacity = max(size + 1, 4096)
        while !isAtEnd && failure == nil {
            let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                while count < buffer.count {
                    let received = read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
                    if received > 0 {
                        count += received
                        // A file that was found to have so many bytes has given all, though more were asked for.
                        if count == size, bytes.isEmpty {
                            isAtEnd = true
                            return
                        }
                    } else if received == 0 {
                        isAtEnd = true
                        return
                    } else if errno != EINTR {
                        failure = Failure()
                        return
                    }
                }
            }
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
            capacity = max(capacity, 1 << 16)
            // Neither a pipe nor a file that grows says how much will come.
            if bytes.count > maximumSize { failure = .tooLarge }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Writes to a file that is open under this number.
    static func write(_ bytes: [UInt8], toDescriptor descriptor: Int32) throws(Failure) {
        var failure: Failure?
        bytes.withUnsafeBufferPointer { buffer in
            var written = 0
            while written < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
                if count >= 0 {
                    written += count
                } else if errno != EINTR {
                    failure = Failure()
                    return
                }
            }
        }
        if let failure { throw failure }
    }

    /// What stands in a directory.
    struct DirectoryEntry: Sendable {
        /// Its name, in which letters are replaced where they are not UTF-8.
        let name: String
        /// Whether the name is UTF-8, so that it leads to the entry.
        let isUTF8: Bool
        /// What the directory says that it is; nil for a symbolic link, and where the file system does not say.
        let type: FileType?
    }

    /// What stands in a directory, in no order.
    static func entries(in path: String) throws(Failure) -> [DirectoryEntry] {
        guard let directory = opendir(path) else { throw Failure() }
        defer { closedir(directory) }
        var entries: [DirectoryEntry] = []
        while let entry = readdir(directory) {
            let type: FileType? =
                switch Int(entry.pointee.d_type) {
                case DT_DIR: .directory
                case DT_REG: .regular
                default: nil
                }
            let (name, isUTF8) = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) {
                    String(validatingCString: $0).map { ($0, true) } ?? (String(cString: $0), false)
                }
            }
            if name == "." || name == ".." { continue }
            entries.append(DirectoryEntry(name: name, isUTF8: isUTF8, type: type))
        }
        return entries
    }

    static func rename(_ old: String, to new: String) throws(Failure) {
        guard Glibc.rename(old, new) == 0 else { throw Failure() }
    }

    static func remove(_ path: String) { _ = unlink(path) }

    /// Fails where this user may not write to a file that is there.
    static func checkWritable(_ path: String) throws(Failure) {
        guard access(path, W_OK) == 0 else { throw Failure() }
    }

    /// Removes a directory that is empty.
    static func removeDirectory(_ path: String) { _ = rmdir(path) }

    /// Makes a directory that only this user can look into; fails where one of the name exists.
    static func makePrivateDirectory(_ path: String) throws(Failure) {
        guard mkdir(path, 0o700) == 0 else { throw Failure() }
    }

    /// Makes a directory and those above it that are missing.
    static func makeDirectory(_ path: String) throws(Failure) {
        if path.isEmpty || mkdir(path, 0o777) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else { throw Failure() }
        try makeDirectory(String(path[..<slash]))
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw Failure() }
    }

    /// The path with all symbolic links resolved.
    static func resolve(_ path: String) throws(Failure) -> String {
        guard let resolved = realpath(path, nil) else { throw Failure() }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    static var currentDirectory: String {
        guard let path = getcwd(nil, 0) else { return "." }
        defer { free(path) }
        return String(cString: path)
    }

    // MARK: Standard streams

    static func readStandardInput() throws(Failure) -> [UInt8] { try readAll(STDIN_FILENO, expecting: 0) }
    static func writeOutput(_ bytes: [UInt8]) throws(Failure) { try write(bytes, toDescriptor: STDOUT_FILENO) }
    static func writeError(_ text: String) { try? write(Array(text.utf8), toDescriptor: STDERR_FILENO) }
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Columns of the terminal at standard output, or nil.
    static var terminalWidth: Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Makes the streams safe to write to. A write to a closed pipe, or beyond the limit of a file's size,
    /// fails instead of ending the program. A standard stream that is closed keeps its number, so that no
    /// file that is opened later takes it and receives what was meant for the stream.
    static func prepareStreams() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
            // Opened the wrong way round, it still fails as a closed stream does.
            _ = open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    // MARK: Process

    static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    static func exit(_ code: Int32) -> Never { Glibc.exit(code) }
    static var secondsSince1970: Int { time(nil) }
    static var processID: Int32 { getpid() }

    /// Milliseconds of a clock that only goes forward.
    static var milliseconds: Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }

    static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    // MARK: Threads

    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Runs `body` on so many threads, this one among them, and waits for all.
    static func run(onThreads count: Int, _ body: @escaping @Sendable () -> Void) {
        var threads: [pthread_t] = []
        for _ in 1..<max(1, count) {
            var thread = pthread_t()
            let work = Unmanaged.passRetained(Work(body))
            let status = pthread_create(
                &thread, nil,
                { argument in
                    if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
                    return nil
                }, work.toOpaque())
            if status == 0 { threads.append(thread) } else { work.release() }
        }
        body()
        for thread in threads { pthread_join(thread, nil) }
    }
}
