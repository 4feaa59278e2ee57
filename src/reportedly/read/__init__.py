"""An article into what it holds: sentences, names, speech, certainty, times, quantities."""
