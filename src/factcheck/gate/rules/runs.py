"""What a run finds about itself, its waivers and the files people wrote, as rules."""

from factcheck.gate.rules.rule import Rule
from factcheck.model.findings import Level


class NothingChecked(Rule):
    """Not one claim of the run was put to data.

    There was no claim, or none with a check. A green run that checked nothing is the worst there is, so it is an error;
    where it is meant, `--allow-empty` says so.
    """

    name = "nothing checked"
    level = Level.ERROR
    is_fixed = True


class ExpiredWaiver(Rule):
    """A waiver's last day is over: what it waived counts again.

    Mend what was waived, or agree on another day.
    """

    name = "expired waiver"
    level = Level.WARNING


class UnusedWaiver(Rule):
    """A waiver, or an entry below `ignore:`, that waives nothing.

    What it was for is mended, or is worded otherwise. Take it out, so that it does not hide the next one.
    """

    name = "unused waiver"
    level = Level.WARNING


class ChangedSinceSignOff(Rule):
    """A person signed the claim, and what they looked at is other now.

    The sentence of the quote, the claim, a dataset that it reads, or the verdict on it: the message says which. The
    sign-off never made a verdict better, and its age makes none worse; but nobody has looked at what stands there now.

    `factcheck review` shows the claim again, to be accepted anew.
    """

    name = "changed since sign-off"
    level = Level.WARNING


class Weakened(Rule):
    """Less is checked than at the base, or a verdict got better though the text is the same.

    With `--diff-base`, each claim, check, waiver, mark, dataset and setting is compared with the base. A change of the
    text may not bring with it the change that lets it pass: a check taken out, a waiver, a dataset described anew, a
    setting. Where a person has looked and it is right, they give `--accept-weakened` on the command line; no file can.
    """

    name = "weakened"
    level = Level.ERROR
    is_fixed = True


class Mistake(Rule):
    """A file a person wrote cannot be used as it stands: a claim file, a description of datasets, a setting.

    The message says what is wrong, where, and what to do. A claim with a mistake is not judged; the others are. The run
    ends with code 2, or with 3 where a file could not be read.
    """

    name = "mistake"
    level = Level.ERROR
    is_fixed = True
