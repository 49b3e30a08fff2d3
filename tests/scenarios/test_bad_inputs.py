"""Files that are broken or made to hurt: each takes out its own claim, with a place and a remedy, and no other.

The run says at its end how many were tried and how each ended (tests/conftest.py).
"""

import gzip
import json
import resource
import sqlite3
import struct
import subprocess
import sys
import threading
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from transcripts import run_words

from conftest import ENDED

GOOD = {"name": "good", "path": "good.csv", "complete": "yes", "as_of": "2024", "schema": {"fields": [{"name": "n"}]}}
MEMORY = 2_000_000  # kilobytes that no process may take
SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'

Make = Callable[[Path], None]


def _bytes(content: bytes) -> Make:
    def make(path: Path) -> None:
        path.write_bytes(content)

    return make


def _wide(path: Path) -> None:
    path.write_text(",".join(f"c{at}" for at in range(200_000)) + "\n" + "1," * 199_999 + "1\n")


def _one_line(path: Path) -> None:
    path.write_bytes(b"n" * 40_000_000)


def _bomb(path: Path) -> None:
    """A workbook of about 1 MB whose sheet unpacks to 1 GB."""
    _workbook(path, iter([SHEET, *[b" " * (1 << 24)] * 64]))


def _workbook(path: Path, parts: Iterator[bytes], *, declared: int | None = None) -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", "<Types/>")
        root = f'<Relationship Id="w" Type="{relations}/officeDocument" Target="xl/workbook.xml"/>'
        book.writestr("_rels/.rels", f'<Relationships xmlns="{package}">{root}</Relationships>')
        sheet = '<sheet name="s" sheetId="1" r:id="r1"/>'
        book.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>{sheet}</sheets></workbook>'
        )
        target = f'<Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/>'
        book.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}">{target}</Relationships>')
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for chunk in parts:
                part.write(chunk)
    if declared is not None:
        _declare(path, declared)


def _declare(path: Path, size: int) -> None:
    """Makes the archive say that its last file unpacks to so many bytes."""
    data = bytearray(path.read_bytes())
    entry = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, entry + 24, size)
    path.write_bytes(data)


def _liar(path: Path) -> None:
    _workbook(path, iter([SHEET, b" " * (1 << 24)]), declared=1000)


def _far_out(path: Path) -> None:
    cells = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    _workbook(path, iter([SHEET, cells, b"</sheetData></worksheet>"]))


def _laughs(path: Path) -> None:
    entities = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "haha">{entities}]>'.encode()
    _workbook(
        path,
        iter([head, SHEET, b'<row r="1" hidden="1"><c r="A1" t="str"><v>&a9;</v></c></row></sheetData></worksheet>']),
    )


def _parquet(path: Path) -> None:
    import pandas as pd

    pd.DataFrame({"n": [str(at) for at in range(10_000)]}).to_parquet(path, index=False)


def _cut_parquet(path: Path) -> None:
    _parquet(path)
    path.write_bytes(path.read_bytes()[:-1000])


def _broken_parquet(path: Path) -> None:
    _parquet(path)
    data = bytearray(path.read_bytes())
    data[100:5_000] = bytes(4_900)
    path.write_bytes(data)


def _cut_gzip(path: Path) -> None:
    path.write_bytes(gzip.compress(b"n\n" + b"1\n" * 10_000)[:-10])


def _database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.executescript("pragma journal_mode = wal; create table t (n int); insert into t values (1);")
    connection.close()


def _open_database(path: Path) -> None:
    """A database whose log of changes was left beside it."""
    _database(path)
    path.with_name("bad.sqlite-wal").write_bytes(b"")


def _broken_off_database(path: Path) -> None:
    """A database in which a change broke off: its journal was never played back."""
    _database(path)
    path.with_name("bad.sqlite-journal").write_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(504))


def _random(path: Path) -> None:
    path.write_bytes(zlib.compress(b"x" * 100_000, 9) * 100)


