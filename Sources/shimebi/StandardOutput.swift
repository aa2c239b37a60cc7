@preconcurrency import Glibc

/// Where results go (標準出力).
enum StandardOutput {
  /// Writes what is still held back; throws where any of it was lost, such as in a file on a full disk.
  static func finish() throws(Failure) {
    guard fflush(stdout) == 0, ferror(stdout) == 0 else {
      throw Failure(
        .cannotWrite, ja: "結果を標準出力に書けませんでした。ディスクの空きを確かめてください",
        en: "the results could not be written to standard output; is the disk full?")
    }
  }
}
