import Testing

@testable import PolicyLint

@Suite struct LineHashTests {
    @Test(
        "The hashes are those of GitHub's upload action",
        arguments: [
            ("", ["c129715d7a2bc9a3:1"]),
            (
                "{\n  \"Version\": \"2012-10-17\",\r\n\t\"Effect\": \"Allow\"\r}\n",
                [
                    "962806e1f9e8bd39:1", "1d2c4328c87a3d90:1", "1a59d6547f1ceca2:1", "32dce9ccfdbc9d3e:1",
                    "c129715d7a2bc9a3:1",
                ]
            ),
            ("Grüße 🙂\n\tΩ = 1\n", ["8b1c620e49aac4de:1", "e679a1daa7ca258c:1", "c129715d7a2bc9a3:1"]),
            ("\r\n\r\n", ["5b5d4caf73a13177:1", "3c5bef55b72b93c9:1", "c129715d7a2bc9a3:1"]),
            (
                String(repeating: "same line of text\n", count: 12),
                [
                    "3b8de8fad04ece0b:1", "3b8de8fad04ece0b:2", "3b8de8fad04ece0b:3", "3b8de8fad04ece0b:4",
                    "3b8de8fad04ece0b:5", "3b8de8fad04ece0b:6", "b18a2da4936bf677:1", "82d8e02f13f02ca5:1",
                    "3070007f6a24fa3b:1", "63470f70875d8f19:1", "d2c1536154cb0d9f:1", "404029bb00bd8ad:1",
                    "c129715d7a2bc9a3:1",
                ]
            ),
            (
                "\"" + String(repeating: "0123456789", count: 25) + "\"\nend",
                ["9b21abdc6a4641c7:1", "43b6461eda086fe2:1"]
            ),
        ])
    func vectors(text: String, expected: [String]) {
        let hashes = LineHash.hashes(of: Array(text.utf8), lines: Set(1...expected.count))
        #expect((1...expected.count).map { hashes[$0] } == expected)
    }
}
