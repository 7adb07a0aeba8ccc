/// An ARN in `Resource` or `NotResource` that has none of the forms that AWS documents for its service.
struct MisfitResource: Sendable {
    /// What is wrong with an ARN.
    enum Flaw: Hashable, Sendable {
        /// A Region or an account does not stand as it should in the ARNs of this resource.
        case fields(region: ResourceForm.FieldStanding, account: ResourceForm.FieldStanding)
        /// The service has no resource whose last field is like this.
        case resource
    }

    /// What is found of an ARN by itself.
    struct Finding: Sendable {
        let flaw: Flaw
        let forms: [ResourceForm]
    }

    /// The resource as written.
    let resource: Located<String>
    /// The same in its fields.
    let arn: ResourceARN
    /// Its statement.
    let statement: Statement
    /// Whether it stands in `NotResource`.
    let isExcepted: Bool
    /// What is wrong with it.
    let flaw: Flaw
    /// The forms that its last field has; where it has none, those of its service.
    let forms: [ResourceForm]

    /// Whether the policy allows less with an ARN that AWS has, in the place of one that stands for nothing.
    var isNarrowedByMending: Bool { statement.denies != isExcepted && (statement.denies || statement.allows) }

    /// Of its forms, the one whose last field begins most like its own.
    var likeliestForm: ResourceForm? {
        let own = arn.resource.utf8.asciiLowercased
        var best: (form: ResourceForm, length: Int)?
        for form in forms {
            let length = zip(form.resourceText.utf8, own).prefix { $0.asciiLowercased == $1 }.count
            if length > best?.length ?? -1 { best = (form, length) }
        }
        return best?.form
    }

    /// The misfit in a doubtful resource; nil where it has a form.
    init?(_ doubtful: DoubtfulResource) {
        guard let found = doubtful.finding.misfit, let arn = ResourceARN.of(doubtful.resource.value) else { return nil }
        resource = doubtful.resource
        self.arn = arn
        statement = doubtful.statement
        isExcepted = doubtful.isExcepted
        flaw = found.flaw
        forms = found.forms
    }

    /// What is wrong with an ARN. A service for which the catalogue has no resource types has no misfits.
    static func find(_ arn: ResourceARN, _ catalogue: ServiceCatalogue) -> Finding? {
        let service = arn.service
        guard !service.isEmpty, !service.hasWildcard, !arn.resource.isEmpty else { return nil }
        if Self.hasColonInBucket(arn)
            || ImpossibleName.found(service: service, resource: arn.resource) != nil
        {
            return Finding(flaw: .resource, forms: catalogue.resourceForms(inARNsOf: service))
        }
        // Most ARNs have a form of their own service, which is quickly found.
        let fits = catalogue.hasResourceForm(ofService: service, like: arn) {
            $0.hasService(service) && Self.fits($0, arn)
        }
        if fits { return nil }
        let forms = catalogue.resourceForms(inARNsOf: service)
        if forms.isEmpty || forms.contains(where: { Self.fits($0, arn) }) { return nil }
        if let tail = arn.tail, forms.contains(where: { $0.fitsAcrossFields(arn, tail) }) { return nil }
        var likely = forms.filter { $0.hasResource(of: arn) }
        // Some resources have several forms, of which the nearest is meant.
        let near = likely.filter { $0.region(of: arn) == .fits || $0.account(of: arn) == .fits }
        if !near.isEmpty { likely = near }
        guard let first = likely.first else {
            return UndocumentedResource.has(arn) ? nil : Finding(flaw: .resource, forms: forms)
        }
        let region = first.region(of: arn)
        let account = first.account(of: arn)
        // Where forms differ, nobody can tell which of them is meant.
        guard likely.allSatisfy({ $0.region(of: arn) == region && $0.account(of: arn) == account }) else {
            return nil
        }
        return Finding(flaw: .fields(region: region, account: account), forms: likely)
    }

    /// Whether a colon stands in the name of a bucket, which has letters, digits, dots, hyphens and, of old,
    /// underscores.
    ///
    /// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html>.
    private static func hasColonInBucket(_ arn: ResourceARN) -> Bool {
        guard arn.service == "s3", arn.region.isEmpty, arn.account.isEmpty else { return false }
        let name = arn.resource.utf8.prefix { byte in
            byte != UInt8(ascii: "/") && byte != UInt8(ascii: "*") && byte != UInt8(ascii: "?")
        }
        return name.contains(UInt8(ascii: ":"))
    }

    private static func fits(_ form: ResourceForm, _ arn: ResourceARN) -> Bool {
        form.region(of: arn) == .fits && form.account(of: arn) == .fits && form.hasResource(of: arn)
    }
}
