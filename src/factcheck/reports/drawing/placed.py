"""Where the quotes of a statement stand in its text, for formats that mark them there."""

from factcheck.gate.quotes import Quoted, quoted
from factcheck.languages import load as load_language
from factcheck.model.findings import StatementResult

NOWHERE = Quoted()


def placed(result: StatementResult) -> tuple[Quoted, ...]:
    """The place of each claim's quote, in the order of the claims; nowhere where the text is not held."""
    statement = result.statement
    if statement.read is None:
        return (NOWHERE,) * len(result.claims)
    return quoted(statement, [one.claim for one in result.claims], load_language(statement.language))
