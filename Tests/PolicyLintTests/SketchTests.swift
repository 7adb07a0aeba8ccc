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

    @Test("Texts are the same where all bytes are, and a NUL byte is found wherever it stands")
    func sameBytes() {
        for text in Self.texts {
            let bytes = Array(text.utf8)
            bytes.withUnsafeBufferPointer { these in
                #expect(text.withBytes(these.hasSameBytes))
                #expect(!these.holdsNUL(upTo: these.count))
            }
            for index in bytes.indices {
                var others = bytes
                others[index] = 0
                others.withUnsafeBufferPointer { those in
                    #expect(!text.withBytes(those.hasSameBytes), "in \(text)")
                    #expect(those.holdsNUL(upTo: those.count) && !those.holdsNUL(upTo: index), "in \(text)")
                }
            }
        }
    }

    @Test("Texts that come from a pool are those that were asked for, whatever was there before")
    func pool() {
        var pool = TextPool()
        var texts: [SketchedText] = []
        let wanted = Self.texts + Self.texts.map { $0.uppercased() } + [String(repeating: "a", count: 300)]
        for text in wanted + wanted { text.withBytes { pool.add($0, to: &texts) } }
        #expect(texts.map(\.text) == wanted + wanted)
        for text in texts { #expect(text.sketch.hash == TextHash(text.text)) }
    }

    @Test("A text is found where it stands first", arguments: ["", "a", "${", "{{", "é", "::", "z0", "aaaa"])
    func texts(wanted: String) {
        for text in Self.texts {
            let bytes = Array(text.utf8)
            let places = 0...max(0, bytes.count - wanted.utf8.count)
            let first = places.first { bytes[$0...].starts(with: wanted.utf8) }
            let found = text.firstRange(of: wanted)
            #expect(found.map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } == first, "in \(text)")
            #expect(found.map { String(text[$0]) == wanted } ?? true)
            #expect(text.contains(wanted) == (first != nil))
        }
    }

    @Test("Answers to questions about texts are found once, and some are forgotten where there are too many")
    func memo() {
        let memo = TextMemo<Int>(limit: 300)
        var found: [String] = []
        func count(_ text: String) -> Int {
            memo.answer(text) {
                found.append(text)
                return text.utf8.count
            }
        }
        let texts = Array(Set(Self.texts).sorted().prefix(200))
        for _ in 0..<2 {
            for text in texts { #expect(count(text) == text.utf8.count) }
            for text in texts { text.withBytes { #expect(memo.answer($0) { _ in -1 } == $0.count) } }
        }
        #expect(found == texts)
        // Of names that differ in case alone each has its own.
        #expect(count("s3:GETOBJECT") == memo.answer("S3:getobject") { 12 })
        for number in 0..<300 { _ = count("\(number) and more") }
        #expect(texts.map(count) == texts.map(\.utf8.count))
        #expect(found.count > 2 * texts.count)
    }

    @Test("A name is found among others, whatever the case of its letters")
    func names() {
        let wanted = Self.texts.enumerated().filter { $0.offset % 31 == 0 }.map(\.element)
        let set = NameSet(wanted)
        for text in Self.texts {
            let first = wanted.firstIndex { $0.equalsIgnoringCase(text) }
            #expect(set.position(of: text, TextHash(text)) == first, "of \(text)")
            #expect(set.contains(text) == (first != nil))
            #expect(first == nil || !set.bits.isDisjoint(with: NameBits(TextHash(text))))
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
        let texts = (0..<count).map { "s3:Get\($0)" }
        #expect(JSONStrings(texts).sketches.repetitions.isEmpty)
        for place in [0, count / 2, count - 1] {
            var repeated = texts
            repeated.insert(texts[place], at: count - 1 - place)
            #expect(JSONStrings(repeated).sketches.repetitions.count == 1)
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
            if text.contains("{{") { wanted.insert(.template) }
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
