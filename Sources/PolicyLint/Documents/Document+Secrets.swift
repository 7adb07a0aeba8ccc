extension Document {
    /// The places in the document's text that no output may show.
    var secrets: [SourceSpan] {
        switch content {
        case .credentials(let list):
            list.credentials.flatMap { [$0.secretAccessKey, $0.sessionToken, $0.password].compactMap { $0 } }
        case .sharedFile, .policy, .credentialReport, .accountSummary, .virtualMFADevices, .callerIdentity,
            .bucketVersioning, .unreadable:
            []
        }
    }
}
