"""The verdicts on claims, as rules."""

from factcheck.gate.rules.rule import Rule
from factcheck.model.findings import Level, Verdict


class Supported(Rule):
    """The data are inside what the words accept.

    Nothing is to be done. `factcheck explain ID` shows the arithmetic, and how far the number is from turning.
    """

    name = Verdict.SUPPORTED.value
    level = Level.NOTE


class Refuted(Rule):
    """The data are wholly outside what the words accept.

    The words would tell readers something the data contradict. The verdict says how far off they are.

    Look at `factcheck explain ID`: the number, its rows, and what the words accept. Then mend the text; or the check,
    if it counts something else than the words speak of.
    """

    name = Verdict.REFUTED.value
    level = Level.ERROR


class NotEnough(Rule):
    """The data cannot tell whether the words hold.

    The reason stands beside: no check, no data, straddles (part of what was measured is accepted, part is not), period
    not covered, another unit, price basis, stale, incomplete, two senses.

    Add a check or a better source; or say less in the text. A claim that no data can settle is marked `not_checkable`.
    """

    name = Verdict.NOT_ENOUGH.value
    level = Level.WARNING


class Conflicting(Rule):
    """One source supports the words, and another refutes them.

    Whoever picks the source would pick the verdict, so none is picked. `factcheck explain ID` shows each of them. Leave
    one out with `except:` and a reason, which is printed; or let the text say that sources differ.
    """

    name = Verdict.CONFLICTING.value
    level = Level.ERROR


class NotCheckable(Rule):
    """A person marked the claim: opinion, wish, forecast, or too vague.

    The mark has a reason, a name and a day. It is counted in the last line, so that marks do not pass for checks.
    """

    name = Verdict.NOT_CHECKABLE.value
    level = Level.NOTE


class CouldNotRun(Rule):
    """A check could not run.

    A dataset is absent, cannot be read, or an engine did not answer. The message says which, and what to do. Such a
    claim is neither right nor wrong, and the run ends with code 3 or 2.
    """

    name = Verdict.ERROR.value
    level = Level.ERROR
    is_fixed = True
