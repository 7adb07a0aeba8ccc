/// How the program ends; the same in every format.
enum ExitCode: Int32, Error {
    /// No finding at or above `--fail-on`.
    case clean = 0
    /// Findings at or above `--fail-on`; for `fix --diff`, changes.
    case findings = 1
    /// Usage, configuration or reading failed.
    case failure = 2
}
