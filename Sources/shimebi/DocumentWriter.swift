import Excel
import Records
import Reports
import Threads

/// Writes the documents of a month, each as workbook, text and, where asked for, JP PINT; then their index (帳票の書き出し).
struct DocumentWriter {
  private let files: DocumentFiles
  private let extensions: [String]
  private let jobs: Int

  init(figures: MonthRun.Figures, options: OutputOptions, jobs: Int) {
    let templates = figures.sources.templates
    files = DocumentFiles(
      figures.finance, labels: figures.labels, layout: templates.invoiceLayout, text: templates.invoiceText)
    extensions = (options.noWorkbooks ? [] : ["xlsx"]) + ["txt"] + (options.pint ? ["xml"] : [])
    self.jobs = jobs
  }

  func write(to folder: OutputFolder) throws {
    if let first = files.names.first { _ = try folder.place(first) }
    let workbooks = ExcelWriter()
    try inParallel(files.count, jobs: jobs) { try write($0, workbooks, to: folder) }
    let digests = folder.written.digests
    let index = files.index(extensions: extensions) { digests[$0] ?? "" }
    try folder.write(index, to: "invoice_index.csv")
  }

  private func write(_ index: Int, _ workbooks: ExcelWriter, to folder: OutputFolder) throws {
    let name = files.names[index]
    if extensions.contains("xlsx") {
      let (workbook, text) = files.files(index)
      try workbooks.write(workbook, to: "\(folder.aside)/\(name).xlsx")
      try folder.note("\(name).xlsx")
      try folder.write(text, to: "\(name).txt")
    } else {
      try folder.write(files.text(index), to: "\(name).txt")
    }
    if extensions.contains("xml") { try folder.write(files.pint(index), to: "\(name).xml") }
  }
}
