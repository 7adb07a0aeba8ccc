@testable import PolicyLint

/// What no request to AWS has. A fix that takes away what stands for nothing is not judged by it.
enum ImpossibleRequest {
    /// Whether no request carries a value in a condition key; the key in lower case.
    ///
    /// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-private-ip-address>,
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-region>,
    /// and those beside `EnumeratedKey` and `KeyValueForm`.
    static func hasValue(_ value: String, ofKey key: String) -> Bool {
        if key == "aws:sourceip" { return AddressRange(value)?.isPrivate == true }
        // The keys of Regions end so.
        if key.hasSuffix("region") || key.hasSuffix("regions") {
            return ServiceCatalogue.embedded.standing(ofRegion: value) == .unknown
        }
        if let form = KeyValueForm(ofKey: key, TextHash(key)), !form.mayBe(value) { return true }
        guard let enumerated = EnumeratedKey.key(key), enumerated.isClosed else { return false }
        return !enumerated.words.contains(value)
    }

    /// Whether there is no resource of an ARN, since all resources that end like it have no Region or no account.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>.
    static func isOn(_ resource: String) -> Bool {
        // A folder of a bucket is an object with an empty name, of which the forms speak as little as there is one.
        guard let arn = ResourceARN.of(resource.hasSuffix("/") ? resource + "x" : resource) else { return false }
        let forms = ServiceCatalogue.embedded.resourceForms(inARNsOf: arn.service).filter { $0.hasResource(of: arn) }
        return !forms.isEmpty
            && forms.allSatisfy { $0.region(of: arn) == .superfluous || $0.account(of: arn) == .superfluous }
    }
}
