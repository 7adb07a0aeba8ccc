extension LongUnusedCredentials: CorrectableControl {
    static func steps(closing lines: [ChecklistLine], in account: CorrectionInput) -> [CorrectionStep] {
        IdleKeySteps.steps(closing: lines, days: days, in: account)
    }
}
