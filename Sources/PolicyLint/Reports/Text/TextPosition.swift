/// A place in a file as people and programs count: lines and columns from 1.
struct TextPosition: Hashable, Sendable {
    /// Bytes before it in the file.
    let offset: Int
    /// Unicode code points before it in the file; a byte order mark is none.
    let characterOffset: Int
    /// The line.
    let line: Int
    /// The column in Unicode code points.
    let column: Int
    /// The column in UTF-16 code units, as SARIF and editors count.
    let utf16Column: Int
    /// The column in bytes.
    let utf8Column: Int
}
