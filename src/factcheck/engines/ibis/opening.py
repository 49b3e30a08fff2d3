"""Opens connections to engines: which driver an address needs, and what to install where it is not there."""

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.engines.addresses import Address
from factcheck.engines.ibis.connections import Connection, RefusedError


@dataclass(frozen=True, slots=True)
class Driver:
    """What opens an address, and the extra that brings what it needs."""

    extra: str
    open: Callable[[str, float], Connection]


def _postgres(url: str, seconds: float) -> Connection:
    from factcheck.engines.ibis.postgres import Postgres

    return Postgres(url, seconds=seconds)


def _spark(url: str, seconds: float) -> Connection:
    from factcheck.engines.ibis.spark import Spark

    return Spark(url, seconds=seconds)


DRIVERS = {
    "postgresql": Driver("postgres", _postgres),
    "postgres": Driver("postgres", _postgres),
    "spark": Driver("spark", _spark),
}


def connection(address: Address, *, seconds: float) -> Connection:
    """A connection. Raises RefusedError where there is none to be had."""
    driver = DRIVERS.get(address.scheme)
    if driver is None:
        raise RefusedError("unreachable", "its address must begin with postgresql:// or spark://")
    try:
        import ibis  # noqa: F401 - both are needed, and either may be absent

        return driver.open(address.url, seconds)
    except ModuleNotFoundError:
        raise RefusedError("extra", driver.extra) from None
