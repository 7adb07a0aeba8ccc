/// What became of the suppressions of a configuration.
public struct SuppressionTally: Hashable, Sendable {
    /// How many findings are not reported for them, of those that would be.
    public private(set) var hidden = 0
    /// The positions, in the settings, of those that speak of something that was found, even where they have run out.
    public private(set) var used: Set<Int> = []

    /// Whether a suppression hides a finding, which is counted.
    mutating func hides(_ diagnostic: Diagnostic, in file: SourceFile, _ settings: LintSettings) -> Bool {
        var isHidden = false
        for (index, suppression) in settings.suppressions.enumerated()
        where suppression.names(diagnostic, in: file, settings) {
            used.insert(index)
            if !suppression.hasExpired(settings) { isHidden = true }
        }
        if isHidden, diagnostic.severity >= settings.minimumSeverity { hidden += 1 }
        return isHidden
    }

    /// Adds what became of them elsewhere.
    mutating func add(_ other: SuppressionTally) {
        hidden += other.hidden
        used.formUnion(other.used)
    }
}
