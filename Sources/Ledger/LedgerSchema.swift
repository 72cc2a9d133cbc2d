extension Ledger {
  // How the tables came about: one element for each version, never changed once it has been released.
  // In 'path', '/' is a zero byte, so that the order of the index is the order of the output.
  static let migrations = [
    """
    CREATE TABLE runs (
      id INTEGER PRIMARY KEY, started INTEGER NOT NULL, ended INTEGER, exit_code INTEGER,
      chain INTEGER NOT NULL, workers INTEGER NOT NULL, written INTEGER, unchanged INTEGER,
      filtered INTEGER, failed INTEGER, pending INTEGER, vanished INTEGER, bytes INTEGER,
      duration INTEGER, measures TEXT) STRICT;
    CREATE TABLE chains (id INTEGER PRIMARY KEY, description TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE documents (
      root TEXT NOT NULL, path BLOB NOT NULL, record INTEGER NOT NULL,
      size INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL,
      inode INTEGER NOT NULL, sha256 TEXT NOT NULL, outcome INTEGER NOT NULL,
      stage TEXT, reason TEXT, message TEXT, offset INTEGER, transient INTEGER NOT NULL,
      duration INTEGER NOT NULL, run INTEGER NOT NULL, chain INTEGER NOT NULL,
      applied INTEGER NOT NULL, reached INTEGER NOT NULL,
      segment INTEGER, start INTEGER, lengths TEXT, checksum INTEGER, measures TEXT,
      PRIMARY KEY (root, path, record)) STRICT, WITHOUT ROWID;
    CREATE TABLE vanished (
      root TEXT NOT NULL, path BLOB NOT NULL, record INTEGER NOT NULL,
      PRIMARY KEY (root, path, record)) STRICT, WITHOUT ROWID;
    CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    """,
    """
    ALTER TABLE runs RENAME COLUMN failed TO quarantined;
    ALTER TABLE runs ADD COLUMN renamed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE runs ADD COLUMN stages TEXT;
    ALTER TABLE documents ADD COLUMN attempts INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE documents ADD COLUMN requeued INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE documents ADD COLUMN kept INTEGER;
    CREATE TABLE suspects (
      root TEXT NOT NULL, path BLOB NOT NULL, record INTEGER NOT NULL,
      PRIMARY KEY (root, path, record)) STRICT, WITHOUT ROWID;
    """,
  ]
}
