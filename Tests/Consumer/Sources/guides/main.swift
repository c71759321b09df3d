// The code of the guides; a test compares the two.
import DigestExport
import DigestGraph

let text =
  "Weekly digest, 13 June 2025\n\nPeru's President Dina Boluarte met Chile's President Gabriel Boric in Lima on June 10."

let extractor = try Extractor()
let graph = extractor.extract(text, id: "2025-06-13", date: "2025-06-13")
for meeting in graph.meetings where meeting.status.isActual {
  let who = meeting.arguments.compactMap { $0.entity.flatMap(graph.entity)?.name }
  print(meeting.type, who, meeting.time?.edtf ?? "-", meeting.evidence[0].text)
}
for project in graph.projects { print(project.entity.name, project.countries) }

var options = ExtractionOptions()
options.offsets = .utf16
let counted = try Extractor(options: options).extract(text, id: "counted")
for mention in counted.mentions { print(mention.start, mention.end, mention.text) }

let other = extractor.extract("Peru and Chile signed an agreement in Lima on 3 June 2025.", id: "other")
let set = try GraphSet(merging: [graph, other])
for edge in set.graph.edges { print(edge.source, edge.type, edge.target, edge.weight) }

let part = graph.filtered(by: GraphFilter(types: [.met, .received], from: "2025-06"))
let difference = GraphDifference(from: [graph], to: [part])
for change in difference.changes { print(change) }

let wire: [UInt8] = graph.json()
let back = try DocumentGraph(json: wire)
print(back == graph)

let people = "id\tname\tcountry\nperson:ana-quispe\tAna Quispe\tPE\n"
let own = try Extractor(lexicons: [LexiconSource(tables: [(name: "people.tsv", text: people)])])
let read = own.extract("President Ana Quispe met President Gabriel Boric in Lima on 3 June 2025.", id: "own")
print(read.entity("person:ana-quispe")?.basis == .lexicon)

let chunks = try ExportFormat.names.export([ExportDocument(graph)], merged: nil)
print(String(decoding: chunks.flatMap(\.bytes), as: UTF8.self))

guard graph.meetings.count == 1, back == graph, read.entity("person:ana-quispe") != nil, !chunks.isEmpty else {
  fatalError("the guides promise something else")
}
