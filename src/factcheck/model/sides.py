"""One run beside another: what a comparison of the two needs of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.model.coverage import Item
from factcheck.model.findings import Report
from factcheck.model.settings import Settings
from factcheck.model.tables import Table
from factcheck.model.texts import ReadText


@dataclass(frozen=True, slots=True)
class Side:
    """A run: its report, the datasets its claims use with the hashes that pin them, the figures of its texts.

    `items` are by the path of the text; `texts` are texts as they are on this side, also those that no claim file of it
    names. `settings` are those of its settings file, over the defaults. `hashes` are those of the datasets as they
    were read, and "unpinned" for tables of engines. `strays` are texts that are new on this side, and that no claim
    file is about.
    """

    report: Report
    tables: Mapping[str, Table] = field(default_factory=dict)
    items: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)
    texts: Mapping[str, ReadText] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    hashes: Mapping[str, str] = field(default_factory=dict)
    strays: Mapping[str, ReadText] = field(default_factory=dict)
