extension Reading {
  func findSources() {}
  func findNames() {}
  func findPeople() {}
  func findProjects() {}
  func findLateSources() {}
  func link() {}
  func result() -> EntityText { EntityText() }
}
