"""What each note means, for a reader who has seen none before."""

from factcheck.model.measurements import Note

MEANS = {
    "beyond the period": "the data reach beyond the time of which it was said",
    "completeness assumed": "nobody says whether the table lacks rows; it was taken to be complete",
    "day assumed": "the claim names no day, so the day of the run was taken",
    "excepted": "a published figure was left out by the claim file, for the reason given",
    "figure not used": "the words quoted hold this too, and no check looks at it",
    "incomplete": "the table may lack rows that would change the number",
    "later release": "the figure was published after the words were said",
    "maximum not shown": '"up to" names a maximum, and no value in the data comes near it',
    "misfit": "some cells have not the form that their column was declared to have, and count as unknown",
    "missing values": "some values are not known; the bounds say what they could make of the number",
    "older source": "the figure is older than the one that counts",
    "other name": "the check looks at something else than the words name",
    "other year": "the check looks at another year than the words name",
    "overstated": "the number is true and far smaller than the words suggest",
    "own word": "nobody but the publisher of the statement says so",
    "percent or points": "percent and percentage points were mixed up",
    "period not covered": "the data do not reach over the whole time of which it was said",
    "price basis": "the prices of the data are not of one year",
    "rounded": "the number was rounded, as is usual",
    "stale": "the data describe a time too long before",
    "thin majority": "it is more than half, and not by much",
    "tie": "others share the same place",
    "truncated": "digits were cut off where they should have been rounded",
    "uncertainty": "the source says how far its values may lie from the truth",
    "uncertainty assumed": "the source names no size for its error; the size is an assumption of factcheck",
    "undecided beside": "other sources that count decide nothing",
    "understated": "the number is true and far greater than the words suggest",
    "unit of count": "the claim counts something else than the rows of the data",
    "unit of measure": "no number is converted from one unit into another",
    "wrong side": "the number lies on the other side of the one that the words name",
}


def told_of(note: Note) -> str:
    """What it says in this case, then what a note of that name means."""
    return "; ".join(part for part in (note.text, MEANS.get(note.name, "")) if part)
