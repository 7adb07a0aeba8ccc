extension SessionDuration: CorrectableControl {
    static func steps(closing lines: [ChecklistLine], in account: CorrectionInput) -> [CorrectionStep] {
        lines.compactMap { line in
            guard case .role(let role) = line.subject else { return nil }
            return CorrectionStep(
                id: "session \(role)", stage: .protection, title: "let sessions of role \(role) end after an hour",
                closes: [line], caution: "who works longer assumes the role again",
                commands: [
                    CorrectionStep.command("iam", "update-role", ["role-name": role, "max-session-duration": "3600"])
                ])
        }
    }
}
