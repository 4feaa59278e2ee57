-- Where a page came from, beside its bytes. Ledgers begun before this have pages without such a row.

CREATE TABLE IF NOT EXISTS arrival (
    page     INTEGER PRIMARY KEY REFERENCES page (id),
    place    TEXT,                      -- the path or address, with the member of an archive behind "#"
    captured TEXT,                      -- when it was taken from the web, ISO 8601 with zone
    media    TEXT,                      -- the kind and encoding that came with it: "text/html; charset=utf-8"
    told     TEXT                       -- what the feed, mail, archive or row that carried it says of it, JSON
) STRICT;
