extension BucketPublicAccessBlock: CorrectableControl {
    static func steps(closing lines: [ChecklistLine], in account: CorrectionInput) -> [CorrectionStep] {
        PublicAccessSteps.steps(closing: lines)
    }
}
