/// How a decoded text is written inside the text around it.
public struct Embedding: Sendable {
    /// The encodings in which AWS hands out documents.
    public enum Form: Sendable, Hashable {
        /// Inside the quotes of a JSON string.
        case jsonString
        /// Percent-encoded (RFC 3986), as the IAM API returns policies.
        case percentEncoded
        /// Base64, as `get-credential-report` returns the report.
        case base64
    }

    /// The encoding.
    public let form: Form
    /// For each run of decoded bytes, where it begins in the outer text.
    let runs: [Run]
    /// The outer offset after the last encoded byte.
    let outerEnd: UInt32

    /// Decoded bytes from `decoded` on stand one for one at `outer`, until the next run.
    struct Run: Sendable {
        let decoded: UInt32
        let outer: UInt32
    }

    /// The outer offset at which the decoded byte at `offset` begins.
    func outerOffset(_ offset: UInt32) -> UInt32 {
        let next = runs.indices.partitioningIndex { runs[$0].decoded > offset }
        guard next > 0 else { return outerEnd }
        let run = runs[next - 1]
        return min(outerEnd, run.outer + (offset - run.decoded))
    }

    /// The outer span of a decoded span.
    func outerSpan(_ span: SourceSpan) -> SourceSpan {
        if form == .base64, let first = runs.first {
            // Six bits to a character: round the start down and the end up.
            return SourceSpan(
                min(outerEnd, first.outer + span.start * 4 / 3), min(outerEnd, first.outer + (span.end * 4 + 2) / 3))
        }
        return SourceSpan(outerOffset(span.start), max(outerOffset(span.start), outerOffset(span.end)))
    }

    /// Builds the runs while a decoder emits bytes.
    struct Builder {
        var decoded: [UInt8] = []
        var runs: [Run] = []
        private var expected = -1

        init(reserving count: Int) { decoded.reserveCapacity(count) }

        /// Emits one decoded byte that is written at `outer`, on one outer byte.
        mutating func append(_ byte: UInt8, at outer: Int) {
            if outer != expected {
                runs.append(Run(decoded: UInt32(decoded.count), outer: UInt32(outer)))
            }
            decoded.append(byte)
            expected = outer + 1
        }

        /// Emits the decoded bytes of one escape sequence that begins at `outer`.
        mutating func append(escape bytes: some Sequence<UInt8>, at outer: Int) {
            for byte in bytes {
                runs.append(Run(decoded: UInt32(decoded.count), outer: UInt32(outer)))
                decoded.append(byte)
            }
            expected = -1
        }

        /// Marks the end of the text, so that a span that ends there maps to `outerEnd`.
        func finish(_ form: Form, outerEnd: Int) -> Embedding {
            Embedding(
                form: form, runs: runs + [Run(decoded: UInt32(decoded.count), outer: UInt32(outerEnd))],
                outerEnd: UInt32(outerEnd))
        }
    }
}
