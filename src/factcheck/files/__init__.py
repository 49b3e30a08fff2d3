"""Files as they are on disk: strict YAML, shapes read from it, paths that stay inside the project, whole writes."""
