/// Colours text for a terminal, or leaves it as it is.
struct Paint: Sendable {
    /// Whether to colour at all.
    let isOn: Bool

    /// The looks that reports use.
    enum Style: String, CaseIterable {
        case error, warning, note, gutter, strong, removed, added, hunk, pass, faint

        fileprivate var code: String {
            switch self {
            case .error: "1;31"
            case .warning: "1;33"
            case .note: "1;36"
            case .gutter: "1;34"
            case .strong: "1"
            case .removed: "31"
            case .added: "32"
            case .hunk: "36"
            case .pass: "1;32"
            case .faint: "2"
            }
        }

        /// The look that a terminal is told with this code; nil where there is none.
        init?(code: String) {
            guard let style = Self.allCases.first(where: { $0.code == code }) else { return nil }
            self = style
        }

        /// The look of a severity.
        init(_ severity: Severity) {
            switch severity {
            case .error: self = .error
            case .warning: self = .warning
            case .note: self = .note
            }
        }
    }

    /// The text in a style.
    func callAsFunction(_ style: Style, _ text: String) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(style.code)m\(text)\u{1B}[0m" : text
    }
}
