"""Downloads from a server on this machine: whole or not at all, taken up again, compared with the hash."""

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from command import run_words

from factcheck.adding import proposal
from factcheck.datasets.fetching import Wanted, download
from factcheck.datasets.taking import taken
from factcheck.errors import FactcheckError

CONTENT = b"place,n\n" + b"NL,1\n" * 100_000
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@dataclass
class Manner:
    """How the server behaves: after how many bytes it breaks off, whether it knows ranges, what it was asked for.

    `cut` says that it sends pieces, of which the last does not come; `shifted` that it sends another part than asked.
    """

    breaks_after: int = 0
    ranges: bool = True
    status: int = 200
    to: str = ""
    there: str = "/there"
    shifted: int = 0
    content: bytes = CONTENT
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    mark: str = '"one"'
    asked: list[str] = field(default_factory=list)


class Office(BaseHTTPRequestHandler):
    """A publisher's server that behaves as its manner says."""

    protocol_version = "HTTP/1.1"
    manner: Manner

    def do_GET(self) -> None:
        manner, asked = self.manner, self.headers.get("Range", "")
        manner.asked.append(asked)
        start = int(asked.removeprefix("bytes=").removesuffix("-")) if asked and manner.ranges else 0
        if manner.to and self.path != manner.there:
            self._head(302, {"Location": manner.to, "Content-Length": "0"})
        elif manner.cut:
            self._head(200, {"Transfer-Encoding": "chunked"})
            self.wfile.write(b"8\r\nplace,n\n\r\nff\r\nNL,1")
        elif manner.status != 200 or start >= len(CONTENT):
            self.send_error(manner.status if manner.status != 200 else 416)
        else:
            self._give(start)

    def _give(self, start: int) -> None:
        rest, manner = self.manner.content[start:], self.manner
        headers = {"Content-Length": str(len(rest)), "ETag": manner.mark, **manner.headers}
        if start:
            headers["Content-Range"] = f"bytes {start + manner.shifted}-{len(CONTENT) - 1}/{len(CONTENT)}"
        self._head(206 if start else 200, headers)
        self.wfile.write(rest[: manner.breaks_after] if manner.breaks_after else rest)

    def _head(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Connection": "close"}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def server() -> Iterator[tuple[str, Manner]]:
    manner = Manner()
    office = type("Office", (Office,), {"manner": manner})
    with ThreadingHTTPServer(("127.0.0.1", 0), office) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}", manner
        running.shutdown()


def test_a_file_comes_whole(server: tuple[str, Manner], tmp_path: Path) -> None:
    target = tmp_path / "new" / "t.csv"
    assert download(Wanted(f"{server[0]}/t.csv", target, SHA256, len(CONTENT))).sha256 == SHA256
    assert target.read_bytes() == CONTENT
    assert [one.name for one in target.parent.iterdir()] == ["t.csv"]


def test_a_broken_download_goes_on_where_it_stopped(server: tuple[str, Manner], tmp_path: Path) -> None:
    address, manner = server
    manner.breaks_after = 200_000
    target = tmp_path / "t.csv"
    assert download(Wanted(f"{address}/t.csv", target, SHA256)).sha256 == SHA256
    assert manner.asked == ["", "bytes=200000-", "bytes=400000-"]
    assert target.read_bytes() == CONTENT


def test_the_next_run_takes_up_what_is_left_of_the_last(server: tuple[str, Manner], tmp_path: Path) -> None:
    address, manner = server
    (tmp_path / ".t.csv.part").write_bytes(CONTENT[:123])
    download(Wanted(f"{address}/t.csv", tmp_path / "t.csv", SHA256))
    assert manner.asked == ["bytes=123-"]
    assert (tmp_path / "t.csv").read_bytes() == CONTENT


def test_a_server_without_ranges_starts_over(server: tuple[str, Manner], tmp_path: Path) -> None:
    address, manner = server
    manner.ranges = False
    (tmp_path / ".t.csv.part").write_bytes(b"x" * 123)
    download(Wanted(f"{address}/t.csv", tmp_path / "t.csv", SHA256))
    assert (tmp_path / "t.csv").read_bytes() == CONTENT


def test_what_is_left_of_a_longer_file_is_dropped(server: tuple[str, Manner], tmp_path: Path) -> None:
    (tmp_path / ".t.csv.part").write_bytes(CONTENT + b"more")
    download(Wanted(f"{server[0]}/t.csv", tmp_path / "t.csv", SHA256))
    assert (tmp_path / "t.csv").read_bytes() == CONTENT


