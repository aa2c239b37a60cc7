import ArgumentParser
import Excel
import Foundation
import Ledger
import Records
import ServiceTerms

extension CommonOptions {
  func console() -> Console { Console(format: logFormat, language: lang, quiet: quiet) }
}

/// Runs a command's work; a failure is written to standard error and becomes the exit status.
func reportingFailures(to console: Console, _ work: () throws -> Int32) throws {
  let status: Int32
  do {
    let done = try work()
    try StandardOutput.finish()
    status = done
  } catch let failure as Failure {
    console.fail(failure.message)
    status = failure.kind.rawValue
  } catch let fault as LedgerFault {
    let failure = Failure(fault)
    console.fail(failure.message)
    status = failure.kind.rawValue
  } catch let fault as ExcelFault where fault.isOfTheDisk {
    console.fail(
      Message(
        ja: "\(fault)。ディスクか一時ファイルのフォルダ (TMPDIR) がいっぱいでないか確かめてください",
        en: "\(fault); is the disk full, or the folder of temporary files (TMPDIR)?"))
    status = Failure.Kind.cannotWrite.rawValue
  } catch let fault as CalendarFault {
    console.fail(fault.message)
    status = Failure.Kind.badInput.rawValue
  } catch let usage as ValidationError {
    throw usage
  } catch {
    console.fail(Message(ja: "内部の誤り: \(error)", en: "\(error)"))
    status = Failure.Kind.internal.rawValue
  }
  if status != 0 { throw ExitCode(status) }
}

extension ExcelFault {
  /// Whether the file, not the workbook, is at fault.
  fileprivate var isOfTheDisk: Bool {
    switch self {
    case .file, .damaged: true
    case .sheetName, .layout, .totalOverflow, .notANumber, .library: false
    }
  }
}

extension Failure {
  /// What the ledger refuses, and what to do about it.
  init(_ fault: LedgerFault) {
    switch fault {
    case .missing(let path):
      self.init(
        .badInput,
        ja: "\(path): 締めた月のある台帳がありません。--ledger で場所を示すか、close --open-from 月 で新しい帳簿を始めてください",
        en: "\(path): no ledger with closed months; name it with --ledger, "
          + "or begin new books with close --open-from MONTH")
    case .unreadable(let path, let reason):
      self.init(
        .badInput, ja: "\(path): 台帳として読めません: \(reason.ja)",
        en: "\(path): is no ledger that can be read: \(reason.en)")
    case .busy(let path):
      self.init(
        .locked, ja: "\(path): ほかのプログラムが台帳を使っています。終わってからもう一度実行してください",
        en: "\(path): another program is using the ledger; try again when it has finished")
    case .cannotWrite(let path, let reason):
      self.init(
        .cannotWrite, ja: "\(path): \(reason.ja)。台帳には何も記帳していません",
        en: "\(path): \(reason.en); nothing was posted")
    case .opensWith(let month):
      self.init(
        .badInput, ja: "帳簿は \(month) に始まっており、--open-from の月とは違います",
        en: "the books open with \(month), not with the month of --open-from")
    case .notNext(let expected):
      self.init(
        .badInput, ja: "月は順に締めます。次に締めるのは \(expected) です",
        en: "months are closed one after the other; the next to close is \(expected)")
    case .inputsDiffer(let names):
      self.init(
        .badInput,
        ja: "この月は締め済みで、その後に次のファイルが変わっています: \(names.joined(separator: ", "))。"
          + "何も記帳していません。差額は次に締める月に入ります",
        en: "the month is closed, and these have changed since: \(names.joined(separator: ", ")); "
          + "nothing was posted, the differences go to the next open month")
    case .damaged(let table, let key):
      self.init(
        .badInput, ja: "台帳が壊れています: \(table)、\(key)。shimebi verify で詳しく調べられます",
        en: "the ledger is damaged: \(table), \(key); shimebi verify says more")
    }
  }
}
