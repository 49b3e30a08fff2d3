"""The keys of a settings file, one line each: what they hold, and what becomes of it."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from decimal import Decimal
from fractions import Fraction
from urllib.parse import urlsplit

from factcheck.errors import did_you_mean
from factcheck.gate.rules import RULES, named, slug
from factcheck.model.findings import Level
from factcheck.model.reviewer import Reviewer
from factcheck.model.settings import Settings

FULL = 100


class WrongValueError(Exception):
    """What is wrong with a value, and what to write."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


def _level(value: object) -> Level:
    known = [level.value for level in Level]
    if not isinstance(value, str) or value not in known:
        raise WrongValueError(f"{_shown(value)} is no level", f"write one of these: {', '.join(known)}")
    return Level(value)


def _findings(value: object) -> tuple[str, ...]:
    """Names of findings, as the list of rules spells them."""
    items = value if isinstance(value, list | tuple) else [value]
    return tuple(dict.fromkeys(_finding(item) for item in items))


def _finding(value: object) -> str:
    rule = named(value) if isinstance(value, str) else None
    if rule is None:
        remedy = did_you_mean(slug(str(value)), map(slug, RULES), has="The findings are")
        raise WrongValueError(f"no finding is called {_shown(value)}", remedy)
    return rule.name


def ignorable(value: object) -> tuple[str, ...]:
    """Names of findings that may be left out."""
    found = _findings(value)
    for name in found:
        if RULES[name].is_fixed:
            raise WrongValueError(f"{slug(name)} cannot be left out", "mend what it tells")
    return found


def _levels(value: object) -> Mapping[str, Level]:
    if not isinstance(value, dict):
        raise WrongValueError(
            f"{_shown(value)} is no table of levels", 'write [levels] and uncovered = "error" below it'
        )
    found = {}
    for name, level in value.items():
        (known,) = ignorable(name)
        found[known] = _level(level)
    return found


def percentage(value: object) -> Fraction:
    """A number from 0 to 100."""
    try:
        number = Fraction(Decimal(str(value))) if not isinstance(value, bool) else None
    except (ArithmeticError, ValueError):
        number = None
    if number is None or not 0 <= number <= FULL:
        raise WrongValueError(f"{_shown(value)} is no percentage", "write a number from 0 to 100")
    return number


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise WrongValueError(f"{_shown(value)} is neither true nor false", "write true or false")
    return value


REVIEWER = tuple(field.name for field in fields(Reviewer))
REVIEWER_SHOWN = (
    'write [reviewer] and below it name = "Our house", url = "https://our.example", '
    'page = "https://our.example/checks/{file}#{claim}"'
)


def _reviewer(value: object) -> Reviewer:
    """A table of a name, an address, and the address of what is published."""
    if not isinstance(value, dict):
        raise WrongValueError(f"{_shown(value)} is no table that says who publishes the checks", REVIEWER_SHOWN)
    if unknown := next((key for key in value if key not in REVIEWER), None):
        raise WrongValueError(f'reviewer has no key "{unknown}"', did_you_mean(unknown, REVIEWER, has="Its keys are"))
    return Reviewer(_text(value, "name"), _address(value, "url"), _address(value, "page"))


def _text(table: Mapping[str, object], key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise WrongValueError(f"reviewer has no {key}", REVIEWER_SHOWN)
    return value


def _address(table: Mapping[str, object], key: str) -> str:
    text = _text(table, key)
    if not _is_address(text):
        raise WrongValueError(f"{_shown(text)} is no address of the web", REVIEWER_SHOWN)
    return text


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not any(map(str.isspace, text))


def _shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


Read = Callable[[object], object]

# What a file may set, by its key; `allow-empty` and `exit-zero` are for the command line alone.
KEYS: Mapping[str, tuple[str, Read]] = {
    "fail-on": ("fail_on", _level),
    "select": ("select", _findings),
    "ignore": ("ignore", ignorable),
    "min-coverage": ("min_coverage", percentage),
    "locked": ("locked", _flag),
    "levels": ("levels", _levels),
    "reviewer": ("reviewer", _reviewer),
}


def spelled(settings: Settings, key: str) -> str:
    """The value of a key as a person would write it; "none" where there is none.

    >>> spelled(Settings(ignore=("not enough evidence",)), "ignore")
    'not-enough-evidence'
    """
    value = getattr(settings, KEYS[key][0] if key in KEYS else key.replace("-", "_"))
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Reviewer):
        return f"{value.name}, {value.url}"
    if isinstance(value, Fraction):
        return f"{float(value):g}"
    if isinstance(value, Mapping):
        return ", ".join(f"{slug(name)} = {level}" for name, level in sorted(value.items())) or "none"
    if isinstance(value, tuple):
        return ", ".join(map(slug, value)) or "none"
    return str(value) if value is not None else "none"
