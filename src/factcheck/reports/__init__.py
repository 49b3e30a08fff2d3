"""A report as text: one file for each format, each a pure function of the report."""
