// The C library, for all files of the tool. Foundation is left out: loading it takes longer than reading a digest.
#if canImport(Glibc)
  @_exported public import Glibc
#elseif canImport(Musl)
  @_exported public import Musl
#elseif canImport(Darwin)
  @_exported public import Darwin
#endif