INPUTS: list[tuple[str, str, Make, str]] = [
    ("a row too long", "bad.csv", _bytes(b"n\n1\n2,3\n"), "bad.csv:3: the row has 2 cells, the header 1"),
    ("a byte of zero", "bad.csv", _bytes(b"n\n1\n\0\n"), "bad.csv:3: a byte of zero"),
    ("another encoding", "bad.csv", _bytes(b"n\nK\xf6ln\n"), "bad.csv:2: not all of it is utf-8"),
    ("UTF-16", "bad.csv", _bytes("n\n1\n".encode("utf-16")), "bad.csv:1: "),
    ("a quote mark not closed", "bad.csv", _bytes(b'n\n"1\n2\n'), "a quote mark is opened and not closed"),
    ("an empty file", "bad.csv", _bytes(b""), "bad.csv is empty"),
    ("200,000 columns", "bad.csv", _wide, "200,000 columns; at most 20,000 are read"),
    ("a line of 40 MB", "bad.csv", _one_line, "bad.csv:1: the line of names cannot be read"),
    ("a workbook of 1 MB that unpacks to 1 GB", "bad.xlsx", _bomb, "unpacks to 1,07"),
    ("a workbook that lies about its size", "bad.xlsx", _liar, "bad.xlsx cannot be read"),
    ("a workbook with a cell far out", "bad.xlsx", _far_out, "bad.xlsx needs more memory"),
    ("a workbook of nested entities", "bad.xlsx", _laughs, "bad.xlsx"),
    ("a workbook that is none", "bad.xlsx", _random, "bad.xlsx cannot be read"),
    ("an old workbook that is none", "bad.xls", _random, "bad.xls cannot be read"),
    ("a Parquet file cut short", "bad.parquet", _cut_parquet, "bad.parquet is cut short"),
    ("a Parquet file broken inside", "bad.parquet", _broken_parquet, "bad.parquet: cannot be read"),
    ("a gzip file cut short", "bad.csv.gz", _cut_gzip, "bad.csv.gz cannot be unpacked"),
    ("JSON cut short", "bad.json", _bytes(b'[{"n": 1}, {'), "bad.json:1:13: no JSON"),
    ("JSON nested 100,000 deep", "bad.json", _bytes(b"[" * 100_000), "bad.json"),
    ("JSON lines cut short", "bad.jsonl", _bytes(b'{"n": 1}\n{"n'), "bad.jsonl:2: no JSON"),
    ("a database that is none", "bad.sqlite", _random, "bad.sqlite cannot be read"),
    ("a database without a table", "bad.sqlite", _bytes(b""), "bad.sqlite has 0 tables"),
    ("a database that is open elsewhere", "bad.sqlite", _open_database, "stand in bad.sqlite-wal"),
    ("a database whose change broke off", "bad.sqlite", _broken_off_database, "stand in bad.sqlite-journal"),
    ("a Stata file that is none", "bad.dta", _random, "bad.dta cannot be read"),
    ("an SPSS file that is none", "bad.sav", _random, "bad.sav cannot be read"),
]


def test_a_database_that_was_closed(tmp_path: Path) -> None:
    """The near twin of those that were not: a journal that is done with is no change."""
    path = _project(tmp_path, "bad.sqlite")
    _database(path)
    path.with_name("bad.sqlite-journal").write_bytes(bytes(512))
    found = run_words(["check"], tmp_path)
    assert found.code == 0
    assert "bad: supported" in found.stdout


def _project(folder: Path, name: str) -> Path:
    (folder / "claims").mkdir()
    (folder / "datasets").mkdir()
    bad = GOOD | {"name": "bad", "path": name}
    (folder / "datasets" / "good.csv").write_text("n\n1\n")
    (folder / "datasets" / "datapackage.yaml").write_text(json.dumps({"resources": [GOOD, bad]}))
    said = {"says": "exactly 1", "quote": "exactly 1 of them"}
    claims = [
        {"id": "bad", **said, "check": {"dataset": "bad", "count": "n is known"}},
        {"id": "good", **said, "check": {"dataset": "good", "count": "all"}},
    ]
    statement = {"title": "T", "publisher": "P", "published": "2024-12-31", "text": "not held"}
    (folder / "claims" / "c.yaml").write_text(json.dumps({"statement": statement, "claims": claims}))
    return folder / "datasets" / name


