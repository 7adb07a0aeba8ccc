/// How grave a diagnostic is.
public enum Severity: String, CaseIterable, Comparable, Sendable {
    /// Worth knowing; nothing has to change.
    case note
    /// Weakens security or readability, or only some tools accept it.
    case warning
    /// AWS refuses the document, it does not do what it says, or access lies open.
    case error

    /// Orders from note to error.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}
