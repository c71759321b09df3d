import DigestExport

/// Pages of `extract help TOPIC`, beside those of the commands.
struct HelpTopic {
  /// What a user asks for.
  var name: String
  /// What the page is about, in a few words.
  var abstract: String
  /// The page.
  var text: String

  /// All topics.
  static let all: [HelpTopic] = [.formats, .input, .dates, .outputs, .completions]

  /// The topic with this name.
  static func named(_ name: String) -> HelpTopic? { all.first { $0.name == name } }

  /// The topics in a list, for the end of the help.
  static var list: String {
    let width = all.map(\.name.count).max() ?? 0
    let lines = all.map {
      "  extract help \($0.name)\(String(repeating: " ", count: width - $0.name.count))  \($0.abstract)\n"
    }
    return "HELP TOPICS:\n" + lines.joined()
  }

  private static var formats: HelpTopic {
    let formats = ExportFormat.all.map { ($0.name, $0.abstract) }
    let sqlite = ("sqlite", "one SQLite database, in builds with the package trait SQLite")
    let width = formats.map(\.0.count).max() ?? 0
    let lines = (formats + [sqlite]).map {
      "  \($0.0)\(String(repeating: " ", count: max(width - $0.0.count, 0)))  \($0.1)\n"
    }
    return HelpTopic(
      name: "formats", abstract: "what --format writes",
      text: """
        Formats of --format. One that draws or merges a graph holds all documents in memory until the end; the others
        write each document as soon as it is read.

        \(lines.joined())
        EXAMPLES:
          extract digest.txt                               read it in the terminal
          extract --summary-only digests/                  statements and sources, without the sentences
          extract --format html digests/ -o page.html      look at it in a browser, send it to somebody
          extract --format svg digests/ -o graph.svg       a picture
          extract --format dot digests/ | dot -Tpdf -o graph.pdf
          extract --format jsonl digests/ -o graphs.jsonl  keep it: convert, filter, merge and diff read this
          extract convert graphs.jsonl --format graphml -o graph.graphml

        """)
  }

  private static let input = HelpTopic(
    name: "input", abstract: "texts, folders, standard input, JSON Lines",
    text: """
      A text is UTF-8, with or without a byte order mark; broken bytes are read as U+FFFD and reported. Folders are
      searched for *.txt and *.text, and with --input jsonl for *.jsonl and *.ndjson, in the order of their paths;
      hidden files are left out. Standard input is -, and what is read where no file is named.

      A line of JSON Lines is an object with "id" and "text", and "date", "title", "source" if it has them. Each is
      answered in order, and only a few are held in memory. A bad line costs that line: it is named, and the exit status
      is 1.

      EXAMPLES:
        extract digests/ more/digest.txt
        curl -s https://example.org/digest.txt | extract -
        extract --input jsonl --format jsonl < articles.jsonl > graphs.jsonl
        extract --jobs 1 digests/                     one after the other

      """)

  private static let dates = HelpTopic(
    name: "dates", abstract: "the document's date, and how dates are read",
    text: """
      "Monday" and "last year" are counted from the document's date. That is the "date" of a JSON line, else --date, else
      the one in the text's own header or dateline, else none: then they stay unresolved, and the summary says so.

      03.04.2025 is 3 April; with --month-first it is March 4.

      --timeml marks dates and times as TimeML does ("the past three days" is a duration, a range is two dates). --queries
      reads what one says to a calendar: dates look ahead, spans take in "before", "from" and the like. --decimal-comma reads
      1,500 as one and a half.

      EXAMPLES:
        extract --date 2025-05-09 digest.txt
        extract --date 2025-05 digest.txt             the month is all that is known
        extract --month-first digest.txt

      """)

  private static let outputs = HelpTopic(
    name: "outputs", abstract: "files, pipes, colours, progress, exit status",
    text: """
      With --output a file appears whole or not at all: it is written beside its place and renamed at the end, so that a
      run that fails or is interrupted leaves an older file as it was. Standard output is written as the work goes on.

      The summary is as wide as the terminal (at most 120 columns), or as COLUMNS says; colours are for terminals and go
      away with NO_COLOR=1. A long run whose results go to a file or a pipe says on standard error how far it is, if that
      is a terminal; --quiet silences it.

      EXIT STATUS:
        0   all well
        1   some document could not be read, or the output not written; standard error says which and why
        2   extract diff: a file could not be read
        64  wrong usage

      EXAMPLES:
        extract --format json digest.txt -o graph.json
        extract digest.txt | less
        COLUMNS=100 NO_COLOR=1 extract digest.txt > summary.txt

      """)

  private static let completions = HelpTopic(
    name: "completions", abstract: "completions for bash, zsh and fish; the manual",
    text: """
      The tool writes the completions of its commands and options for a shell:

        extract --generate-completion-script bash > ~/.local/share/bash-completion/completions/extract
        extract --generate-completion-script zsh > ~/.zfunc/_extract        with ~/.zfunc in fpath
        extract --generate-completion-script fish > ~/.config/fish/completions/extract.fish

      The manual is docs/extract.1 of the source: man -l docs/extract.1, or copy it to
      /usr/local/share/man/man1.

      """)
}
