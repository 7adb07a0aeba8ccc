import Testing

@testable import PolicyLint

@Suite struct PathOrderTests {
    @Test(
        "Paths are in the order of their texts",
        arguments: [
            [], ["one.json"], ["b/a.json", "b.json", "b/", "b"], ["a", "a", ""],
            ["x/Amazon.json", "x/AmazonEC2.json", "x/AmazonEC2ReadOnly.json", "x/AWS.json", "x/amazon.json"],
            ["x/e\u{301}.json", "x/f.json", "x/\u{E9}a.json", "x/e.json"],
        ])
    func order(paths: [String]) {
        #expect(PathOrder.sorted(paths) == paths.sorted())
        #expect(PathOrder.sorted(paths.reversed()) == paths.sorted())
    }

    @Test("So are paths of which many begin alike")
    func manyPaths() {
        var generator = SeededGenerator(seed: 7)
        let paths = (0..<500).map { _ in
            "policies/" + (0..<Int.random(in: 0...20, using: &generator)).map { _ in "aAb-/." }.joined().prefix(9)
                + String(Int.random(in: 0...400, using: &generator))
        }
        #expect(PathOrder.sorted(paths) == paths.sorted())
    }
}
