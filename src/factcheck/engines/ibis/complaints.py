"""What an engine complains of, in words for a reporter and with what to do. Nothing of the address is repeated."""

from factcheck.engines.ibis.connections import RefusedError, Why
from factcheck.model.queries import Failure

# What is said, and what to do: with the engine, the dataset, the seconds allowed, and the engine's own words.
_TOLD: dict[Why, tuple[str, str]] = {
    "late": (
        '{table}: the engine "{engine}" took longer than {seconds:g} seconds',
        "ask less of it with where, or let an index or a smaller table answer there",
    ),
    "gone": ('{table}: the engine "{engine}" went away before it answered', "check again once it is back"),
    "inexact": ("{table}: the figure cannot be calculated exactly ({words})", "use a larger unit"),
    "memory": ('{table}: the engine "{engine}" ran out of memory', "narrow it with where"),
    "forbidden": ('{table}: the engine "{engine}" forbids it ({words})', "let its user read the table"),
    "absent": ('{table}: the engine "{engine}" has no such table or column ({words})', "correct the description"),
    "password": ('the engine "{engine}" refuses the user or the password', "correct the address in the environment"),
    "unreachable": ('the engine "{engine}" cannot be reached: {words}', "correct its address, or start it"),
    "extra": ('the engine "{engine}" needs a part that is not installed', "pip install 'factcheck-cli[{words}]'"),
    "refused": ('{table}: the engine "{engine}" refused ({words})', ""),
}


def failure(error: RefusedError, *, engine: str, table: str, seconds: float) -> Failure:
    """The failure that a refusal stands for; `table` is the dataset that was asked about."""
    words = error.detail.splitlines()[0] if error.detail else "it does not say why"
    message, remedy = (
        told.format(engine=engine, table=table, seconds=seconds, words=words) for told in _TOLD[error.why]
    )
    return Failure(message, remedy)
