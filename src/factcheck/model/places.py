"""Where something stands: in a file that a person can open."""

from dataclasses import dataclass

# Where a project describes its datasets, and pins them; seen from its folder.
DESCRIPTION = "datasets/datapackage.yaml"
LOCK = "factcheck.lock"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: its path as the user would type it, line and column counted from 1.

    In a document a person sees no lines: `within` is what they look for there, "paragraph 12" or "page 3". Line and
    column are then those of its words as they were read.

    >>> str(Place("speech.txt", 3, 5)), str(Place("speech.docx", 12, 5, "paragraph 12"))
    ('speech.txt:3:5', 'speech.docx:paragraph 12')
    """

    path: str
    line: int = 1
    column: int = 1
    within: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.within}" if self.within else f"{self.path}:{self.line}:{self.column}"
