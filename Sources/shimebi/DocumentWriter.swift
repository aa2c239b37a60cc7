import Excel
import Records
import Reports
import Threads

/// Writes the documents of a month, each as workbook, text and, where asked for, JP PINT; then their index (帳票の書き出し).
struct DocumentWriter {
  private let files: DocumentFiles
  private let extensions: [String]
  private let jobs: Int
  private let console: Console

  init(figures: MonthRun.Figures, options: OutputOptions, jobs: Int, console: Console) {
    let templates = figures.sources.templates
    files = DocumentFiles(
      figures.finance, labels: figures.labels, layout: templates.invoiceLayout, text: templates.invoiceText)
    extensions = (options.noWorkbooks ? [] : ["xlsx"]) + ["txt"] + (options.pint ? ["xml"] : [])
    self.jobs = jobs
    self.console = console
  }

  func write(to folder: OutputFolder) throws {
    if let first = files.names.first { _ = try folder.place(first) }
    let workbooks = ExcelWriter()
    let (written, count) = (Tally(), files.count)
    try inParallel(count, jobs: jobs) { index in
      try write(index, workbooks, to: folder)
      let done = written.add(1)
      console.advanced(.documents, to: Double(done) / Double(count + 1)) { "\(done)/\(count)" }
    }
    let digests = folder.written.digests
    let index = files.index(extensions: extensions) { digests[$0] ?? "" }
    try folder.write(index, to: "invoice_index.csv")
  }

  private func write(_ index: Int, _ workbooks: ExcelWriter, to folder: OutputFolder) throws {
    let name = files.names[index]
    if extensions.contains("xlsx") {
      let (workbook, text) = files.files(index)
      let digest = folder.digest(of: "\(name).xlsx")
      try workbooks.write(workbook, to: "\(folder.aside)/\(name).xlsx", digest.add)
      digest.end()
      try folder.write(text, to: "\(name).txt")
    } else {
      try folder.write(files.text(index), to: "\(name).txt")
    }
    if extensions.contains("xml") { try folder.write(files.pint(index), to: "\(name).xml") }
  }
}
