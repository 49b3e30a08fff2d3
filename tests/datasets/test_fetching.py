"""Downloads from a server on this machine: whole or not at all, taken up again, compared with the hash."""

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from command import run_words

from factcheck.datasets.fetching import Wanted, download
from factcheck.errors import FactcheckError

CONTENT = b"place,n\n" + b"NL,1\n" * 100_000
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@dataclass
class Manner:
    """How the server behaves: after how many bytes it breaks off, whether it knows ranges, what it was asked for."""

    breaks_after: int = 0
    ranges: bool = True
    status: int = 200
    to: str = ""
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def server() -> Iterator[tuple[str, Manner]]:
    manner = Manner()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = self.headers.get("Range", "")
            manner.asked.append(asked)
            if manner.to and self.path != "/there":
                self.send_response(302)
                self.send_header("Location", manner.to)
                self.end_headers()
                return
            start = int(asked.removeprefix("bytes=").removesuffix("-")) if asked and manner.ranges else 0
            if manner.status != 200 or start >= len(CONTENT):
                self.send_error(manner.status if manner.status != 200 else 416)
                return
            self.send_response(206 if start else 200)
            self.send_header("Content-Length", str(len(CONTENT) - start))
            self.send_header("ETag", '"one"')
            self.end_headers()
            rest = CONTENT[start:]
            self.wfile.write(rest[: manner.breaks_after] if manner.breaks_after else rest)

        def log_message(self, *args: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}", manner
        running.shutdown()


def test_a_file_comes_whole(server: tuple[str, Manner], tmp_path: Path) -> None:
    target = tmp_path / "new" / "t.csv"
    assert download(Wanted(f"{server[0]}/t.csv", target, SHA256, len(CONTENT))) == SHA256
    assert target.read_bytes() == CONTENT
    assert [one.name for one in target.parent.iterdir()] == ["t.csv"]


def test_a_broken_download_goes_on_where_it_stopped(server: tuple[str, Manner], tmp_path: Path) -> None:
    address, manner = server
    manner.breaks_after = 200_000
    target = tmp_path / "t.csv"
    assert download(Wanted(f"{address}/t.csv", target, SHA256)) == SHA256
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
    assert not (tmp_path / "t.csv").exists()


def test_a_redirection_is_followed(server: tuple[str, Manner], tmp_path: Path) -> None:
    server[1].to = f"{server[0]}/there"
    assert download(Wanted(f"{server[0]}/here", tmp_path / "t.csv", SHA256)) == SHA256


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
