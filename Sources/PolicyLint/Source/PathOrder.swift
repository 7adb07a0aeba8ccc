/// The order of the paths of files, which is that of their texts.
public enum PathOrder {
    /// The paths in order. Those below one directory begin alike, and most differ in the eight bytes behind that, which are
    /// compared as one number.
    public static func sorted(_ paths: [String]) -> [String] {
        // Only where all letters are ASCII, their bytes say the same as their characters.
        guard let first = paths.first, paths.allSatisfy({ $0.withBytes { $0.isASCII } }) else { return paths.sorted() }
        let alike = first.withBytes { first in
            paths.reduce(first.count) { alike, path in path.withBytes { $0.sharedBeginning(with: first, upTo: alike) } }
        }
        let keyed = paths.map { path in
            (key: path.withBytes { $0.part(alike..<$0.count).firstWord.byteSwapped }, path: path)
        }
        return keyed.sorted { $0.key != $1.key ? $0.key < $1.key : $0.path < $1.path }.map { $0.path }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// How many of the first bytes are those of others, so many at most.
    fileprivate func sharedBeginning(with other: UnsafeBufferPointer<UInt8>, upTo limit: Int) -> Int {
        let limit = Swift.min(limit, count, other.count)
        var index = 0
        while index < limit, self[index] == other[index] { index += 1 }
        return index
    }
}
