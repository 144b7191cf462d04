-- Version 1 of the event log: one append-only table. What the columns mean is told in interview_cli/domain/event.py.

CREATE TABLE event (
    seq      INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE CHECK (id <> ''),
    device   TEXT NOT NULL,
    at       TEXT NOT NULL CHECK (at LIKE '____-__-__T__:__:__%'),
    kind     TEXT NOT NULL,
    item     TEXT NOT NULL,
    revision INTEGER NOT NULL,
    seed     INTEGER,
    mark     TEXT,
    score    REAL,
    rating   INTEGER CHECK (rating BETWEEN 1 AND 4),
    seconds  REAL NOT NULL,
    mode     TEXT NOT NULL,
    hints    INTEGER NOT NULL,
    answer   TEXT NOT NULL,
    session  TEXT
);

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN
    SELECT RAISE(ABORT, 'events are never changed: append a void event');
END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN
    SELECT RAISE(ABORT, 'events are never deleted: append a void event');
END;

-- INSERT OR REPLACE deletes the old row without asking the trigger above.
CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id OR seq = NEW.seq)
BEGIN
    SELECT RAISE(ABORT, 'this event is already in the log');
END;
