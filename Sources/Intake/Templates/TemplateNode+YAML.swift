import Records
import Yams

extension TemplateNode {
  /// Reads a template; `file` is the name that faults carry. A key twice in one mapping is a fault.
  ///
  /// Scalars stay texts, so nothing asks the parser to find out their types.
  public init(yaml: String, file: String) throws(TemplateFault) {
    let root: Node?
    do { root = try Yams.compose(yaml: yaml, .basic) } catch { throw TemplateFault(error, file: file) }
    guard let root else {
      throw TemplateFault(file: file, line: 1, problem: Message(ja: "ファイルが空です", en: "the file is empty"))
    }
    self.init(root, file: file, path: "", line: 1)
  }

  private init(_ node: Node, file: String, path: String, line: Int) {
    let line = node.mark?.line ?? line
    self.file = file
    self.line = line
    self.path = path
    switch node {
    case .scalar(let scalar):
      content = node.isNull(scalar) ? .nothing : .text(scalar.string)
    case .sequence(let nodes):
      content = .list(
        nodes.enumerated().map { index, node in
          TemplateNode(node, file: file, path: "\(path)[\(index + 1)]", line: line)
        })
    case .mapping(let pairs):
      content = .mapping(
        pairs.map { key, value in
          let name = key.scalar?.string ?? ""
          let keyLine = key.mark?.line ?? line
          let below = path.isEmpty ? name : "\(path).\(name)"
          return Entry(
            key: name, keyLine: keyLine,
            value: TemplateNode(value, file: file, path: below, line: keyLine))
        })
    case .alias:
      content = .nothing
    }
  }
}

extension Node {
  /// Nothing, `~` or `null` without quotes.
  fileprivate func isNull(_ scalar: Node.Scalar) -> Bool {
    (scalar.style == .plain || scalar.style == .any) && ["", "~", "null"].contains(scalar.string)
  }
}

extension TemplateFault {
  /// What the YAML parser says, with its line.
  fileprivate init(_ error: any Error, file: String) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(file: file, line: mark.line, problem: Self.unreadable(problem))
    case .duplicatedKeysInMapping(let keys, let context):
      self.init(
        file: file, line: context.mark.line,
        problem: Message(
          ja: "\(keys.map { "「\($0)」" }.joined())が2回以上あります",
          en: "\(keys.map { "\"\($0)\"" }.joined(separator: ", ")) stands here more than once"))
    default:
      self.init(file: file, line: 0, problem: Self.unreadable("\(error)"))
    }
  }

  private static func unreadable(_ problem: String) -> Message {
    Message(ja: "YAML として読めません: \(problem)", en: "is no YAML: \(problem)")
  }
}
