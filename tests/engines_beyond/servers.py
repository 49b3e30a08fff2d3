"""A PostgreSQL of the tests' own: a cluster in a temporary folder, on a free port of this machine alone."""

import os
import pwd
import shutil
import socket
import subprocess
from pathlib import Path

USER = "factcheck"
PASSWORD = "pass-word'of tests"  # noqa: S105 - of a server that lives as long as the tests
QUOTED = "pass-word%27of%20tests"


class Server:
    """One cluster. Its programs refuse to run as root, so that root gives it to a user without rights."""

    def __init__(self, folder: Path) -> None:
        self.port = _free_port()
        self._folder = folder
        self._account = _account() if os.geteuid() == 0 else None
        password = folder / "password"
        password.write_text(PASSWORD)
        if self._account is not None:
            for path in (folder, password):
                os.chown(path, self._account.pw_uid, self._account.pw_gid)
        options = ["-A", "scram-sha-256", "-U", USER, "--pwfile", str(password), "-E", "UTF8", "--locale", "C.UTF-8"]
        self._run("initdb", "-D", str(folder / "data"), "--no-sync", *options)

    @property
    def url(self) -> str:
        return self.address(QUOTED)

    def address(self, password: str) -> str:
        return f"postgresql://{USER}:{password}@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        settings = f"-p {self.port} -k {self._folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        log = str(self._folder / "log")
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-w", "-l", log, "-o", settings, "start")

    def stop(self) -> None:
        """At once, whatever it is doing."""
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-m", "immediate", "-w", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        user = self._account
        subprocess.run(
            [str(programs() / program), *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=self._folder,
            user=user.pw_uid if user else None,
            group=user.pw_gid if user else None,
            extra_groups=[] if user else None,
        )


def programs() -> Path:
    """The folder of the newest server there is. Raises LookupError where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    if on_path is None:
        raise LookupError("no server of PostgreSQL: install Debian's package postgresql")
    return Path(on_path).parent


def _account() -> pwd.struct_passwd:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise LookupError("there is no user without rights to run the server as")


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port
