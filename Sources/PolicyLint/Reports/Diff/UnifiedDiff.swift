/// The difference of two versions of a file in the form that `git apply` and `patch` take.
public enum UnifiedDiff {
    /// The patch that makes `new` of `old`, byte for byte; empty where they are equal.
    ///
    /// - Parameters:
    ///   - path: The file's path; a patch names paths from where it is applied, so a leading `/`, every `.`, and
    ///     each `..` behind a folder are left out.
    ///   - context: Number of lines around each change.
    public static func patch(path: String, old: [UInt8], new: [UInt8], context: Int = 3) -> [UInt8] {
        let (before, after) = (TextLines(old), TextLines(new))
        let changes = LineDiff.changes(from: before, to: after)
        guard !changes.isEmpty else { return [] }
        var result = Array("--- \(name(path, in: "a"))\n+++ \(name(path, in: "b"))\n".utf8)
        for hunk in hunks(of: changes, oldCount: before.count, context: context) {
            result += Array("@@ -\(range(hunk.old)) +\(range(hunk.new)) @@\n".utf8)
            var line = hunk.old.lowerBound
            for change in hunk.changes {
                while line < change.old.lowerBound {
                    append(" ", before[line], to: &result)
                    line += 1
                }
                for removed in change.old { append("-", before[removed], to: &result) }
                for added in change.new { append("+", after[added], to: &result) }
                line = change.old.upperBound
            }
            while line < hunk.old.upperBound {
                append(" ", before[line], to: &result)
                line += 1
            }
        }
        return result
    }

    /// A patch for the eyes: what goes, what comes and the headers in colours.
    public static func coloured(_ patch: [UInt8]) -> [UInt8] {
        let paint = Paint(isOn: true)
        var result: [UInt8] = []
        for (index, line) in patch.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            if index > 0 { result.append(UInt8(ascii: "\n")) }
            let style: Paint.Style? =
                switch line.first {
                case _ where index < 2: .strong
                case UInt8(ascii: "-"): .removed
                case UInt8(ascii: "+"): .added
                case UInt8(ascii: "@"): .hunk
                default: nil
                }
            let text = String(decoding: line, as: UTF8.self)
            result += style.map { Array(paint($0, text).utf8) } ?? Array(line)
        }
        return result
    }

    /// Changes that stand close together, with the lines around them.
    struct Hunk: Hashable, Sendable {
        /// The lines of the old text.
        var old: Range<Int>
        /// The lines of the new text.
        var new: Range<Int>
        /// The changes.
        var changes: [LineDiff.Change]
    }

    /// Gathers changes whose surroundings touch.
    static func hunks(of changes: [LineDiff.Change], oldCount: Int, context: Int) -> [Hunk] {
        var hunks: [Hunk] = []
        for change in changes {
            let before = min(context, change.old.lowerBound - (hunks.last?.changes.last?.old.upperBound ?? 0))
            let after = min(context, oldCount - change.old.upperBound)
            let old = change.old.lowerBound - before..<change.old.upperBound + after
            let new = change.new.lowerBound - before..<change.new.upperBound + after
            if let last = hunks.last, old.lowerBound <= last.old.upperBound {
                hunks[hunks.count - 1] = Hunk(
                    old: last.old.lowerBound..<old.upperBound, new: last.new.lowerBound..<new.upperBound,
                    changes: last.changes + [change])
            } else {
                hunks.append(Hunk(old: old, new: new, changes: [change]))
            }
        }
        return hunks
    }

    /// Lines as a hunk's header counts them: from 1; an empty range names the line before it.
    static func range(_ lines: Range<Int>) -> String {
        switch lines.count {
        case 0: "\(lines.lowerBound),0"
        case 1: "\(lines.lowerBound + 1)"
        default: "\(lines.lowerBound + 1),\(lines.count)"
        }
    }

    private static func append(_ sign: Unicode.Scalar, _ line: ArraySlice<UInt8>, to result: inout [UInt8]) {
        result.append(UInt8(ascii: sign))
        result += line
        if line.last != UInt8(ascii: "\n") { result += Array("\n\\ No newline at end of file\n".utf8) }
    }

    /// A path as git writes it: quoted where it holds a quote, a backslash or a control character.
    private static func name(_ path: String, in folder: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
        }
        let full = "\(folder)/\(parts.joined(separator: "/"))"
        let isQuoted = full.utf8.contains {
            $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
        }
        // Behind a name with a space, a tab tells `patch` where the name ends.
        guard isQuoted else { return full.utf8.contains(UInt8(ascii: " ")) ? full + "\t" : full }
        var quoted: [UInt8] = [UInt8(ascii: "\"")]
        for byte in full.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): quoted += [UInt8(ascii: "\\"), byte]
            case 0..<0x20, 0x7F...:
                let octal = String(byte, radix: 8)
                quoted += Array(("\\" + String(repeating: "0", count: 3 - octal.count) + octal).utf8)
            default: quoted.append(byte)
            }
        }
        quoted.append(UInt8(ascii: "\""))
        return String(decoding: quoted, as: UTF8.self)
    }
}
