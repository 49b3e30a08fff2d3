"""factcheck: check the figures of a statement against data, offline and deterministically."""

__version__ = "0.1.0"
