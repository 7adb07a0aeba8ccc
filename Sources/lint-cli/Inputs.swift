import PolicyLint

/// What a person asked to have linted.
struct Inputs {
    /// Files and directories; `-` is standard input, none is the current directory.
    var paths: [String] = []
    /// Files that the configuration leaves out.
    var excluded: [PathPattern] = []
    /// Where files lie as seen from the configuration, where that matters.
    var places: FilePlaces?
    /// The name under which standard input goes.
    var standardInputName = "<stdin>"
    var threads = Platform.coreCount
    /// Whether they are exports of an account, which may have all sorts of names, and which Git mostly ignores.
    var areExports = false

    /// Whether standard input is asked for.
    var readStandardInput: Bool { paths.contains("-") }

    /// The files below the paths.
    func files() -> FileCollector.Found {
        let named = paths.filter { $0 != "-" }
        if named.isEmpty && !paths.isEmpty { return FileCollector.Found() }
        var found = FileCollector(threads: threads, readsExports: areExports).collect(named.isEmpty ? ["."] : named)
        if !excluded.isEmpty {
            let count = found.files.count
            found.files.removeAll(where: isExcluded)
            if found.files.isEmpty, count > 0 {
                Output.complain(
                    "the configuration excludes \(count == 1 ? "the one file" : "all \(count) files") here")
            }
        }
        return found
    }

    /// Whether the configuration leaves a file out; standard input by the name under which it goes.
    func isExcluded(_ file: String) -> Bool {
        excluded.contains { places?.matches($0, file) ?? $0.matches(file: RelativePath(file)) }
    }

    /// The reports of all inputs, and what could not be read.
    func lint(with linter: Linter) -> LintRun.Outcome {
        let run = LintRun(linter: linter, threads: threads)
        let found = files()
        var outcome = run.lint(found.files)
        outcome.failures += found.failures
        if readStandardInput, !isExcluded(standardInputName) {
            do {
                let input = try InputReader.readStandardInput(name: standardInputName)
                outcome.reports.insert(contentsOf: run.lint(input.file).reports, at: 0)
            } catch {
                outcome.failures.append(error)
            }
        }
        return outcome
    }
}
