/// Finds documents that are no JSON: shared files, console downloads, environment files and credential
/// reports.
enum TextDocuments {
    /// The documents of a file whose kind a person gave.
    static func documents(in file: SourceFile, _ text: SourceText, kind: DocumentKind) -> [Document] {
        switch kind {
        case .sharedCredentials, .sharedConfig: return [SharedFileReader.document(text, kind: kind)]
        case .credentialReport: return [CredentialReportReader.document(in: text)]
        case .commandError:
            if let error = commandError(text) { return [error] }
            let reason = UnreadableText("this is no error of the AWS CLI", at: .at(0))
            return [unreadable(reason, kind, text)]
        case .environmentFile:
            if DocumentFinder.looksLikeJSON(text.bytes), let root = try? JSONReader(text.bytes).root {
                return [unreadable(.other(than: kind, at: root.span), kind, text)]
            }
            return [list(EnvironmentFile.read(text) ?? CredentialsList([]), kind, text)]
        case .credentialsDownload:
            if let credentials = ConsoleDownload.read(file, text) { return [list(credentials, kind, text)] }
            let reason = UnreadableText(
                "this is no download of credentials from the AWS console",
                help: "its first line names the columns, `Access key ID,Secret access key` among them", at: .at(0))
            return [unreadable(reason, kind, text)]
        case .identityPolicy, .resourcePolicy, .trustPolicy, .permissionsBoundary, .serviceControlPolicy,
            .resourceControlPolicy, .sessionPolicy, .vpcEndpointPolicy, .credentialsAnswer, .accountSummary,
            .virtualMFADevices, .callerIdentity, .accountPrincipal, .bucketVersioning, .versioningConfiguration,
            .passwordPolicy, .accessKeyList, .mfaDeviceList, .loginProfile, .organizationsFeatures, .attachedPolicies,
            .policyEntities, .serverCertificates, .openIDConnectProviders, .samlProviders, .budgets,
            .budgetNotifications, .budgetNotification,
            .budgetSubscribers, .budgetRequest, .configurationRecorders, .configurationRecorderStatus,
            .deliveryChannels, .configRules, .eventRules, .eventTargets, .analyzers, .trails, .trailStatus,
            .eventSelectors, .buckets, .publicAccessBlock,
            .bucketLifecycle, .bucketWithoutPolicy, .iamExport, .iamUser, .iamGroup, .iamRole, .managedPolicy:
            let reason: UnreadableText
            do {
                _ = try JSONReader(text.bytes)
                reason = .other(than: kind, at: SourceSpan(0, text.bytes.count))
            } catch {
                reason = UnreadableText(error.message, at: error.span)
            }
            return [unreadable(reason, kind, text)]
        }
    }

    /// The documents of a file, recognised from its name and content.
    static func recognise(_ file: SourceFile, _ text: SourceText) -> [Document] {
        if let kind = SharedFileName.kind(of: file) { return [SharedFileReader.document(text, kind: kind)] }
        if CredentialReportReader.recognises(text.bytes) { return [CredentialReportReader.document(in: text)] }
        if let error = commandError(text) { return [error] }
        if mayBeDownload(file), let credentials = ConsoleDownload.read(file, text) {
            return [list(credentials, .credentialsDownload, text)]
        }
        if mayBeEnvironment(file), let credentials = EnvironmentFile.read(text) {
            return [list(credentials, .environmentFile, text)]
        }
        return []
    }

    private static func list(_ credentials: CredentialsList, _ kind: DocumentKind, _ text: SourceText) -> Document {
        Document(
            kind: kind, content: .credentials(credentials), text: text, span: SourceSpan(0, text.bytes.count))
    }

    private static func commandError(_ text: SourceText) -> Document? {
        CommandError(text.bytes).map { error in
            Document(
                kind: .commandError, content: .accountAnswer(.commandError(error)), text: text,
                span: error.code.span)
        }
    }

    private static func unreadable(_ reason: UnreadableText, _ kind: DocumentKind, _ text: SourceText) -> Document {
        Document(kind: kind, content: .unreadable(reason), text: text, span: SourceSpan(0, text.bytes.count))
    }

    /// Downloads are small; a large table is somebody's data.
    private static func mayBeDownload(_ file: SourceFile) -> Bool {
        guard file.bytes.count < 1 << 20 else { return false }
        let name = file.lastComponent.lowercased()
        return file.pathExtension == "csv" || name.hasPrefix("rootkey") || SharedFileName.isUnnamed(file)
    }

    private static func mayBeEnvironment(_ file: SourceFile) -> Bool {
        guard file.bytes.count < 1 << 20 else { return false }
        let name = file.lastComponent.lowercased()
        return name == "env" || name.hasPrefix(".env") || name.hasSuffix(".env") || name.contains(".env.")
            || scriptNames.contains(name) || scriptExtensions.contains(file.pathExtension)
            || SharedFileName.isUnnamed(file)
    }

    private static let scriptExtensions: Set<String> = ["sh", "bash", "zsh", "fish", "ps1", "bat", "cmd", "envrc"]
    private static let scriptNames: Set<String> = [
        ".bashrc", ".bash_profile", ".profile", ".zshrc", ".zshenv", ".zprofile",
    ]
}
