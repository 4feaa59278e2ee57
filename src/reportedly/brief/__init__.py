"""A story told: cited sentences, then text, Markdown, HTML or JSON."""
