import Reports

/// Renders how a sheet prints, the last part of its XML.
struct PageXML {
  let page: Page

  func render(into out: inout ByteBuffer) {
    if page.centersHorizontally { out.append("<printOptions horizontalCentered=\"1\"/>") }
    out.append("<pageMargins left=\"")
    out.append(number: page.margins.left)
    out.append("\" right=\"")
    out.append(number: page.margins.right)
    out.append("\" top=\"")
    out.append(number: page.margins.top)
    out.append("\" bottom=\"")
    out.append(number: page.margins.bottom)
    out.append("\" header=\"0.3\" footer=\"0.3\"/>")
    renderSetup(&out)
    renderLines(&out)
    renderBreaks(&out)
  }

  private func renderSetup(_ out: inout ByteBuffer) {
    out.append("<pageSetup paperSize=\"9\"")
    if let scale = page.scale, scale != 100 { append(" scale=\"", scale, &out) }
    if page.fits, page.fitsWide != 1 { append(" fitToWidth=\"", page.fitsWide, &out) }
    if page.fits, page.fitsTall != 1 { append(" fitToHeight=\"", page.fitsTall, &out) }
    out.append(page.orientation == .portrait ? " orientation=\"portrait\"/>" : " orientation=\"landscape\"/>")
  }

  private func append(_ name: StaticString, _ value: Int, _ out: inout ByteBuffer) {
    out.append(name)
    out.append(decimal: value)
    out.append("\"")
  }

  private func renderLines(_ out: inout ByteBuffer) {
    let (header, footer) = (page.header.code, page.footer.code)
    guard header != nil || footer != nil else { return }
    out.append("<headerFooter>")
    if let header {
      out.append("<oddHeader>")
      out.append(escaped: header)
      out.append("</oddHeader>")
    }
    if let footer {
      out.append("<oddFooter>")
      out.append(escaped: footer)
      out.append("</oddFooter>")
    }
    out.append("</headerFooter>")
  }

  private func renderBreaks(_ out: inout ByteBuffer) {
    let breaks = page.breaksAfter.filter { $0 > 0 }
    guard !breaks.isEmpty else { return }
    out.append("<rowBreaks count=\"")
    out.append(decimal: breaks.count)
    append("\" manualBreakCount=\"", breaks.count, &out)
    out.append(">")
    for row in breaks {
      append("<brk id=\"", row, &out)
      out.append(" max=\"16383\" man=\"1\"/>")
    }
    out.append("</rowBreaks>")
  }
}

extension Page {
  /// Whether the sheet is scaled to a number of pages, in place of a scale of its own.
  var fits: Bool { scale == nil && (fitsWide > 0 || fitsTall > 0) }
}

extension Page.Line {
  /// Excel's own notation: `&L`, `&C`, `&R`, with `&P` for the page and a doubled `&` for itself; nil where there is
  /// nothing to say, or more than the 255 characters that Excel takes.
  var code: String? {
    let parts = [("&L", left), ("&C", center), ("&R", right)].filter { !$0.1.isEmpty }
    guard !parts.isEmpty else { return nil }
    let text = parts.map { mark, text in mark + Page.Line.code(SafeText(text).text) }.joined()
    return text.utf16.count < 256 ? text : nil
  }

  private static func code(_ text: String) -> String {
    var (code, rest) = ("", Substring(text))
    while let special = rest.firstIndex(where: { $0 == "&" || $0 == "{" }) {
      code += rest[..<special]
      rest = rest[special...]
      let mark = [("&", "&&"), ("{pages}", "&N"), ("{page}", "&P"), ("{sheet}", "&A")].first {
        rest.hasPrefix($0.0)
      }
      code += mark?.1 ?? "{"
      rest = rest.dropFirst(mark?.0.count ?? 1)
    }
    return code + rest
  }
}
