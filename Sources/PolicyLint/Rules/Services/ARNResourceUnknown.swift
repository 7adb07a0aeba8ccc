/// An ARN whose last field is like that of none of its service's resources.
enum ARNResourceUnknown: PolicyRule {
    static let metadata = RuleMetadata(
        id: "arn-resource-unknown", wing: .services, severity: .warning,
        kinds: [.principalPolicies, DocumentKinds(.resourcePolicy, .resourceControlPolicy, .vpcEndpointPolicy)],
        fixes: [.suggestion],
        references: [
            .accessAnalyzer("INVALID_ARN_RESOURCE"),
            .documentation(
                "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html"
            ),
            .peer(.parliament, "RESOURCE_MISMATCH"),
            .peer(.iamPolicyValidator, "action_resource_matching.resource_mismatch"),
            .peer(.cfnLint, "I3510"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for misfit in context.misfitResources where misfit.flaw == .resource {
            let nearest = nearest(to: misfit)
            context.report(
                .unknown(misfit, nearest, context.catalogue.date), at: misfit.resource.span,
                fix: nearest.map { near in
                    let edit = context.editing.replace(misfit.resource.span, withString: near)
                    return Fix("write `\(near)`", .suggestion, [edit])
                })
        }
    }

    /// The same ARN with the word that a type of its service begins with, of which its own is a slip.
    private static func nearest(to misfit: MisfitResource) -> String? {
        let text = misfit.resource.value
        guard let resource = text.arnFields?.last else { return nil }
        if let name = ImpossibleName.found(service: misfit.arn.service, resource: resource) {
            return text[..<resource.startIndex] + name.mended + resource.dropFirst(name.beginning.count)
        }
        guard let word = firstWord(resource), !word.hasWildcard else { return nil }
        var words: [String] = []
        for form in misfit.forms {
            guard let other = firstWord(form.resourceText), !words.contains(where: { $0 == other }) else { continue }
            words.append(String(other))
        }
        guard let near = NearestWord.find(String(word), among: words) else { return nil }
        let mended = text[..<resource.startIndex] + near + resource.dropFirst(word.count)
        guard let arn = ResourceARN.of(String(mended)), misfit.forms.contains(where: { $0.hasResource(of: arn) }) else {
            return nil
        }
        return String(mended)
    }

    /// What stands before the first slash or colon, if it is a word.
    private static func firstWord(_ resource: Substring) -> Substring? {
        guard let end = resource.utf8.firstIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }),
            !resource[..<end].utf8.contains(UInt8(ascii: "$"))
        else { return nil }
        return resource[..<end]
    }
}

extension Message {
    fileprivate static func unknown(_ misfit: MisfitResource, _ nearest: String?, _ date: String) -> Message {
        let question = nearest.map { "; did you mean `\($0.excerpt)`?" } ?? ""
        let first = misfit.likeliestForm?.example ?? ""
        let more = misfit.forms.count > 1 ? ", or another of its \(misfit.forms.count) forms" : ""
        return Message(
            "AWS documents no resource of `\(misfit.arn.service)` with an ARN like this, as of \(date)\(question)",
            help: "write an ARN such as `\(first)`\(more); as it is, it most likely stands for nothing")
    }
}
