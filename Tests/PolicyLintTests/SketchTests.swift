import Testing

@testable import PolicyLint

/// What is found of texts eight bytes at a time, against the plainest way.
@Suite struct SketchTests {
    /// Texts of every length up to three words of eight bytes, of letters that a sketch tells apart.
    private static let texts: [String] = {
        var generator = SeededGenerator(seed: 7)
        let letters = Array("azAZ09:*?${}-_/.é \u{7F}")
        return (0..<2_000).map { number in
            String((0..<number % 26).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
        } + ["", "*", "**", "?", ":", "s3:GetObject", "s3:Get*", "*:*", "${aws:username}", "s3:", ":GetObject"]
    }()

    @Test("Bytes are found wherever they stand", arguments: [(0, 0x20), (0x3A, 0x41), (0x2A, 0x2A), (0, 0x7F)])
    func places(low: UInt8, high: UInt8) {
        for text in Self.texts {
            text.withBytes { bytes in
                var found: [Int] = []
                bytes.forEachPlace(of: low, through: high, in: bytes.indices) { found.append($0) }
                let wanted = bytes.indices.filter { bytes[$0] >= low && bytes[$0] <= high }
                #expect(found == wanted, "in \(text)")
                #expect(bytes.firstPlace(of: low, through: high, in: bytes.indices) == wanted.first)
            }
        }
    }

    @Test("What is neither letter nor digit is found, and what is not ASCII")
    func others() {
        for text in Self.texts {
            text.withBytes { bytes in
                var found: [Int] = []
                bytes.forEachPlaceOfOthers { found.append($0) }
                #expect(found == bytes.indices.filter { !bytes[$0].isLetter && !bytes[$0].isDigit }, "in \(text)")
                #expect(bytes.isASCII == bytes.allSatisfy { $0 < 0x80 })
            }
        }
    }

    @Test("Texts have the same hash where they differ in case alone, and else another")
    func hashes() {
        var known: [TextHash: String] = [:]
        for text in Set(Self.texts) {
            let folded = text.withBytes { String(decoding: $0.asciiLowercased, as: UTF8.self) }
            #expect(TextHash(text) == TextHash(folded))
            // `_` and DEL differ in the bit of the case, too.
            let key = folded.replacing("_", with: "\u{7F}")
            #expect(known.updateValue(key, forKey: TextHash(text)) ?? key == key, "of \(text)")
        }
        #expect(known.count > 1_000)
    }

    @Test("A text that stands twice is found among few and among many", arguments: [2, 8, 9, 40, 1_500])
    func repetitions(count: Int) {
        let sketches = (0..<count).map { TextSketch("s3:Get\($0)") }
        #expect(!sketches.mayRepeat)
        for place in [0, count / 2, count - 1] {
            var repeated = sketches
            repeated.insert(sketches[place], at: count - 1 - place)
            #expect(repeated.mayRepeat)
        }
    }

    @Test("A sketch says what stands in a text")
    func traits() {
        var counts: [UInt8: Int] = [:]
        for text in Self.texts {
            var wanted: TextSketch.Traits = []
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            if text.contains(where: "*?".contains) { wanted.insert(.wildcard) }
            if parts[0].contains(where: "*?".contains) { wanted.insert(.wildcardInPrefix) }
            if text.contains("${") { wanted.insert(.variable) }
            let isName = parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { $0.isLetter || $0.isDigit || "*?-_".utf8.contains($0) }
            }
            let isStars = !text.isEmpty && text.allSatisfy { $0 == "*" }
            if !(isStars || (parts.count == 2 && isName)) { wanted.insert(.noAction) }
            let sketch = TextSketch(text)
            #expect(sketch.traits == wanted, "of \(text)")
            #expect(sketch.prefixHash == (parts.count > 1 ? TextHash(String(parts[0])) : nil), "of \(text)")
            counts[wanted.rawValue, default: 0] += 1
        }
        #expect(counts.count > 8)
    }

    @Test("A sketch lets every pattern through that matches an action")
    func actions() {
        let patterns = ["*", "*:*", "?3:Get*", "s3:*", "S3:getobject", "s3:Get?bject", "iam:*", "s3:GetObjectAcl"]
        let action = ActionName("s3:GetObject")
        let passed = patterns.filter { TextSketch($0).mayMatch(action: action) }
        #expect(passed == ["*", "*:*", "?3:Get*", "s3:*", "S3:getobject", "s3:Get?bject"])
    }
}
