internal import DigestModel

extension Reading {
  func linkItems() {}
}
