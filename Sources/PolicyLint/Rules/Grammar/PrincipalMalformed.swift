/// A principal that has not the form of its type.
enum PrincipalMalformed: StatementRule {
    static let metadata = RuleMetadata(
        id: "principal-malformed", wing: .grammar, severity: .error, kinds: .policiesWithPrincipal,
        fixes: [.preserving, .suggestion],
        references: [
            .accessAnalyzer("INVALID_PRINCIPAL_FORMAT"), .accessAnalyzer("INVALID_SERVICE_PRINCIPAL_FORMAT"),
            .accessAnalyzer("INVALID_ARN_ACCOUNT"),
            .accessAnalyzer("INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"),
            .peer(.parliament, "UNKNOWN_PRINCIPAL"), .peer(.cfnLint, "E3512"),
            .peer(.cfnLint, "E3530"), .peer(.cfnLint, "E3513"),
        ])

    static let concerns: Statement.Contents = .principals

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        if let block = statement.principal.value { check(block, &context) }
        if let block = statement.notPrincipal.value { check(block, &context) }
    }

    private static func check(_ block: PrincipalBlock, _ context: inout RuleContext) {
        for entry in block.entries {
            guard let type = entry.type, let list = entry.list else { continue }
            for item in list.items {
                guard let flaw = flaw(of: item.value, as: type, context) else { continue }
                let fix = flaw.type.flatMap { move(entry, to: $0, block, context) }
                context.report(
                    flaw.message, at: item.span, fix: fix ?? flaw.name.map { write($0, at: item.span, context) })
            }
        }
    }

    private struct Flaw {
        let message: Message
        /// The type under which the principal belongs.
        var type: Principal.PrincipalType?
        /// The service principal that may be meant.
        var name: String?
    }

    private static func flaw(of text: String, as type: Principal.PrincipalType, _ context: RuleContext) -> Flaw? {
        if text.isEmpty { return Flaw(message: .empty) }
        if text == "*", type != .aws {
            // In a trust policy it is a matter of its own whom `*` lets in; through an endpoint of AWS STS pass the
            // requests of those who sign in by a provider.
            let kind = context.document.kind
            if kind == .trustPolicy || kind == .vpcEndpointPolicy && type == .federated { return nil }
            return Flaw(message: .nobody(type.rawValue, isService: type == .service))
        }
        if text.hasWildcard || text.hasVariable { return nil }
        if let other = Principal.PrincipalType(ofPrincipal: text), other != type, other != .aws || type == .service {
            return Flaw(message: .ofOtherType(text, other.rawValue, type.rawValue), type: other)
        }
        switch type {
        case .aws: return awsFlaw(text)
        case .service: return serviceFlaw(text, context.catalogue)
        case .federated: return isProvider(text) ? nil : Flaw(message: .noProvider(text))
        case .canonicalUser: return nil
        }
    }

    /// Whether a text is the ARN of an identity provider, with its name, or a domain of one.
    private static func isProvider(_ text: String) -> Bool {
        switch Principal(type: .federated, value: Located(text, at: .at(0))).identity {
        case .openIDConnectProvider(let url): !url.isEmpty
        case .samlProvider(let arn): !arn.typeAndName.name.isEmpty
        default: false
        }
    }

    private static func awsFlaw(_ text: String) -> Flaw? {
        let identity = Principal(type: .aws, value: Located(text, at: .at(0))).identity
        switch identity {
        case .other: return Flaw(message: text.utf8.allSatisfy(\.isDigit) ? .noAccount(text) : .noPrincipal(text))
        case .account(let account, _): return accountFlaw(account)
        case .user(let arn), .role(let arn), .roleSession(let arn), .federatedSession(let arn):
            guard arn.region.isEmpty, arn.account == cloudFront || isPathAndName(arn.typeAndName.name) else {
                return Flaw(message: .noPrincipal(text))
            }
            // A session has the name of its role, without the role's path, and its own.
            if case .roleSession = identity, arn.typeAndName.name.split(separator: "/").count != 2 {
                return Flaw(message: .noPrincipal(text))
            }
            return accountFlaw(arn.account)
        default: return nil
        }
    }

    /// Whether a text can be the name of a user, role or session, behind a path or the name of the session's role.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>.
    private static func isPathAndName(_ text: Substring) -> Bool {
        let name = text.utf8.reversed().prefix { $0 != UInt8(ascii: "/") }
        return !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isDigit || namePunctuation.contains($0) }
            && text.utf8.allSatisfy { (0x21...0x7F).contains($0) }
    }

    private static let namePunctuation = Array("_+=,.@-".utf8)

    /// What stands in the place of the account of CloudFront's users, whose names have spaces.
    private static let cloudFront = "cloudfront"

    /// An account of digits must have twelve of them.
    private static func accountFlaw(_ account: String) -> Flaw? {
        if AmazonResourceName.isAccountID(account) || account == cloudFront { return nil }
        return Flaw(message: .noAccount(account))
    }

    private static func serviceFlaw(_ text: String, _ catalogue: ServiceCatalogue) -> Flaw? {
        let isName = text.utf8.allSatisfy {
            $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
        if isName && ServiceDomain.has(text) { return nil }
        let meant = serviceName(meantBy: text, catalogue)
        return Flaw(message: .noService(text, meant), name: meant)
    }

    /// The principal of a service in its right domain, where one is known by the first parts of a name.
    private static func serviceName(meantBy text: String, _ catalogue: ServiceCatalogue) -> String? {
        var parts = text.split(separator: ".")
        while !parts.isEmpty {
            let name = parts.joined(separator: ".") + ServiceDomain.usual
            if catalogue.servicePrincipal(name) != nil { return name }
            parts.removeLast()
        }
        return nil
    }

    private static func write(_ name: String, at span: SourceSpan, _ context: RuleContext) -> Fix {
        Fix("write `\(name)`", .suggestion, [context.editing.replace(span, withString: name)])
    }

    /// Gives the entry the right type, where it is the only one and all that it holds is of that type.
    private static func move(
        _ entry: PrincipalBlock.Entry, to type: Principal.PrincipalType, _ block: PrincipalBlock, _ context: RuleContext
    ) -> Fix? {
        guard block.entries.count == 1, let list = entry.list,
            list.items.allSatisfy({ Principal.PrincipalType(ofPrincipal: $0.value) == type })
        else { return nil }
        return Fix("write `\(type.rawValue)`", .preserving, [context.editing.rename(entry.member, to: type.rawValue)])
    }
}

