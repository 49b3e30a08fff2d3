"""Settings: from the command line, from factcheck.toml or pyproject.toml, or the default; each with its origin."""
