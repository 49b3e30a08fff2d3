"""Statements as texts: where a quote stands in one, and on which line."""
