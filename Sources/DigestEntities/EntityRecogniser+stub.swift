extension Reading {
  func findProjects() {}
  func findLateSources() {}
}
