import DigestGraph

let graph = try Extractor().extract("Peru and Ecuador signed an agreement.", id: "linkage")
print(graph.document.id, graph.mentions.count)
