-- The days of events that the story's pages count from.

CREATE TABLE IF NOT EXISTS anchor (
    id       INTEGER PRIMARY KEY,
    event    TEXT NOT NULL,
    day      TEXT NOT NULL,             -- YYYY-MM-DD, an event's newest row stands
    recorded TEXT NOT NULL              -- when, ISO 8601 with zone
) STRICT;
