"""Files as they are on disk: strict YAML, paths that stay inside the project, writes that are whole or not at all."""
