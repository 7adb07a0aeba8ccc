/// The ARN of a service that nobody has heard of.
enum ResourceServiceUnknown: PolicyRule {
    static let metadata = RuleMetadata(
        id: "resource-service-unknown", wing: .services, severity: .warning,
        kinds: [.principalPolicies, DocumentKinds(.resourcePolicy, .resourceControlPolicy, .vpcEndpointPolicy)],
        fixes: [.suggestion],
        references: [
            .accessAnalyzer("INVALID_SERVICE"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for doubtful in context.doubtfulResources where doubtful.finding.doubts.contains(.service) {
            let resource = doubtful.resource
            guard let arn = ResourceARN.of(resource.value) else { continue }
            let nearest = nearest(to: arn.service, context.catalogue)
            context.report(
                .unknown(arn.service, nearest, context.catalogue.date), at: resource.span,
                fix: nearest.flatMap { fix(resource, arn.service, $0, context) })
        }
    }

    private static func nearest(to service: String, _ catalogue: ServiceCatalogue) -> String? {
        let names = catalogue.names(meantBy: service)
        return names.count == 1 ? names[0] : catalogue.nearestService(to: service)
    }

    private static func fix(
        _ resource: Located<String>, _ service: String, _ name: String, _ context: RuleContext
    ) -> Fix? {
        guard let range = resource.value.firstRange(of: ":\(service):") else { return nil }
        let mended = resource.value[..<range.lowerBound] + ":\(name):" + resource.value[range.upperBound...]
        return Fix(
            "write `\(mended)`", .suggestion, [context.editing.replace(resource.span, withString: String(mended))])
    }
}

extension Message {
    fileprivate static func unknown(_ service: String, _ nearest: String?, _ date: String) -> Message {
        let question = nearest.map { "; did you mean `\($0)`?" } ?? ""
        return Message(
            "`\(service)` is no service in ARNs, as far as the catalogue of \(date) knows\(question)",
            help: "look the ARN up in the Service Authorization Reference, or give a newer catalogue with `--catalogue`"
        )
    }
}