extension Message {
    fileprivate static let empty = Message(
        "the principal is empty", help: "name the principal, or remove the empty string",
        issue: "INVALID_PRINCIPAL_FORMAT")

    fileprivate static func ofOtherType(_ text: String, _ type: String, _ written: String) -> Message {
        Message(
            "`\(text.excerpt)` stands under `\(written.excerpt)`, but belongs under `\(type)`",
            help: "write `\"\(type)\": \"\(text)\"`",
            issue: written == Principal.PrincipalType.service.rawValue
                ? "INVALID_SERVICE_PRINCIPAL_FORMAT" : "INVALID_PRINCIPAL_FORMAT")
    }

    fileprivate static func noService(_ text: String, _ meant: String?) -> Message {
        let question = meant.map { ": did you mean `\($0)`?" } ?? ""
        return Message(
            "`\(text.excerpt)` is no service principal\(question)",
            help: "write the service's full name, such as `ec2.amazonaws.com`",
            issue: "INVALID_SERVICE_PRINCIPAL_FORMAT")
    }

    fileprivate static func nobody(_ type: String, isService: Bool) -> Message {
        Message(
            "`*` is no principal of type `\(type)`; it stands for everyone under `AWS` alone",
            help: isService
                ? "name the services, such as `cloudtrail.amazonaws.com`" : "name those who are meant",
            issue: isService ? "INVALID_SERVICE_PRINCIPAL_FORMAT" : "INVALID_PRINCIPAL_FORMAT")
    }

    fileprivate static func noAccount(_ text: String) -> Message {
        Message(
            "`\(text.excerpt)` is no account: an account has twelve digits",
            help: "write all twelve, leading zeros and all, and no dashes", issue: "INVALID_ARN_ACCOUNT")
    }

    fileprivate static func noProvider(_ text: String) -> Message {
        Message(
            "`\(text.excerpt)` is no identity provider",
            help: "write the ARN of one, such as `arn:aws:iam::111122223333:saml-provider/NAME`",
            issue: "INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY")
    }

    fileprivate static func noPrincipal(_ text: String) -> Message {
        Message(
            "`\(text.excerpt)` is no user, role, session or account",
            help: "write an ARN such as `arn:aws:iam::111122223333:role/NAME`; groups cannot be principals",
            issue: "INVALID_PRINCIPAL_FORMAT")
    }
}
