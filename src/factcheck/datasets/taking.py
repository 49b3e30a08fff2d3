"""The file to add: where it is, what its format is, what it is called, and where it will lie."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from factcheck.datasets.data_files import FORMATS, forms_of
from factcheck.datasets.fetching import Came, Progress, Wanted, download, silent
from factcheck.datasets.fingerprint import fingerprint
from factcheck.datasets.package import load
from factcheck.errors import ExitCode, FactcheckError, Problem, did_you_mean
from factcheck.model.places import DESCRIPTION

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://.*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Taken:
    """The file to add: where it is now, its format, what it will be called, and whether it must be copied there."""

    name: str
    source: Path
    target: Path
    form: str
    address: str = ""
    is_new: bool = True


def taken(written: str, *, name: str, root: Path, folder: Path, form: str = "", progress: Progress = silent) -> Taken:
    """The file at a path or an address; what is downloaded is put into `folder` first.

    Its format is `form`, or what its name tells; else it is refused. Raises FactcheckError.
    """
    if form and form not in FORMATS:
        told = f'"{form}" is no format that is read'
        raise FactcheckError(Problem(told, remedy=did_you_mean(form, FORMATS, has="What is read")))
    if _ADDRESS.fullmatch(written):
        return _downloaded(written, name, root, folder, form, progress)
    source = Path(written).resolve()
    if not source.is_file():
        told = f"no such file: {written}"
        raise FactcheckError(Problem(told, remedy="check the name", code=ExitCode.NOT_CHECKED))
    return _placed(source, written, name, root, form or _form(Path(written).name))


def _downloaded(written: str, name: str, root: Path, folder: Path, form: str, progress: Progress) -> Taken:
    last = unquote(urlsplit(written).path.rpartition("/")[2])
    if name or forms_of(last)[0]:
        _refuse_second(name or _called(last), root)
    source = folder / _safe(last)
    came = download(Wanted(written, source), progress=progress)
    found = form or _told(last, came, written)
    better = source.with_name(_safe(_better(last, came.name, found)))
    return _placed(source.replace(better), written, name, root, found, address=written)


def _told(last: str, came: Came, written: str) -> str:
    """The format that the address, or the name that its server gives the file, tells. They must not be at odds."""
    forms = list(dict.fromkeys(form for form in (_known(last), _known(came.name)) if form))
    if len(forms) == 1:
        return forms[0]
    kind = f" (the server calls it {came.kind})" if came.kind else ""
    told = "does not tell its format" if not forms else f"tells two formats, {forms[0]} and {forms[1]}"
    remedy = f"say it: --format, one of {', '.join(FORMATS)}"
    raise FactcheckError(Problem(f"{written} {told}{kind}", remedy=remedy))


def _better(last: str, given: str, form: str) -> str:
    """A name for the file that tells its format."""
    for one in (last, given):
        if _known(one) == form:
            return one
    return f"{last.partition('.')[0] or 'data'}.{form}"


def _form(name: str) -> str:
    if form := _known(name):
        return form
    remedy = f"say it: --format, one of {', '.join(FORMATS)}"
    raise FactcheckError(Problem(f"the name of {name} does not tell its format", remedy=remedy))


def _known(name: str) -> str:
    """The format a name tells; of a packed file without an ending of its own, text. Nothing for any other."""
    form, packed = forms_of(name)
    return form if form in FORMATS else "csv" if packed and not form else ""


def _placed(source: Path, written: str, name: str, root: Path, form: str, *, address: str = "") -> Taken:
    safe = _safe(source.name)
    called = name or _called(source.name)
    _refuse_second(called, root)
    home = (root / "datasets").resolve()
    if source.is_relative_to(home):
        return Taken(called, source, source, form, is_new=False)
    target = home / safe
    if target.exists() and fingerprint(target) != fingerprint(source):
        remedy = f"compare them: factcheck data diff {called} {written}; or rename the new one"
        raise FactcheckError(Problem(f"datasets/{safe} is another file of that name", remedy=remedy))
    return Taken(called, source, target, form, address, is_new=not target.exists())


def _safe(name: str) -> str:
    return re.sub(r"[^\w.-]+", "-", name).strip(".-") or "data"


def _called(name: str) -> str:
    """What claims call a file, unless a person says otherwise."""
    return re.sub(r"[^a-z0-9]+", "-", _safe(name).partition(".")[0].lower()).strip("-") or "data"


def _refuse_second(name: str, root: Path) -> None:
    """A second dataset of a name would be none, and the first would be taken for it."""
    description = root / DESCRIPTION
    first = load(description, root).tables.get(name) if description.exists() else None
    if first is not None:
        told = f'there is a dataset called "{name}" already: {first.file.path}'
        remedy = f"give another name with --name; or compare the two: factcheck data diff {name} FILE"
        raise FactcheckError(Problem(told, first.place, remedy))
