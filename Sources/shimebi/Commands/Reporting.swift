import ArgumentParser
import Foundation
import Records

extension CommonOptions {
  func console() -> Console { Console(format: logFormat, quiet: quiet) }
}

/// Runs a command's work; a failure is written to standard error and becomes the exit status.
func reportingFailures(to console: Console, _ work: () throws -> Int32) throws {
  let status: Int32
  do {
    status = try work()
  } catch let failure as Failure {
    console.fail(failure.description)
    status = failure.kind.rawValue
  } catch let usage as ValidationError {
    throw usage
  } catch {
    console.fail("\(error)")
    status = Failure.Kind.internal.rawValue
  }
  if status != 0 { throw ExitCode(status) }
}
