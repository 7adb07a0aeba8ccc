extension [RuleMetadata.Reference] {
    /// The controls of the CIS AWS Foundations Benchmark in its versions 3.0, 4.0, 5.0, 6.0 and 7.0;
    /// nil where a version has none.
    static func cis(
        _ version3: String?, _ version4: String?, _ version5: String?, _ version6: String?, _ version7: String?
    ) -> [RuleMetadata.Reference] {
        let controls = [("3.0", version3), ("4.0", version4), ("5.0", version5), ("6.0", version6), ("7.0", version7)]
        return controls.compactMap { version, control in control.map { .cis(version: version, control: $0) } }
    }
}
