extension DocumentFinder {
    /// Why a file of an export, in which no document was found, cannot be read as an answer of the AWS CLI: one that is
    /// cut off mostly does not show any more which it was. Nil where it can be read, or is none.
    func flaw(ofAnswer file: SourceFile, _ reading: Reading) -> UnreadableText? {
        let isNamedJSON = file.pathExtension == "json"
        switch reading {
        case .json(.success): return nil
        case .json(.failure(let error)):
            guard isNamedJSON || Self.mayBeAnswer(file) else { return nil }
            return UnreadableText(error.message, at: error.span)
        case .documents: return isNamedJSON ? EncodingCheck.reason(file.bytes) : nil
        }
    }

    /// Whether a file that is not named `.json` may be an answer all the same. Notes may begin with a quote or a
    /// bracket, and hardly with a brace.
    private static func mayBeAnswer(_ file: SourceFile) -> Bool {
        answerExtensions.contains(file.pathExtension)
            && file.bytes.first { $0 > UInt8(ascii: " ") } == UInt8(ascii: "{")
    }

    private static let answerExtensions: Set<String> = ["", "txt", "out"]
}
