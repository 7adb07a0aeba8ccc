import Testing

@testable import PolicyLint

/// Which partitions there are.
@Suite struct PartitionTests {
    @Test("Every partition in which the catalogue has a Region is one that an ARN may name")
    func ofRegions() {
        let catalogue = ServiceCatalogue.embedded
        let partitions = Set(catalogue.regionNames.compactMap { catalogue.partition(ofRegion: $0) })
        #expect(partitions == Set(ResourcePattern.partitions + ["aws"]))
    }
}
