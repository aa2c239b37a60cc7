/// The language of reports and messages (言語).
public enum Language: String, CaseIterable, Sendable { case ja, en }