@pytest.mark.parametrize(
    ("wanted", "manner", "told"),
    [
        ({"sha256": "0" * 64}, {}, "gives another file: sha256"),
        ({"bytes": 10}, {}, "is larger than the 10 bytes expected"),
        ({}, {"status": 404}, "answers 404 Not Found"),
        ({}, {"status": 503}, "answers 503 Service Unavailable"),
        ({}, {"breaks_after": 10}, "broke off 4 times"),
        ({}, {"cut": True}, "broke off 4 times"),
        ({}, {"content": b" <!DOCTYPE html><html>Please log in"}, "gives a web page, and no table"),
        ({"sha256": "0" * 64}, {"content": b"\xef\xbb\xbf<HTML>"}, "gives a web page, and no table"),
        ({}, {"headers": {"Content-Encoding": "gzip"}}, "is sent packed"),
        ({}, {"to": "file:///etc/passwd"}, "answers 302"),
    ],
)
def test_what_leaves_nothing_behind(
    wanted: dict[str, object], manner: dict[str, object], told: str, server: tuple[str, Manner], tmp_path: Path
) -> None:
    for name, value in manner.items():
        setattr(server[1], name, value)
    asked = Wanted(f"{server[0]}/t.csv", tmp_path / "t.csv", **wanted)  # type: ignore[arg-type]
    with pytest.raises(FactcheckError) as refused:
        download(asked)
    assert told in refused.value.problems[0].message
    assert list(tmp_path.iterdir()) == []


def test_another_part_than_the_one_asked_for_is_not_put_to_what_has_come(
    server: tuple[str, Manner], tmp_path: Path
) -> None:
    address, manner = server
    manner.shifted = 1
    (tmp_path / ".t.csv.part").write_bytes(CONTENT[:123])
    assert download(Wanted(f"{address}/t.csv", tmp_path / "t.csv", SHA256)).sha256 == SHA256
    assert manner.asked == ["bytes=123-", ""]


def test_a_mark_that_does_not_tell_the_bytes_starts_over(server: tuple[str, Manner], tmp_path: Path) -> None:
    """What broke off might be of another version, and nothing pins it."""
    address, manner = server
    manner.breaks_after, manner.mark = 200_000, 'W/"one"'
    with pytest.raises(FactcheckError, match="broke off 4 times"):
        download(Wanted(f"{address}/t.csv", tmp_path / "t.csv"))
    assert manner.asked == ["", "", "", ""]
    manner.mark = '"one"'
    assert download(Wanted(f"{address}/t.csv", tmp_path / "t.csv")).sha256 == SHA256


@pytest.mark.parametrize(
    ("path", "headers", "form", "name", "told"),
    [
        ("visits.csv", {}, "", "visits.csv", ""),
        ("visits.csv?id=3", {}, "", "visits.csv", ""),
        ("download?id=3", {}, "csv", "download.csv", ""),
        (
            "download?id=3",
            {"Content-Type": "text/csv"},
            "",
            "",
            "does not tell its format (the server calls it text/csv)",
        ),
        ("download", {"Content-Disposition": 'attachment; filename="Visits 2024.csv"'}, "", "Visits-2024.csv", ""),
        ("download", {"Content-Disposition": 'attachment; filename="../../../visits.csv"'}, "", "visits.csv", ""),
        ("download", {"Content-Disposition": "attachment; filename=visits.aspx"}, "", "", "does not tell its format"),
        ("visits.xlsx", {"Content-Disposition": "attachment; filename=v.csv"}, "", "", "two formats, xlsx and csv"),
        ("visits.xlsx", {"Content-Disposition": "attachment; filename=v.csv"}, "csv", "v.csv", ""),
    ],
)
def test_what_a_download_is_called(
    path: str, headers: dict[str, str], form: str, name: str, told: str, server: tuple[str, Manner], tmp_path: Path
) -> None:
    server[1].headers = headers
    (tmp_path / "temporary").mkdir()
    if told:
        with pytest.raises(FactcheckError) as refused:
            taken(f"{server[0]}/{path}", name="", root=tmp_path, folder=tmp_path / "temporary", form=form)
        assert told in refused.value.problems[0].message
        return
    one = taken(f"{server[0]}/{path}", name="", root=tmp_path, folder=tmp_path / "temporary", form=form)
    assert (one.target, one.form) == (tmp_path / "datasets" / name, "csv")
    assert one.source.parent == tmp_path / "temporary"
    assert one.source.read_bytes() == CONTENT


