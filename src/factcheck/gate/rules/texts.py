"""What a run finds about the words in the text, as rules."""

from factcheck.gate.rules.rule import Rule
from factcheck.model.findings import Level


class Changed(Rule):
    """The words of a claim stand in the text no longer, but words much like them do.

    A sentence that was reworded has silently stopped being checked; so its verdict does not count until a person has
    looked. The message shows the difference word by word.

    If the meaning is the same, `factcheck relink` proposes the new quote. It never takes another figure, another hedge
    or another direction for the same one: such a claim is a new one, and its check has to be looked at.
    """

    name = "changed"
    level = Level.ERROR


class Lost(Rule):
    """The words of a claim do not stand in the text, nor anything like them.

    The claim checks something that the text does not say any more, or says elsewhere. Quote the text exactly as it is,
    or take the claim out.
    """

    name = "lost"
    level = Level.ERROR


class AmbiguousQuote(Rule):
    """The words of a claim stand in several places of the text.

    Nobody can tell which of them is checked. Add `prefix:` or `suffix:`, the words before or after; `factcheck relink`
    proposes them.
    """

    name = "ambiguous"
    level = Level.WARNING


class TextNotHeld(Rule):
    """The claim file says that the statement's text is not held.

    Its quotes cannot be looked up, and figures that no claim covers cannot be found.
    """

    name = "text not held"
    level = Level.NOTE


class Forecast(Rule):
    """The words speak of what is still to come.

    No data can settle them yet. If that is so, mark the claim: `not_checkable: {because: forecast, ...}`.
    """

    name = "forecast"
    level = Level.NOTE


class Uncovered(Rule):
    """A figure, a superlative or its like that no claim's quote holds.

    It would be published without anybody having looked. Write a claim for it (`factcheck extract` drafts one), or name
    its words below `ignore:` in the claim file, with the reason why nobody needs to check them.
    """

    name = "uncovered"
    level = Level.WARNING


class LowCoverage(Rule):
    """Claims cover less of a text's figures than `--min-coverage` asks for.

    The percentage counts every figure and superlative, less those that are ignored with a reason.
    """

    name = "low coverage"
    level = Level.ERROR


class NoClaimFile(Rule):
    """No claim file is about this text.

    `factcheck extract TEXT` drafts one.
    """

    name = "no claim file"
    level = Level.WARNING


class NothingToCover(Rule):
    """No figure and no superlative was found in a text.

    A text without figures is rare; if there are some, the text may not be what its name says.
    """

    name = "nothing to cover"
    level = Level.NOTE
