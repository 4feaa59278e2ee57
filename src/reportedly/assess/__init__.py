"""Several readings against one another: copies, origins, series, relations, timeline, silence."""
