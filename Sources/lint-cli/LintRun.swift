import PolicyLint

/// Lints many files on many threads. The outcome is the same whatever the number of threads.
struct LintRun {
    let linter: Linter
    let threads: Int

    /// The reports, in the order of the paths, and what could not be read.
    struct Outcome {
        var reports: [FileReport] = []
        var failures: [InputReader.Failure] = []
        /// How many inputs the configuration leaves out.
        var excludedFiles = 0
    }

    /// In a box, since it is large and handed on several times.
    private indirect enum FirstLook: Sendable {
        case done(FileReport)
        /// A large export, still to be linted part by part.
        case parts(SourceFile, [FilePart])
        case failed(InputReader.Failure)
    }

    private struct PendingPart: Sendable {
        let index: Int
        let file: SourceFile
        let part: FilePart
    }

    /// Lints the files of these paths.
    func lint(_ paths: [String]) -> Outcome {
        let linter = linter
        return finish(
            paths.concurrentMap(threads: threads, "linting", "files", inGroupsOf: Self.together) { paths in
                Self.look(
                    at: paths.map { path in
                        Result { () throws(InputReader.Failure) in try InputReader.read(path).file }
                    }, linter)
            })
    }

    /// Lints files that were read before. Their reports keep the files' content.
    func lint(_ files: [SourceFile]) -> Outcome {
        let linter = linter
        return finish(
            files.concurrentMap(threads: threads, "linting", "files", inGroupsOf: Self.together) { files in
                Self.look(at: files.map(Result.success), linter, keepingBytes: true)
            })
    }

    /// Lints one file.
    func lint(_ file: SourceFile) -> Outcome {
        finish(Self.look(at: [.success(file)], linter))
    }

    /// How many files, at most, are linted together.
    private static let together = 64

    /// Lints files, but for large exports.
    ///
    /// - Parameter keepingBytes: Whether reports keep the content of files of which no output shows any.
    private static func look(
        at files: [Result<SourceFile, InputReader.Failure>], _ linter: Linter, keepingBytes: Bool = false
    ) -> [FirstLook] {
        var small: [(file: SourceFile, part: FilePart)] = []
        small.reserveCapacity(files.count)
        var looks: [FirstLook?] = files.map { file in
            switch file {
            case .failure(let failure): return .failed(failure)
            case .success(let file):
                let parts = FilePart.parts(of: file, kind: linter.settings.kind(of: file))
                if parts.count > 1 { return .parts(file, parts) }
                small.append((file, parts[0]))
                return nil
            }
        }
        var reports = linter.lint(small)
        if !keepingBytes {
            for index in reports.indices { reports[index].dropNeedlessBytes() }
        }
        // From the last on: so they are moved, and not copied.
        for index in looks.indices.reversed() where looks[index] == nil {
            looks[index] = reports.popLast().map(FirstLook.done)
        }
        return looks.compactMap(\.self)
    }

    private func finish(_ looks: [FirstLook]) -> Outcome {
        var pending: [PendingPart] = []
        for (index, look) in looks.enumerated() {
            guard case .parts(let file, let parts) = look else { continue }
            pending += parts.map { PendingPart(index: index, file: file, part: $0) }
        }
        var byFile: [Int: [FileReport]] = [:]
        for (part, report) in zip(pending, lint(pending)) { byFile[part.index, default: []].append(report) }

        var outcome = Outcome()
        outcome.reports.reserveCapacity(looks.count)
        for (index, look) in looks.enumerated() {
            switch look {
            case .done(let report): outcome.reports.append(report)
            case .parts(let file, _): outcome.reports.append(FileReport(merging: byFile[index] ?? [], of: file))
            case .failed(let failure): outcome.failures.append(failure)
            }
        }
        return outcome
    }

    /// The reports of parts, in their order. Those that others look up come first, all of them: what the others find
    /// is the same whatever the number of threads.
    private func lint(_ parts: [PendingPart]) -> [FileReport] {
        let linter = linter
        var reports = [FileReport?](repeating: nil, count: parts.count)
        for round in [true, false].map({ round in parts.indices.filter { parts[$0].part.isLookedUp == round } }) {
            let found = round.concurrentMap(threads: threads, "linting", "parts of large files") {
                linter.lint(parts[$0].file, parts[$0].part)
            }
            for (index, report) in zip(round, found) { reports[index] = report }
        }
        return reports.compactMap(\.self)
    }
}
