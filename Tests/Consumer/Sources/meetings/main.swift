// A program of somebody else's: DigestGraph beside Foundation.
import DigestGraph
import Foundation

let extractor = try Extractor()
let graph = extractor.extract(
  "President Ollanta Humala received Ecuadorian President Rafael Correa in Lima on 3 June 2014.", id: "example")
for meeting in graph.meetings {
  let who = meeting.arguments.compactMap(\.entity).joined(separator: ", ")
  print(meeting.type.rawValue, who, meeting.time?.edtf ?? "-")
}
let wire = try JSONEncoder().encode(graph)
guard graph.meetings.count == 1, try JSONDecoder().decode(DocumentGraph.self, from: wire).meetings == graph.meetings
else {
  print("expected one meeting that survives the wire")
  exit(1)
}
