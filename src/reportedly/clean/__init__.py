"""Bytes into an article: decoded, its furniture set aside, its masthead read."""
