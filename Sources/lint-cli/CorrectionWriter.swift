import PolicyLint

/// Writes the files of a correction into a directory: all of them or none.
enum CorrectionWriter {
    /// Writes to a directory that is new or empty. The files come into a directory beside it, which takes its
    /// name once all is written.
    static func write(_ files: [CorrectionFile], to path: String) throws(FileWriter.Failure) {
        var target = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        do {
            if let state = try? Platform.state(of: target) {
                guard state.type == .directory else { throw FileWriter.Failure(path: path, message: "is a file") }
                guard try Platform.entries(in: target).isEmpty else {
                    throw FileWriter.Failure(path: path, message: "is not empty; --fix takes a new directory")
                }
                target = try Platform.resolve(target)
            } else if let slash = target.lastIndex(of: "/"), slash != target.startIndex {
                try Platform.makeDirectory(String(target[..<slash]))
            }
            let temporary = "\(target).policylint-\(Platform.processID)"
            try Platform.makePrivateDirectory(temporary)
            do {
                for file in files {
                    try makeFolders(of: file, in: temporary)
                    try FileWriter.write(
                        "\(temporary)/\(file.path)", file.bytes, permissions: file.isExecutable ? 0o700 : 0o600)
                }
                try Platform.rename(temporary, to: target)
            } catch {
                remove(files, in: temporary)
                throw error
            }
        } catch let failure as FileWriter.Failure {
            throw failure
        } catch let failure as Platform.Failure {
            throw FileWriter.Failure(path: path, message: "cannot be written: \(failure.message)")
        } catch {
            throw FileWriter.Failure(path: path, message: "cannot be written")
        }
    }

    private static func makeFolders(of file: CorrectionFile, in directory: String) throws(Platform.Failure) {
        var path = directory
        for folder in file.path.split(separator: "/").dropLast() {
            path += "/" + folder
            if (try? Platform.state(of: path)) == nil { try Platform.makePrivateDirectory(path) }
        }
    }

    private static func remove(_ files: [CorrectionFile], in directory: String) {
        for file in files {
            var path = file.path[...]
            Platform.remove("\(directory)/\(path)")
            while let slash = path.lastIndex(of: "/") {
                path = path[..<slash]
                Platform.removeDirectory("\(directory)/\(path)")
            }
        }
        Platform.removeDirectory(directory)
    }
}
