"""A report as text, or as the bytes of a file: one file for each format, each a pure function of the report."""

# What `check` can write, each by the file that writes it. Files are imported when they are asked for: a run needs one.
FORMATS = {
    "table": "factcheck.reports.table",
    "concise": "factcheck.reports.concise",
    "json": "factcheck.reports.json",
    "json-lines": "factcheck.reports.json_lines",
    "github": "factcheck.reports.github",
    "sarif": "factcheck.reports.sarif",
    "junit": "factcheck.reports.junit",
    "gitlab": "factcheck.reports.gitlab",
    "markdown": "factcheck.reports.markdown",
    "csv": "factcheck.reports.csv",
    "sheet": "factcheck.reports.sheet",
    "xlsx": "factcheck.reports.xlsx",
    "claimreview": "factcheck.reports.claimreview",
    "annotations": "factcheck.reports.annotations",
    "html": "factcheck.reports.html",
}
NO_TEXT = frozenset({"xlsx"})  # for files and pipes: a terminal cannot show them
