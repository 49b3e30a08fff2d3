"""Servers for the tests of engines beyond this machine. Nothing here is collected without `-m engines`."""

import importlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from engines_beyond.servers import Server, programs

# Tables of a few rows, for which compiling a statement to Java takes longer than answering it.
_SETTINGS = "spark.sql.shuffle.partitions=1&spark.sql.codegen.wholeStage=false&spark.default.parallelism=1"
SPARK = f"spark://local?{_SETTINGS}&spark.sql.warehouse.dir="


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Without the mark the packages these tests import need not be there."""
    return None if config.getoption("-m") == "engines" else True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.engines)


def absent(what: str) -> None:
    """Skip a test for want of something; where CI is set, that is a failure."""
    if os.environ.get("CI"):
        pytest.fail(f"{what}, and CI must run this test", pytrace=False)
    pytest.skip(what)


def needed(*packages: str) -> None:
    for package in packages:
        try:
            importlib.import_module(package)
        except ImportError:
            absent(f"{package} is not installed")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL that runs."""
    needed("ibis", "psycopg")
    try:
        programs()
    except LookupError as error:
        absent(str(error))
    # Not below pytest's own folder, which only the user who made it may enter.
    folder = Path(tempfile.mkdtemp(prefix="factcheck-postgres-"))
    made = Server(folder)
    made.start()
    yield made
    made.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Spark in this process: one session for all tests."""
    needed("ibis", "pyspark")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        absent("there is no Java")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    address = SPARK + str(tmp_path_factory.mktemp("spark"))
    yield address
    from pyspark.sql import SparkSession

    session = SparkSession.getActiveSession()
    if session is not None:
        session.stop()
