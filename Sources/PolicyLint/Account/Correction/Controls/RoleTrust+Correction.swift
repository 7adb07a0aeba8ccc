extension RoleTrust: CorrectableControl {
    /// Trust policies are corrected as all policies are; here is the role that is not there yet.
    static func steps(closing lines: [ChecklistLine], in account: CorrectionInput) -> [CorrectionStep] {
        guard let line = lines.first(where: { $0.subject == .account }) else { return [] }
        return AdministratorRole.steps(in: account, closes: [line])
    }
}
