import GRDB

/// The ledger's tables (台帳の構造). Migrations are only ever added, never changed.
enum LedgerSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 books") { database in
      try database.execute(sql: first)
    }
    return migrator
  }

  /// What all migrations together make.
  static var wholeSQL: String { first }

  private static var first: String {
    ([books, bulk] + (LedgerTable.all.map(\.name) + ["closes"]).map(guards)).joined(separator: "\n")
  }

  /// After a close nothing of it changes, and nothing is added to it.
  private static func guards(of table: String) -> String {
    """
    CREATE TRIGGER \(table)_no_update BEFORE UPDATE ON \(table)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: corrections go into the next month'); END;
    CREATE TRIGGER \(table)_no_delete BEFORE DELETE ON \(table)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: corrections go into the next month'); END;
    CREATE TRIGGER \(table)_no_insert BEFORE INSERT ON \(table)
    WHEN NEW.month <= (SELECT max(month) FROM closes)
    BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
    """
  }

  /// What every close needs, however small. Months are 202610; days are 2026-10-31; amounts are whole yen.
  private static let books = """
    CREATE TABLE closes (
      month INTEGER NOT NULL PRIMARY KEY CHECK (month % 100 BETWEEN 1 AND 12),
      version TEXT NOT NULL,
      row_count INTEGER NOT NULL CHECK (row_count >= 0),
      previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
      hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
      seal INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE inputs (
      month INTEGER NOT NULL REFERENCES closes DEFERRABLE INITIALLY DEFERRED,
      name TEXT NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      seal INTEGER NOT NULL,
      PRIMARY KEY (month, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE documents (
      month INTEGER NOT NULL REFERENCES closes DEFERRABLE INITIALLY DEFERRED,
      sequence INTEGER NOT NULL CHECK (sequence >= 1),
      customer_id TEXT NOT NULL,
      type TEXT NOT NULL CHECK (type IN ('invoice', 'credit_note', 'statement')),
      issued_on TEXT NOT NULL CHECK (length(issued_on) = 10),
      due_on TEXT NOT NULL CHECK (length(due_on) = 10 AND due_on >= issued_on),
      name TEXT NOT NULL,
      address TEXT NOT NULL,
      net INTEGER NOT NULL,
      tax INTEGER NOT NULL,
      out_of_scope INTEGER NOT NULL,
      total INTEGER NOT NULL CHECK (total = net + tax + out_of_scope),
      seal INTEGER NOT NULL,
      PRIMARY KEY (month, sequence),
      UNIQUE (month, customer_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE document_taxes (
      month INTEGER NOT NULL,
      sequence INTEGER NOT NULL,
      rate INTEGER NOT NULL CHECK (rate BETWEEN 0 AND 99),
      net INTEGER NOT NULL,
      tax INTEGER NOT NULL,
      seal INTEGER NOT NULL,
      PRIMARY KEY (month, sequence, rate),
      FOREIGN KEY (month, sequence) REFERENCES documents
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE postings (
      charge_key TEXT NOT NULL,
      month INTEGER NOT NULL,
      sequence INTEGER NOT NULL,
      customer_id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('ticket_pack', 'ticket_overage', 'renewal', 'freight_claim',
        'freight_credit', 'unreturned_part')),
      class TEXT NOT NULL CHECK (class IN ('normal', 'late', 'correction')),
      event_on TEXT NOT NULL CHECK (length(event_on) = 10),
      desired INTEGER NOT NULL,
      posted INTEGER NOT NULL,
      amount INTEGER NOT NULL CHECK (amount <> 0 AND amount = desired - posted),
      net INTEGER NOT NULL,
      tax_rate INTEGER CHECK (tax_rate BETWEEN 0 AND 99),
      tax_included INTEGER NOT NULL CHECK (tax_included IN (0, 1)),
      contract_id TEXT,
      predecessor_id TEXT,
      is_automatic INTEGER NOT NULL CHECK (is_automatic IN (0, 1)),
      case_id TEXT,
      inquiry_id TEXT,
      term_starts_on TEXT,
      term_ends_on TEXT CHECK (term_ends_on >= term_starts_on),
      corrects TEXT,
      seal INTEGER NOT NULL,
      PRIMARY KEY (charge_key, month),
      FOREIGN KEY (month, sequence) REFERENCES documents,
      CHECK ((class = 'correction') = (corrects IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE document_lines (
      month INTEGER NOT NULL,
      sequence INTEGER NOT NULL,
      position INTEGER NOT NULL CHECK (position >= 1),
      charge_key TEXT NOT NULL,
      seal INTEGER NOT NULL,
      PRIMARY KEY (month, sequence, position),
      FOREIGN KEY (month, sequence) REFERENCES documents,
      FOREIGN KEY (charge_key, month) REFERENCES postings
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE packs (
      contract_id TEXT NOT NULL,
      starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
      month INTEGER NOT NULL REFERENCES closes DEFERRABLE INITIALLY DEFERRED,
      customer_id TEXT NOT NULL,
      ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
      last_day TEXT NOT NULL CHECK (last_day <= ends_on),
      granted INTEGER NOT NULL CHECK (granted > 0),
      price INTEGER,
      auto_top_up INTEGER NOT NULL CHECK (auto_top_up IN (0, 1)),
      origin TEXT NOT NULL CHECK (origin IN ('contract', 'renewal', 'top_up')),
      is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1)),
      seal INTEGER NOT NULL,
      PRIMARY KEY (contract_id, starts_on, month)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE figures (
      month INTEGER NOT NULL REFERENCES closes DEFERRABLE INITIALLY DEFERRED,
      figure TEXT NOT NULL,
      service TEXT NOT NULL,
      value INTEGER NOT NULL,
      seal INTEGER NOT NULL,
      PRIMARY KEY (month, figure, service)
    ) STRICT, WITHOUT ROWID;
    """

  /// What may have millions of rows a month. `received_at` counts seconds from 1970-01-01T00:00:00 in Japan.
  private static let bulk = """
    CREATE TABLE inquiries (
      usage_id TEXT NOT NULL,
      month INTEGER NOT NULL REFERENCES closes DEFERRABLE INITIALLY DEFERRED,
      customer_id TEXT NOT NULL,
      received_at INTEGER NOT NULL CHECK (received_at >= 0),
      category TEXT NOT NULL,
      maintainer TEXT NOT NULL,
      tickets INTEGER NOT NULL CHECK (tickets BETWEEN 0 AND 100),
      state TEXT NOT NULL CHECK (state IN ('free', 'out_of_scope', 'drawn', 'unfunded')),
      seal INTEGER NOT NULL,
      PRIMARY KEY (usage_id, month)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE draws (
      usage_id TEXT NOT NULL,
      month INTEGER NOT NULL,
      position INTEGER NOT NULL CHECK (position >= 1),
      contract_id TEXT NOT NULL,
      starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
      tickets INTEGER NOT NULL CHECK (tickets > 0),
      seal INTEGER NOT NULL,
      PRIMARY KEY (usage_id, month, position),
      FOREIGN KEY (usage_id, month) REFERENCES inquiries
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE verdicts (
      case_id TEXT NOT NULL PRIMARY KEY,
      month INTEGER NOT NULL REFERENCES closes DEFERRABLE INITIALLY DEFERRED,
      verdict TEXT NOT NULL CHECK (verdict IN ('met', 'missed', 'no_target', 'not_judged', 'excluded')),
      reason TEXT,
      seal INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
}
