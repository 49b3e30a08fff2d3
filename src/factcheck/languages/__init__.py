"""Languages, one YAML file each: the words of numbers, hedges, changes, ranks and periods."""

from functools import cache
from importlib.resources import files

from factcheck.languages.compiling import language
from factcheck.languages.plain_yaml import plain
from factcheck.wording.language import Language


def codes() -> tuple[str, ...]:
    """The languages there are, by code."""
    names = (entry.name for entry in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


@cache
def load(code: str) -> Language:
    """The language of that code. Raises KeyError, naming the languages there are, where it is none of them."""
    if code not in codes():
        raise KeyError(f'no language "{code}"; there are: {", ".join(codes())}')
    return language(plain((files(__name__) / f"{code}.yaml").read_text(encoding="utf-8")))
