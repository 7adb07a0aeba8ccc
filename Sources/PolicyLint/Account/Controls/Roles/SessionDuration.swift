/// Whether the sessions of roles that people assume end within half a working day.
enum SessionDuration: Control {
    static let metadata = ControlMetadata(
        id: "session-duration", group: .roles, title: "sessions of roles for people are short",
        closes: "a stolen session works until it ends, without MFA", guide: 3,
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html")
        ])

    /// Seconds. AWS allows one to twelve hours, starts with one, and recommends no number.
    private static let longest = 4 * 3600

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        SignIn.byRole(SignIn.ways(evidence)).map { check($0[0].role) }
    }

    private static func check(_ role: RoleEvidence) -> ChecklistLine {
        let name = ShellWord.option("role-name", role.name)
        guard let session = role.maximumSession else {
            return cannotTell(
                .role(role.name), EvidenceGap("the export does not tell how long a session may last"),
                next: "export the role by itself: the authorization details leave it out",
                command: ExportCommand.role(role.name))
        }
        let seconds = session.value.value
        let said = [session.evidence("`MaxSessionDuration` is \(seconds)", at: session.value.span)]
        if seconds <= longest { return pass(.role(role.name), "a session lasts at most \(hours(seconds))", said) }
        return open(
            .role(role.name), "a session may last \(hours(seconds))", said,
            next: "let it end sooner: who works longer takes a new one",
            command: "aws iam update-role \(name) --max-session-duration 3600")
    }

    private static func hours(_ seconds: Int) -> String {
        if seconds % 3600 != 0 { return "\(seconds / 60) minutes" }
        return seconds == 3600 ? "1 hour" : "\(seconds / 3600) hours"
    }
}
