"""Files into pages: bytes, their hash, and what is known of them from outside."""