@pytest.mark.parametrize(("what", "name", "make", "told"), [pytest.param(*one, id=one[0]) for one in INPUTS])
def test_bad_input(
    what: str, name: str, make: Make, told: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    make(_project(tmp_path, name))
    found = run_words(["check", "--output-format", "json"], tmp_path)
    report = json.loads(found.stdout)
    verdicts = {claim["id"]: claim["verdict"] for claim in report["claims"]}
    [problem] = [one for one in report["findings"] if one["kind"] == "error"]
    record_property(ENDED, f"{what}: exit code {found.code}, {problem['message'][:90]}")
    assert found.code == 3
    assert verdicts == {"bad": "error", "good": "supported"}
    assert told in problem["message"]
    assert "bug" not in found.stderr
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < MEMORY


def test_a_file_that_changes_meanwhile(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    path = _project(tmp_path, "bad.csv")
    path.write_text("n\n1\n")
    with _growing(path):
        found = run_words(["check"], tmp_path)
    record_property(ENDED, f"a CSV file that changes during the run: exit code {found.code}, changed while it was read")
    assert found.code == 3
    assert "bad.csv was changed while it was read; check again once it is written" in found.stdout
    assert "good: supported" in found.stdout
    assert run_words(["check"], tmp_path).code == 1, "the near twin: the same file, now still"


def test_a_cell_of_a_hundred_thousand_digits(tmp_path: Path) -> None:
    """It fits no number; it is told, and does not fill the screen."""
    path = _project(tmp_path, "bad.csv")
    path.write_text(f"n\n{'9' * 100_000}\n")
    described = tmp_path / "datasets" / "datapackage.yaml"
    described.write_text(described.read_text().replace('"name": "n"', '"name": "n", "type": "integer"'))
    for words in (["check"], ["data", "show", "bad"]):
        told = run_words(words, tmp_path).stdout
        assert "1 misfit" in told or "1 cell of n without the form of its type" in told
        assert " ".join(told.split()).count("and 99,940 characters more") == 1
        assert len(told) < 2_000


@contextmanager
def _growing(path: Path) -> Iterator[None]:
    stop = threading.Event()

    def grow() -> None:
        with path.open("a") as file:
            while not stop.wait(0.002):
                file.write("1\n")
                file.flush()

    thread = threading.Thread(target=grow)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _on_small_disk(words: list[str], folder: Path, *, room: int) -> subprocess.CompletedProcess[str]:
    """The command where no file may grow beyond so many bytes, as on a disk that is full."""
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *words],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )


BLOCKS = """resources:
  - name: good
    path: good.csv
    schema: {fields: [{name: n}]}
"""
ABOUT = [f"--answer={key}=unknown" for key in ("title", "publisher", "url", "row", "as_of", "licence", "complete")]


@pytest.mark.parametrize(
    ("name", "room", "more"), [("new.parquet", 5_000, []), ("new.csv", 5_000, ["--answer=copies=design"])]
)
def test_a_full_disk_while_adding(
    name: str, room: int, more: list[str], tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    _project(tmp_path, "bad.csv").write_text("n\n1\n")
    (tmp_path / "datasets" / "datapackage.yaml").write_text(BLOCKS)
    if name.endswith("parquet"):
        _parquet(tmp_path / name)
    else:
        (tmp_path / name).write_text("n\n" + "word\n" * 10_000)
    before = _everything(tmp_path / "datasets")
    found = _on_small_disk(["data", "add", name, *ABOUT, *more], tmp_path, room=room)
    told = found.stderr.replace("\n  ", " ")
    record_property(ENDED, f"a full disk during data add of {name}: exit code {found.returncode}, {told[:80].strip()}")
    assert found.returncode == 3
    assert "disk" in told
    assert _everything(tmp_path / "datasets") == before
    roomy = run_words(["data", "add", name, *ABOUT, *more], tmp_path)
    assert roomy.code == 0, roomy.stderr


def test_a_full_disk_while_locking(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    _project(tmp_path, "bad.csv").write_text("n\n1\n")
    run_words(["data", "lock", "good"], tmp_path)
    before = (tmp_path / "factcheck.lock").read_bytes()
    found = _on_small_disk(["data", "lock"], tmp_path, room=100)
    record_property(ENDED, f"a full disk during data lock: exit code {found.returncode}, the lock is as it was")
    assert found.returncode == 3
    assert "factcheck.lock cannot be written" in found.stderr
    assert (tmp_path / "factcheck.lock").read_bytes() == before
    assert [one.name for one in tmp_path.glob(".*")] == []


def _everything(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
