internal import DigestTables
internal import DigestText

extension Lexicon {
  /// The bundled lexicon: an image that is part of the binary and is used where it stands.
  ///
  /// The test suite proves that it is what the tables give; a failure here says that it is another version's.
  package static let bundled: Result<Lexicon, LexiconError> = Result { () throws(LexiconError) in
    let bytes = UnsafeRawBufferPointer(start: dg_lexicon_image(), count: dg_lexicon_image_size)
    return try Lexicon(trusted: ByteStorage(bytes))
  }
}
