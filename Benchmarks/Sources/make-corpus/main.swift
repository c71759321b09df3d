// make-corpus FOLDER MEGABYTES NAMES: writes corpus.jsonl ({"id","text"} a line), names.txt (a name a line), people.tsv
// (the same names as a table) and expected.txt (how many of the names stand in the texts) for programs that read files.
import NewsCorpus

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

func stop(_ words: String, _ status: Int32) -> Never {
  _ = words.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  exit(status)
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let megabytes = Double(arguments[2]), let count = Int(arguments[3]) else {
  stop("usage: make-corpus FOLDER MEGABYTES NAMES\n", 64)
}

func save(_ bytes: [UInt8], to name: String) {
  guard let file = fopen("\(arguments[1])/\(name)", "wb"), fwrite(bytes, 1, bytes.count, file) == bytes.count,
    fclose(file) == 0
  else {
    stop("make-corpus: cannot write \(arguments[1])/\(name)\n", 74)
  }
}

/// The text of these digests needs no other escapes.
func line(_ index: Int, _ text: [UInt8]) -> [UInt8] {
  var line = Array("{\"id\":\"d\(index)\",\"text\":\"".utf8)
  for byte in text {
    switch byte {
    case UInt8(ascii: "\n"): line += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): line += [UInt8(ascii: "\\"), byte]
    default: line.append(byte)
    }
  }
  return line + Array("\"}\n".utf8)
}

// All corpora name the same people, whoever knows how many of them.
let corpus = NewsCorpus(bytes: Int(megabytes * 1e6), names: NameList(count: 100_000))
let known = NameList(count: count)
save(corpus.documents.enumerated().flatMap { line($0.offset, $0.element.text) }, to: "corpus.jsonl")
save(Array((known.names.joined(separator: "\n") + "\n").utf8), to: "names.txt")
save(known.table, to: "people.tsv")
save(Array("\(corpus.expected(knowing: count))\n".utf8), to: "expected.txt")
