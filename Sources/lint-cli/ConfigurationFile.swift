import ArgumentParser
import PolicyLint

/// Finds and reads the configuration.
enum ConfigurationFile {
    /// The configuration of a path that a person gave, else of `POLICYLINT_CONFIG`, else the nearest one
    /// from the current directory up to the root of its repository.
    static func read(named path: String?) throws -> Configuration {
        guard let path = path ?? Platform.environment("POLICYLINT_CONFIG") ?? nearest() else { return Configuration() }
        let file: SourceFile
        do {
            file = try InputReader.read(path).file
        } catch {
            throw ValidationError("\(error.path): \(error.message)")
        }
        do {
            let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
            return try Configuration(yaml: file.bytes).inDirectory(directory)
        } catch {
            throw ValidationError("\(path):\(error.line):\(error.column): \(error.message)")
        }
    }

    private static func nearest() -> String? {
        var directory = Platform.currentDirectory
        while true {
            let prefix = directory == "/" ? "/" : directory + "/"
            for name in Configuration.fileNames where (try? Platform.state(of: prefix + name)) != nil {
                return prefix + name
            }
            guard (try? Platform.state(of: prefix + ".git")) == nil, let slash = directory.lastIndex(of: "/"),
                directory != "/"
            else { return nil }
            directory = slash == directory.startIndex ? "/" : String(directory[..<slash])
        }
    }
}
