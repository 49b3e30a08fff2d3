"""Words under which nothing is said to be so: "It should:" before a list, "What has improved" as a heading."""

from factcheck.model.texts import BlockKind
from factcheck.statements.phrases import words
from factcheck.wording.language import Language

LONGEST = 400  # characters before a list's colon that are read


def opens_a_plan(text: str, kind: BlockKind, language: Language) -> bool:
    """The items after it tell what should be done: "It should:", "should, within six months,", "Recommendations"."""
    lead = text[-LONGEST:].rstrip()
    is_heading = kind is BlockKind.HEADING
    if not (is_heading or lead.endswith((":", ","))):
        return False
    asking = language.listed("plans") | language.listed("asking")
    return any(word.text in asking for word in words(lead))


def only_names(text: str, kind: BlockKind, language: Language) -> bool:
    """A heading that names what is told below it: "What has improved"."""
    return kind is BlockKind.HEADING and _begins_as_a_question(text, language)


def asks(text: str, language: Language) -> bool:
    """ "What has changed?" """
    return text.endswith("?") and _begins_as_a_question(text, language)


def _begins_as_a_question(text: str, language: Language) -> bool:
    first = next(iter(words(text)), None)
    return first is not None and first.text in language.listed("question_words")
