/// What the program knows of the terminal it writes to.
enum Terminal {
    /// When output is coloured.
    enum ColorChoice: String, CaseIterable { case auto, always, never }

    /// Whether standard output is coloured: as the person says, else as `NO_COLOR`
    /// (<https://no-color.org>) and `CLICOLOR_FORCE` or `FORCE_COLOR` say, else on a terminal.
    static func usesColor(_ choice: ColorChoice) -> Bool {
        switch choice {
        case .always: return true
        case .never: return false
        case .auto: break
        }
        if let value = Platform.environment("NO_COLOR"), !value.isEmpty { return false }
        for name in ["CLICOLOR_FORCE", "FORCE_COLOR"] {
            if let value = Platform.environment(name), !value.isEmpty, value != "0" { return true }
        }
        return Platform.outputIsTerminal && !isDumb
    }

    /// Whether the terminal knows no escape sequences.
    static var isDumb: Bool { Platform.environment("TERM") == "dumb" }
}
