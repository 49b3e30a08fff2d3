"""PostgreSQL: one read-only transaction, which sees the tables as they were when it began."""

import contextlib
import re
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

import psycopg
from psycopg import IsolationLevel, errors

from factcheck.engines.ibis.connections import Kept, RefusedError, Why

# How long the server may take to answer a first time, and how long the client waits beyond the server's own limit.
CONNECT_SECONDS = 10
GRACE_SECONDS = 5.0

_SETTINGS = {
    "standard_conforming_strings": "on",  # a backslash in a text is a backslash
    "extra_float_digits": "1",  # binary fractions in their shortest form
    "datestyle": "ISO",
    "client_encoding": "UTF8",
}

_COLUMNS = """
select a.attname,
       format_type(coalesce(nullif(t.typbasetype, 0), a.atttypid),
                   case when t.typtype = 'd' then t.typtypmod else a.atttypmod end),
       t.typtype
from pg_attribute a join pg_type t on t.oid = a.atttypid
where a.attrelid = to_regclass(%s) and a.attnum > 0 and not a.attisdropped
order by a.attnum
"""

_WHOLE = MappingProxyType({"smallint": 5, "integer": 10, "bigint": 19})
_TEXT = re.compile(r"text|citext|name|uuid|character varying(\(\d+\))?|character(\(\d+\))?")
_TEXTS = re.compile(r"(text|character varying(\(\d+\))?)\[\]")
_NUMERIC = re.compile(r"numeric(\((\d+),(-?\d+)\))?")

_WHYS: dict[str, Why] = {
    "57014": "late",
    "55P03": "late",
    "42501": "forbidden",
    "25006": "forbidden",
    "42P01": "absent",
    "42703": "absent",
    "53200": "memory",
}
_GONE = ("08", "57P")
_INEXACT = "22"


class Postgres:
    """A connection to PostgreSQL; `seconds` is the limit for one statement."""

    called = "PostgreSQL"
    dialect = "postgres"

    def __init__(self, url: str, *, seconds: float) -> None:
        self._seconds = seconds
        try:
            self._connection = psycopg.connect(
                url, connect_timeout=CONNECT_SECONDS, application_name="factcheck", keepalives_idle=10
            )
        except psycopg.Error as error:
            raise _not_connected(error) from None
        self._connection.read_only = True
        self._connection.isolation_level = IsolationLevel.REPEATABLE_READ
        settings = _SETTINGS | {"statement_timeout": f"{int(seconds * 1000)}", "lock_timeout": f"{int(seconds * 1000)}"}
        try:
            # The first statement begins the transaction in which all others are savepoints.
            for name, value in settings.items():
                self._connection.execute("select set_config(%s, %s, true)", (name, value))
        except psycopg.Error as error:
            raise _refused(error, late=False, gone=self._connection.closed) from None

    @property
    def version(self) -> str:
        return str(self._connection.info.server_version)

    def columns(self, table: tuple[str, ...]) -> Mapping[str, Kept]:
        quoted = ".".join('"' + part.replace('"', '""') + '"' for part in table)
        rows = self._rows(_COLUMNS, (quoted,))
        return {str(name): _kept(str(written), str(kind)) for name, written, kind in rows}

    def select(self, sql: str) -> list[tuple[object, ...]]:
        return self._rows(sql, None)

    def close(self) -> None:
        with contextlib.suppress(psycopg.Error):
            self._connection.close()

    def _rows(self, sql: str, parameters: tuple[str, ...] | None) -> list[tuple[object, ...]]:
        """What is refused is undone alone: the transaction goes on, and with it what it sees."""
        late = threading.Event()
        try:
            with self._in_time(late), self._connection.transaction(), self._connection.cursor() as cursor:
                # Bytes, since only our own queries come here: what is compiled has its values in it, quoted.
                rows: list[tuple[object, ...]] = cursor.execute(sql.encode(), parameters).fetchall()
                return rows
        except psycopg.Error as error:
            raise _refused(error, late=late.is_set(), gone=self._connection.closed) from None
        except UnicodeError:
            raise RefusedError("refused", "a text cannot be written in UTF-8") from None

    @contextmanager
    def _in_time(self, late: threading.Event) -> Iterator[None]:
        """The server has a limit of its own; this one is for a server that no longer says anything."""
        timer = threading.Timer(self._seconds + GRACE_SECONDS, self._hang_up, (late,))
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _hang_up(self, late: threading.Event) -> None:
        late.set()
        with contextlib.suppress(psycopg.Error, OSError), socket.socket(fileno=self._connection.fileno()) as line:
            try:
                line.shutdown(socket.SHUT_RDWR)
            finally:
                line.detach()


def _kept(written: str, kind: str) -> Kept:
    """What one of PostgreSQL's types is to us, by the name it gives."""
    if written in _WHOLE:
        return Kept(written, "number", _WHOLE[written], 0)
    if found := _NUMERIC.fullmatch(written):
        digits, scale = (int(found[2]), int(found[3])) if found[1] else (None, None)
        return Kept(written, "number", digits, scale)
    if written in ("real", "double precision"):
        return Kept(written, "float")
    if _TEXT.fullmatch(written) or kind == "e":
        return Kept(written, "text")
    if _TEXTS.fullmatch(written):
        return Kept(written, "texts")
    if written in ("date", "boolean"):
        return Kept(written, "date" if written == "date" else "boolean")
    return Kept(written, "other")


def _not_connected(error: psycopg.Error) -> RefusedError:
    """Why there is no connection. The server's words name users and hosts, and are not repeated."""
    if isinstance(error, psycopg.ProgrammingError):
        return RefusedError("unreachable", "the address cannot be read")
    told = str(error)
    if isinstance(error, errors.ConnectionTimeout) or "timeout" in told:
        return RefusedError("unreachable", f"no answer within {CONNECT_SECONDS} seconds")
    if "authentication failed" in told or "no password supplied" in told:
        return RefusedError("password")
    if "FATAL" in told:
        return RefusedError("unreachable", "the server refuses the connection")
    return RefusedError("unreachable", "there is no server at the address")


def _refused(error: psycopg.Error, *, late: bool, gone: bool) -> RefusedError:
    state = error.sqlstate or ""
    detail = error.diag.message_primary or ""
    if late:
        return RefusedError("late")
    if gone or (state.startswith(_GONE) and state not in _WHYS):
        return RefusedError("gone")
    if state in _WHYS:
        return RefusedError(_WHYS[state], detail)
    return RefusedError("inexact" if state.startswith(_INEXACT) else "refused", detail)
