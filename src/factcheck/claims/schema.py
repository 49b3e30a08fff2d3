"""The JSON Schema of claim files. An editor uses it through `# yaml-language-server: $schema=...` on the first line."""

from factcheck.claims.shape import WholeFileShape
from factcheck.files.json_schema import json_schema
from factcheck.files.shapes import JsonObject


def schema() -> JsonObject:
    """The schema that every good claim file fits."""
    return json_schema(WholeFileShape, "Claim file of factcheck")