def test_a_redirection_may_tell_the_format(server: tuple[str, Manner], tmp_path: Path) -> None:
    server[1].to = f"{server[0]}/there"
    with pytest.raises(FactcheckError, match="does not tell its format"):
        taken(f"{server[0]}/here", name="", root=tmp_path, folder=tmp_path)
    server[1].to, server[1].there = f"{server[0]}/there.csv", "/there.csv"
    assert taken(f"{server[0]}/here", name="", root=tmp_path, folder=tmp_path).target.name == "there.csv"


@pytest.mark.parametrize("address", ["ftp://127.0.0.1/t.csv", "file:///etc/passwd", "http:///t.csv"])
def test_no_other_address_is_taken_for_a_file(address: str, tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="no address of the web"):
        taken(address, name="", root=tmp_path, folder=tmp_path)


def test_a_password_in_an_address_is_not_written_down(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError) as refused:
        taken("https://me:secret@127.0.0.1/t.csv", name="", root=tmp_path, folder=tmp_path)
    problem = refused.value.problems[0]
    assert problem.message == "an address at 127.0.0.1 holds a name or a password, and would be written down with it"
    assert "secret" not in problem.message + problem.remedy


@pytest.mark.parametrize(("form", "told"), [("", "does not tell its format"), ("text", "no format that is read")])
def test_a_file_whose_name_does_not_tell_its_format(form: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("place;n\nNL;1\n")
    with pytest.raises(FactcheckError, match=told):
        taken(str(tmp_path / "t.txt"), name="", root=tmp_path, folder=tmp_path, form=form)
    one = taken(str(tmp_path / "t.txt"), name="", root=tmp_path, folder=tmp_path, form="csv")
    about = dict.fromkeys(("title", "publisher", "url", "row", "as_of", "licence", "complete"), "unknown")
    lines = proposal(one, about, root=tmp_path, folder=tmp_path).text.splitlines()
    assert [line.strip() for line in lines if "format" in line or "dialect" in line] == [
        "format: csv",
        'dialect: {delimiter: ";"}',
    ]


def test_a_redirection_is_followed(server: tuple[str, Manner], tmp_path: Path) -> None:
    server[1].to = f"{server[0]}/there"
    assert download(Wanted(f"{server[0]}/here", tmp_path / "t.csv", SHA256)).sha256 == SHA256


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://127.0.0.1/x", "t.csv"])
def test_only_addresses_of_the_web(address: str, tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="no address of the web"):
        download(Wanted(address, tmp_path / "t.csv"))


def test_a_link_in_the_place_of_what_is_left_is_not_followed(server: tuple[str, Manner], tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    (tmp_path / ".t.csv.part").symlink_to(tmp_path / "mine")
    download(Wanted(f"{server[0]}/t.csv", tmp_path / "t.csv", SHA256))
    assert (tmp_path / "mine").read_text() == "mine"


def test_the_command_fetches_what_is_not_there(server: tuple[str, Manner], tmp_path: Path) -> None:
    fields = "schema: {fields: [{name: place}, {name: n, type: integer}]}"
    resources = [
        f"{{name: here, path: here.csv, {fields}}}",
        f"{{name: pinned, path: p.csv, download: '{server[0]}/p.csv', hash: 'sha256:{SHA256}', {fields}}}",
        f"{{name: free, path: f.csv, download: '{server[0]}/f.csv', {fields}}}",
        f"{{name: other, path: o.csv, download: '{server[0]}/o.csv', hash: 'sha256:{'0' * 64}', {fields}}}",
        f"{{name: nowhere, path: n.csv, {fields}}}",
    ]
    (tmp_path / "datasets").mkdir()
    (tmp_path / "datasets" / "here.csv").write_text("place,n\n")
    description = "resources:\n" + "".join(f"  - {one}\n" for one in resources)
    (tmp_path / "datasets" / "datapackage.yaml").write_text(description)
    told = run_words(["data", "fetch"], tmp_path)
    assert told.code == 3
    assert told.stdout.splitlines() == [
        "✓ here: is there: here.csv",
        f"✓ pinned: fetched p.csv with the hash expected, sha256 {SHA256[:12]}",
        f"✓ free: fetched f.csv with sha256 {SHA256[:12]}, which nothing pins: data lock",
        "✗ other: not fetched",
        "✗ nowhere: not fetched",
    ]
    assert "gives another file" in told.stderr.replace("\n  ", " ").replace("\n", " ")
    assert "n.csv is not there" in told.stderr
    assert sorted(one.name for one in (tmp_path / "datasets").iterdir()) == [
        "datapackage.yaml",
        "f.csv",
        "here.csv",
        "p.csv",
    ]
