"""What is said of a refuted claim besides: words that would be true, and which alternatives its own words would fit."""

from factcheck.model.corrections import Alternatives, Correction


def could_say(one: Correction) -> str:
    """The proven wordings, in quote marks; or why there is none."""
    return " or ".join(f'"{each.words}"' for each in one.proposals) or f"nothing: {one.nothing}"


def would_fit(told: Alternatives) -> str:
    """How many alternatives were tried and how many fit; which one, only where it is the only one."""
    parts = [_fitting(told)] if told.tried or not told.left_out else []
    if told.left_out:
        parts.append(f"not tried: {', '.join(told.left_out)}")
    return "; ".join(parts)


def _fitting(told: Alternatives) -> str:
    if not told.tried:
        return "this check has no alternative to try"
    tried = f"{told.tried} alternatives tried" if told.tried > 1 else "alternative tried"
    if not told.fitting:
        return f"none of {tried}" if told.tried > 1 else f"not the one {tried}"
    if len(told.fitting) > 1:
        return f"{len(told.fitting)} of {tried}, so none is offered"
    (one,) = told.fitting
    which = f"the only one of {tried}" if told.tried > 1 else f"the one {tried}"
    return f"{one.told}, which gives {one.found}: {which}; whether that is the cause, data cannot tell"
