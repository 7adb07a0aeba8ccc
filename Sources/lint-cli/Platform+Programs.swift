import Glibc

/// Other programs that this one asks.
extension Platform {
    /// What another program prints when it is given a text; nil where it is not installed, fails, or takes longer.
    /// It gets nothing of this program's environment.
    static func output(of program: String, _ arguments: [String], input: String, milliseconds limit: Int) -> String? {
        // As much as a pipe takes while nobody reads.
        guard input.utf8.count <= 60_000, let (child, inner, outer) = start(program, arguments) else { return nil }
        let isWritten = (try? write(Array(input.utf8), toDescriptor: inner)) != nil
        close(inner)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var isWhole = false
        let end = milliseconds + limit
        while isWritten, !isWhole {
            var wait = pollfd(fd: outer, events: Int16(POLLIN), revents: 0)
            guard poll(&wait, 1, Int32(clamping: max(0, end - milliseconds))) > 0 else { break }
            let count = read(outer, &buffer, buffer.count)
            if count < 0 { break }
            isWhole = count == 0
            bytes += buffer[..<count]
        }
        close(outer)
        if !isWhole { kill(child, SIGKILL) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 && errno == EINTR {}
        return isWhole && status == 0 ? String(decoding: bytes, as: UTF8.self) : nil
    }

    /// Starts a program; what is written to `input` is its standard input, and `output` its standard output.
    private static func start(_ program: String, _ arguments: [String]) -> (child: pid_t, input: Int32, output: Int32)?
    {
        var ends: [Int32] = [-1, -1, -1, -1]
        let isPiped = ends.withUnsafeMutableBufferPointer { ends in
            guard let start = ends.baseAddress else { return false }
            return pipe(start) == 0 && pipe(start + 2) == 0
        }
        for end in ends where end >= 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, ends[3], STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var nothing: [UnsafeMutablePointer<CChar>?] = [nil]
        var child = pid_t()
        let isStarted = isPiped && posix_spawnp(&child, program, &actions, nil, &words, &nothing) == 0
        let inner = isStarted ? [ends[0], ends[3]] : ends
        for end in inner where end >= 0 { close(end) }
        return isStarted ? (child, ends[1], ends[2]) : nil
    }
}
