/// A session of the root user on the command line.
enum RootSession: Rule {
    static let metadata = RuleMetadata(
        id: "root-session", wing: .root, severity: .warning, kinds: DocumentKinds(.callerIdentity),
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html")
        ] + .cis("1.7", "1.7", "1.6", "2.6", "2.7"))

    static func check(_ document: Document, _ context: inout RuleContext) {
        guard case .callerIdentity(let caller) = document.content, caller.isRoot, let arn = caller.arn else { return }
        context.report(.root(caller.account?.value), at: arn.span)
    }
}

extension Message {
    fileprivate static func root(_ account: String?) -> Message {
        Message(
            "this session is the root user's\(account.map { " of account \($0)" } ?? ""), whom no IAM policy restricts",
            help: "sign out of it, and work as a user or a role of your own; if it has an access key, delete the key")
    }
}
