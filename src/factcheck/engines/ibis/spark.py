"""Spark, in this process or a cluster: one session of its own settings, in which arithmetic is exact or fails."""

import contextlib
import threading
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

from py4j.protocol import Py4JError, Py4JNetworkError
from pyspark.errors import AnalysisException, PySparkException
from pyspark.sql import SparkSession
from pyspark.sql.types import (
    ArrayType,
    BooleanType,
    DataType,
    DateType,
    DecimalType,
    DoubleType,
    FloatType,
    IntegralType,
    StringType,
)

from factcheck.engines.ibis.connections import Kept, RefusedError

_SETTINGS = {
    "spark.sql.ansi.enabled": "true",  # what overflows fails
    "spark.sql.decimalOperations.allowPrecisionLoss": "false",  # no product is rounded to fit
    "spark.sql.legacy.decimal.retainFractionDigitsOnTruncate": "true",  # no comparison drops decimals to fit
    "spark.sql.session.timeZone": "UTC",
}
_START = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}
_LOCAL = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}

_AGAIN_SECONDS = 0.5

_DIGITS = {"tinyint": 3, "smallint": 5, "int": 10, "bigint": 19}

_INEXACT = ("ARITHMETIC_OVERFLOW", "CAST_OVERFLOW", "CAST_INVALID_INPUT", "NUMERIC_VALUE_OUT_OF_RANGE")
_ABSENT = "TABLE_OR_VIEW_NOT_FOUND"
_BYTEWISE = "UTF8_BINARY"


class Spark:
    """A session of Spark; `seconds` is the limit for one statement.

    spark://local runs it in this process, spark://host:port in a cluster; what stands behind a question mark are
    settings: spark://local?spark.sql.warehouse.dir=... A session that runs already in this process is used.
    """

    called = "Spark"
    dialect = "pyspark"

    def __init__(self, url: str, *, seconds: float) -> None:
        self._seconds = seconds
        try:
            self._session = started(url).newSession()
            for name, value in _SETTINGS.items():
                self._session.conf.set(name, value)
            # A task that calculates looks up only when it is interrupted.
            self._session.sparkContext.setLocalProperty("spark.job.interruptOnCancel", "true")
        except (PySparkException, Py4JError, RuntimeError, OSError, ValueError) as error:
            raise RefusedError("unreachable", f"Spark does not start ({type(error).__name__})") from None

    @property
    def version(self) -> str:
        return str(self._session.version)

    def columns(self, table: tuple[str, ...]) -> Mapping[str, Kept]:
        quoted = ".".join("`" + part.replace("`", "``") + "`" for part in table)
        try:
            fields = self._session.table(quoted).schema.fields
        except AnalysisException as error:
            if _ABSENT in (error.getCondition() or ""):
                return {}
            raise _refused(error, late=False) from None
        except (PySparkException, Py4JError) as error:
            raise _refused(error, late=False) from None
        return {field.name: _kept(field.dataType) for field in fields}

    def select(self, sql: str) -> list[tuple[object, ...]]:
        late, done = threading.Event(), threading.Event()
        threading.Thread(target=self._end, args=(late, done), daemon=True).start()
        try:
            return [tuple(row) for row in self._session.sql(sql).collect()]
        except (PySparkException, Py4JError) as error:
            raise _refused(error, late=late.is_set()) from None
        finally:
            done.set()

    def close(self) -> None:
        """The session ends with the process: another one would have to start Java again."""

    def _end(self, late: threading.Event, done: threading.Event) -> None:
        """Again and again once the time is over: a statement is several jobs, and a cancelled one may have a next."""
        wait = self._seconds
        while not done.wait(wait):
            late.set()
            wait = _AGAIN_SECONDS
            with contextlib.suppress(PySparkException, Py4JError):
                self._session.sparkContext.cancelAllJobs()


def started(url: str) -> SparkSession:
    parts = urlsplit(url)
    is_local = parts.netloc == "local"
    builder = SparkSession.builder.appName("factcheck").master("local[*]" if is_local else f"spark://{parts.netloc}")
    for name, value in (*_START.items(), *(_LOCAL.items() if is_local else ()), *parse_qsl(parts.query)):
        builder = builder.config(name, value)
    session: SparkSession = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    return session


def _kept(found: DataType) -> Kept:
    """What one of Spark's types is to us."""
    written = found.simpleString()
    match found:
        case IntegralType():
            return Kept(written, "number", _DIGITS[written], 0)
        case DecimalType():
            return Kept(written, "number", found.precision, found.scale)
        case FloatType() | DoubleType():
            return Kept(written, "float")
        case StringType():
            return Kept(written, "text" if _is_bytewise(found) else "other")
        case ArrayType() if isinstance(found.elementType, StringType) and _is_bytewise(found.elementType):
            return Kept(written, "texts")
        case DateType():
            return Kept(written, "date")
        case BooleanType():
            return Kept(written, "boolean")
        case _:
            return Kept(written, "other")


def _is_bytewise(text: StringType) -> bool:
    return getattr(text, "collation", _BYTEWISE) == _BYTEWISE


def _refused(error: PySparkException | Py4JError, *, late: bool) -> RefusedError:
    if late:
        return RefusedError("late")
    if isinstance(error, Py4JNetworkError) or not isinstance(error, PySparkException):
        return RefusedError("gone")
    condition = error.getCondition() or ""
    if condition.startswith(_INEXACT):
        return RefusedError("inexact", condition)
    if _ABSENT in condition:
        return RefusedError("absent", condition)
    return RefusedError("refused", condition or type(error).__name__)
