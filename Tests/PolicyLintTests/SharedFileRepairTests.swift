import Testing

@testable import PolicyLint

/// A repair of a shared file leaves every value where it is that a tool used before.
@Suite struct SharedFileRepairTests {
    /// What a tool reads: the values by profile and setting.
    private typealias Reading = [String: String]

    @Test("A key that no tool reads never takes the place of the one in force")
    func keyInForce() {
        let keys = "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = NotARealSecret\n"
        let rivals = [
            "export aws_access_key_id = AKIAI44QH8DHBEXAMPLE\n",
            "region = x\n  aws_access_key_id = AKIAI44QH8DHBEXAMPLE\n",
            "aws_access_key_id : AKIAI44QH8DHBEXAMPLE\n", "[ a ]\naws_access_key_id = AKIAI44QH8DHBEXAMPLE\n",
            "[a\naws_access_key_id = AKIAI44QH8DHBEXAMPLE\n",
        ]
        for rival in rivals {
            let text = "[a]\n" + keys + rival
            #expect(fixed(text) == text)
        }
    }

    @Test("Whatever is repaired, what the SDKs and the AWS CLI used stays in force")
    func randomFiles() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<1000 {
            var number = 0
            let lines = (0..<Int.random(in: 2...9, using: &generator)).map { _ in
                number += 1
                return Self.forms.randomElement(using: &generator)?.replacing("N", with: "\(number)") ?? ""
            }
            let text = "[a]\n" + lines.map { $0 + "\n" }.joined()
            let corrected = fixed(text)
            for (name, before, after) in [
                ("the SDKs", Self.sdks(text), Self.sdks(corrected)),
                ("the AWS CLI", Self.cli(text), Self.cli(corrected)),
            ] {
                guard let before else { continue }
                #expect(
                    before.allSatisfy { after?[$0.key] == $0.value }, "\(name): \(text)\nbecame\n\(corrected)")
            }
        }
    }

    private static let forms = [
        "region = N", "region : N", "export region = N", "  region = N", "  region : N", "output = N",
        "export output = N",
        "  output = N", "output: N", "REGION = N", "[a]", "[ a ]", "[b]", "  [b]", "[b ]", "[profile a]", "[profile b]",
        "[DEFAULT]", "",
    ]

    private func fixed(_ text: String) -> String {
        var settings = LintSettings()
        settings.kind = .sharedCredentials
        let file = SourceFile(name: ".aws/credentials", text: text)
        return String(decoding: FixEngine(Linter(settings: settings)).fix(file).file.bytes, as: UTF8.self)
    }

    /// Sections of one name are one, blanks in the brackets do not count, the last value wins, and a line with `:` or
    /// `export` sets nothing. An indented line continues the value above it, whose first line alone is compared.
    private static func sdks(_ text: String) -> Reading? {
        var reading: Reading = [:]
        var section = ""
        var isAtStart = true
        for line in text.split(separator: "\n") {
            if line.hasPrefix(" ") {
                // They refuse the file for it.
                if isAtStart { return nil }
                continue
            }
            if line.hasPrefix("[") {
                section = line.dropFirst().dropLast().trimming()
                isAtStart = true
                continue
            }
            isAtStart = false
            guard !section.hasPrefix("profile "), section != "DEFAULT",
                let delimiter = line.firstIndex(where: { $0 == "=" || $0 == ":" }), line[delimiter] == "=",
                !line.hasPrefix("export ")
            else { continue }
            reading["\(section)/\(line[..<delimiter].trimming().lowercased())"] = line[delimiter...].dropFirst()
                .trimming()
        }
        return reading
    }

    /// Nil where configparser refuses the file: a section or a setting stands twice.
    private static func cli(_ text: String) -> Reading? {
        var reading: Reading = [:]
        var defaults: Reading = [:]
        var sections: Set<String> = []
        var section = ""
        var hasSetting = false
        var indentation = 0
        for line in text.split(separator: "\n") {
            let indent = line.prefix { $0 == " " }.count
            if hasSetting, indent > indentation { continue }
            indentation = indent
            if line.trimming().hasPrefix("[") {
                section = String(line.trimming().dropFirst().dropLast())
                if !sections.insert(section).inserted, section != "DEFAULT" { return nil }
                hasSetting = false
                continue
            }
            hasSetting = true
            guard let delimiter = line.firstIndex(where: { $0 == "=" || $0 == ":" }) else { return nil }
            let name = line[..<delimiter].trimming().lowercased()
            let value = line[delimiter...].dropFirst().trimming()
            if section == "DEFAULT" {
                defaults[name] = value
            } else if reading.updateValue(value, forKey: "\(section)/\(name)") != nil {
                return nil
            }
        }
        for section in sections where section != "DEFAULT" {
            for (name, value) in defaults where reading["\(section)/\(name)"] == nil {
                reading["\(section)/\(name)"] = value
            }
        }
        // What stands under a name that no tool takes for a setting or a profile is nothing in force.
        return reading.filter { key, _ in
            !key.contains("/export ") && !key.hasPrefix(" ") && !key.hasPrefix("profile ") && !key.contains(" /")
        }
    }
}

extension Substring {
    fileprivate func trimming() -> String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
