/// The steps that block public access to buckets.
enum PublicAccessSteps {
    /// A step for each bucket.
    static func steps(closing lines: [ChecklistLine]) -> [CorrectionStep] {
        lines.compactMap { line in
            guard case .bucket(let name) = line.subject else { return nil }
            return CorrectionStep(
                id: "public-access-block \(name)", stage: .publicAccess, title: "block public access to bucket \(name)",
                closes: [line],
                caution: "what the bucket is to show to the public, such as a website, is shown no longer",
                commands: [PublicAccessBlock.command(forBucket: name)])
        }
    }
}
