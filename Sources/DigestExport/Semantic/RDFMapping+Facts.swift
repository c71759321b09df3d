import DigestModel

extension RDFMapping {
  func write<Sink: RDFSink>(_ figure: Figure, to sink: inout Sink) {
    sink.resource(document.part(figure.id), RDFClass.figure) { fields in
      fields.text(.id, figure.id)
      fields.link(.isPartOf, document)
      fields.span(figure.span)
      fields.text(.text, figure.text)
      fields.text(.kind, figure.kind.rawValue)
      fields.text(.timex, figure.timex)
      fields.text(.edtf, figure.edtf)
      fields.text(.mod, figure.mod)
      fields.text(.anchorDate, figure.anchor?.date)
      fields.text(.anchorFrom, figure.anchor?.from.rawValue)
      fields.number(.value, figure.value)
      fields.number(.low, figure.low)
      fields.number(.high, figure.high)
      fields.text(.bound, figure.bound?.rawValue)
      fields.text(.unit, figure.unit)
      fields.text(.ucum, figure.ucum)
      fields.text(.currency, figure.currency)
      fields.text(.of, figure.of)
      fields.link(.equivalent, figure.equivalent.map { document.part($0) })
      fields.text(.rule, figure.rule)
    }
  }

  func write<Sink: RDFSink>(_ change: Change, to sink: inout Sink) {
    sink.resource(document.part(change.id), RDFClass.change) { fields in
      fields.text(.id, change.id)
      fields.link(.isPartOf, document)
      fields.link(.from, change.from.map { document.part($0) })
      fields.link(.to, change.to.map { document.part($0) })
      fields.link(.by, change.by.map { document.part($0) })
      fields.text(.direction, change.direction.rawValue)
      fields.number(.ratio, change.ratio)
      fields.number(.difference, change.difference)
      fields.texts(.computed, change.computed)
      fields.text(.measure, change.measure)
      fields.text(.rule, change.rule)
    }
  }

  func write<Sink: RDFSink>(_ relation: Relation, to sink: inout Sink) {
    let name = document.part(relation.id)
    let classes = RDFClass.relation(relation.type)
    let isEvent = classes.contains("schema:Event")
    sink.resource(name, classes) { fields in
      fields.text(.id, relation.id)
      fields.text(.type, relation.type.rawValue)
      fields.text(.status, relation.status.rawValue)
      if isEvent { fields.link(.eventStatus, Self.eventStatus(relation.status)) }
      writeTimeAndPlace(relation, isEvent, to: &fields)
      fields.text(.reason, relation.reason)
      fields.text(.confidence, relation.confidence.rawValue)
      if let conflicts = relation.conflicts, !conflicts.isEmpty {
        fields.links(.term(.conflictsWith), conflicts.unique.map { document.part($0) })
      }
      for role in Role.allCases {
        let players = relation.arguments(role).compactMap(\.entity)
        if !players.isEmpty { fields.links(.role(role), players.unique.map(thing)) }
      }
      let arguments = relation.arguments.indices.map { name.piece("argument", $0) }
      if !arguments.isEmpty { fields.links(.term(.argument), arguments) }
      let evidence = relation.evidence.indices.map { name.piece("evidence", $0) }
      if !evidence.isEmpty { fields.links(.term(.wasDerivedFrom), evidence) }
      fields.link(.wasGeneratedBy, extraction)
    }
    for (position, argument) in relation.arguments.enumerated() {
      write(argument, position, name.piece("argument", position), to: &sink)
    }
    for (position, evidence) in relation.evidence.enumerated() {
      write(evidence, position, name.piece("evidence", position), to: &sink)
    }
  }

  private func writeTimeAndPlace<Fields: RDFFields>(_ relation: Relation, _ isEvent: Bool, to fields: inout Fields) {
    if let time = relation.time {
      fields.text(.edtf, time.edtf)
      fields.text(.timex, time.timex)
      fields.link(.timeFigure, time.figure.map { document.part($0) })
      if isEvent, let days = DayRange(edtf: time.edtf)?.dates {
        fields.text(.startDate, days.first)
        fields.text(.endDate, days.last)
      }
    }
    if let place = relation.place {
      fields.link(.location, place.entity.map(thing))
      fields.whole(.placeStart, place.start)
      fields.whole(.placeEnd, place.end)
    }
  }

  private func write<Sink: RDFSink>(
    _ argument: Argument, _ position: Int, _ name: ResourceName, to sink: inout Sink
  ) {
    sink.resource(name, RDFClass.argument) { fields in
      fields.whole(.position, position)
      fields.text(.role, argument.role.rawValue)
      fields.link(.entity, argument.entity.map(thing))
      fields.link(.figure, argument.figure.map { document.part($0) })
      fields.link(.change, argument.change.map { document.part($0) })
      fields.text(.text, argument.text)
      fields.whole(.start, argument.start)
      fields.whole(.end, argument.end)
      fields.text(.countryCode, argument.country)
    }
  }

  private func write<Sink: RDFSink>(
    _ evidence: Evidence, _ position: Int, _ name: ResourceName, to sink: inout Sink
  ) {
    let source = evidence.document.map(ResourceName.document) ?? document
    sink.resource(name, RDFClass.evidence) { fields in
      fields.whole(.position, position)
      fields.links(.term(.wasQuotedFrom), [evidence.item.map { source.part($0) }, source].compactMap { $0 })
      fields.span(evidence.span)
      fields.text(.text, evidence.text)
      fields.span(evidence.trigger, .triggerStart, .triggerEnd)
      fields.link(.outlet, entity: evidence.attribution?.outlet)
      fields.text(.reported, evidence.attribution?.date)
      fields.link(.speaker, entity: evidence.attribution?.speaker)
      let sayers = [evidence.attribution?.outlet, evidence.attribution?.speaker].compactMap { $0 }
      if !sayers.isEmpty { fields.links(.term(.wasAttributedTo), sayers.unique.map(ResourceName.entity)) }
      fields.text(.rule, evidence.rule)
    }
  }

  /// schema.org knows two that fit; the rest is in `dg:status`.
  private static func eventStatus(_ status: Status) -> ResourceName? {
    switch status {
    case .planned, .expected: .eventScheduled
    case .cancelled: .eventCancelled
    case .happened, .ongoing, .proposed, .negated, .hypothetical: nil
    }
  }
}
