"""The sha256 of files, not taken anew of a file that nobody touched since: hashing is most of a check of large data."""

import time
from pathlib import Path

from factcheck.datasets.fingerprint import Fingerprint, fingerprint
from factcheck.files.status import status_of
from factcheck.memory.seen import Seen, as_values, by_path, from_values, is_settled
from factcheck.memory.store import Store, name_of


class Hashes:
    """Fingerprints of the data files of the project at `root`. What was hashed is kept when `close` is called."""

    def __init__(self, store: Store, root: Path, program: str) -> None:
        self._store = store
        self._name = name_of("hashes", str(root.resolve()), program)
        self._known = by_path(_kept(store, self._name))
        self._new: dict[str, Seen] = {}
        self.used: dict[str, Seen] = {}

    def fingerprint(self, path: Path) -> Fingerprint:
        """What the file holds. Raises OSError where it cannot be read."""
        name, at = str(path), time.time_ns()
        known, status = self._known.get(name), status_of(name)
        if known is not None and known.status == status and known.is_settled:
            self.used[name] = known
            return Fingerprint(known.sha256, status[0], status)
        found = fingerprint(path)
        seen = Seen(name, str(path.resolve()), found.written, found.sha256, at)
        self.used[name] = seen
        if is_settled(found.written, at):
            self._new[name] = seen
        return found

    def close(self) -> None:
        """Keep what was hashed in this run."""
        if self._new:
            self._store.write(self._name, {"files": as_values({**self._known, **self._new}.values())})
            self._new = {}


def _kept(store: Store, name: str) -> tuple[Seen, ...]:
    try:
        return from_values((store.read(name) or {}).get("files", []))
    except ValueError:
        return ()
