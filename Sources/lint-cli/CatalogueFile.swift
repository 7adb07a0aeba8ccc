import PolicyLint

/// Reads a catalogue of AWS's services that a person gave.
enum CatalogueFile {
    /// The catalogue of a file, or the one in the program where none is named.
    static func read(_ path: String?) throws(Complaint) -> ServiceCatalogue {
        guard let path else { return .embedded }
        let bytes: [UInt8]
        do {
            bytes = try InputReader.read(path).file.bytes
        } catch {
            throw Complaint("\(error.path): \(error.message)")
        }
        do {
            let catalogue = try ServiceCatalogue(bytes)
            if catalogue.date < ServiceCatalogue.embedded.date {
                Output.complain(path, "is of \(catalogue.date), older than the program's own catalogue")
            }
            return catalogue
        } catch {
            throw Complaint("\(path):\(error.line): \(error.message)")
        }
    }
}
