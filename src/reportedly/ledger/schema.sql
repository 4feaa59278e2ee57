-- The ledger of a story. Rows are added and never changed or removed: a correction is a new row.

CREATE TABLE story (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL,             -- the newest row's name stands
    recorded TEXT NOT NULL              -- when, ISO 8601 with zone
) STRICT;

CREATE TABLE page (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL UNIQUE,      -- as shown in briefs; a second page of one name gets "~2"
    given    TEXT NOT NULL,             -- the name it came with
    sha256   TEXT NOT NULL,             -- of the bytes
    about    TEXT NOT NULL,             -- what was known from outside, JSON
    content  BLOB NOT NULL,             -- the bytes, zlib
    observed TEXT NOT NULL,             -- when the page was taken in, ISO 8601 with zone
    UNIQUE (sha256, given, about)
) STRICT;

CREATE TABLE reading (
    id       INTEGER PRIMARY KEY,
    page     INTEGER NOT NULL REFERENCES page (id),
    reader   TEXT NOT NULL,             -- the version of reportedly that read it
    recorded TEXT NOT NULL,
    form     TEXT NOT NULL              -- the reading as in docs/reference/reading.md
) STRICT;

CREATE INDEX reading_of_page ON reading (page);

-- The newest reading of every page, and its records as rows, for people with SQL.

CREATE VIEW current AS
SELECT page.name AS page, page.observed, reading.recorded, reading.reader, reading.form
FROM page JOIN reading ON reading.id = (SELECT max(id) FROM reading WHERE reading.page = page.id);

CREATE VIEW statement AS
SELECT current.page, row.value ->> 'id' AS id, row.value ->> '$.chain[0].party' AS speaker,
       row.value ->> 'stance' AS stance, row.value ->> 'certainty' AS certainty, row.value ->> 'manner' AS manner,
       substr(current.form ->> 'text', (row.value ->> '$.content[0][0]') + 1,
              (row.value ->> '$.content[#-1][1]') - (row.value ->> '$.content[0][0]')) AS content,
       row.value -> 'chain' AS chain
FROM current, json_each(current.form, '$.statements') AS row;

CREATE VIEW figure AS
SELECT current.page, row.value ->> 'id' AS id, row.value ->> 'text' AS words,
       row.value ->> 'low' AS low, row.value ->> 'high' AS high, row.value ->> 'approximate' AS approximate,
       row.value ->> 'counted' AS counted, row.value ->> 'who' AS who, row.value ->> 'measure' AS measure,
       row.value ->> 'status' AS status, row.value ->> 'party' AS party, row.value ->> 'place' AS place,
       row.value ->> '$.valid.edtf' AS valid, row.value ->> '$.as_of.edtf' AS as_of
FROM current, json_each(current.form, '$.figures') AS row;
