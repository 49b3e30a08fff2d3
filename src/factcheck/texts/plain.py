"""Plain text: every character is a word's, and paragraphs are told from lines that an editor broke."""

from factcheck.model.texts import ReadText
from factcheck.texts.building import Building
from factcheck.texts.paragraphs import blocks


def read(source: str) -> ReadText:
    """The text as it stands, in the blocks that its lines make."""
    building = Building(source)
    building.copy(0, len(source))
    return building.built(blocks(building.text))
