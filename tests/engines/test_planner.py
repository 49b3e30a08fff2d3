"""Few figures are answered by one scan, many from a cube, and the plan says so."""

from decimal import Decimal

from factcheck.engines import planner
from factcheck.model.conditions import ALL_ROWS, Compare, Cond, Name, Value
from factcheck.model.queries import Figure, Profile, Query, Request, Rows

YEARS = [Compare("=", Name("year"), Value(Decimal(year))) for year in range(2000, 2030)]


def _counts(conditions: list[Compare], *, where: Cond = ALL_ROWS) -> Query:
    return Query("t", tuple(Figure("known", where=one) for one in conditions), where=where)


def test_one_query_is_one_scan() -> None:
    assert planner.plan_lines([_counts(YEARS[:3])]) == ("t: 3 figures under 3 conditions: 1 scan",)


def test_a_few_queries_share_one_scan() -> None:
    requests: list[Request] = [_counts(YEARS[:3]), _counts(YEARS[2:4]), Profile("t", ("year",)), Rows("t", ("year",))]
    assert planner.plan_lines(requests) == ("t: 9 figures under 4 conditions: 1 scan; 1 list of rows",)


def test_many_conditions_make_a_cube_of_their_columns() -> None:
    requests = [_counts(YEARS, where=Compare("=", Name("country"), Value("NL")))]
    assert planner.plan_lines(requests) == (
        "t: 30 figures under 30 conditions: one cube of country, year; if that makes too many groups, 1 scan",
    )


def test_many_kinds_of_groups_make_a_cube() -> None:
    requests = [Query("t", (Figure("sum", Name("n")),), by=(key,)) for key in "abcd"]
    assert planner.plan_lines(requests) == (
        "t: 4 figures under 0 conditions: one cube of a, b, c, d; if that makes too many groups, 4 scans",
    )


def test_middles_are_scanned_beside_the_cube() -> None:
    requests = [_counts(YEARS), Query("t", (Figure("lower_middle", Name("n")),))]
    [line] = planner.plan_lines(requests)
    assert line.endswith("one cube of year, and 1 scan for the rest; if that makes too many groups, 1 scan")


def test_a_column_of_which_values_are_counted_may_be_left_out_of_the_cube() -> None:
    requests = [_counts(YEARS), Query("t", (Figure("distinct", Name("id")),))]
    parts = [planner.part(position, query) for position, query in enumerate(requests)]
    assert [attempt.ways for attempt in planner.attempts(parts)] == [
        "one cube of id, year",
        "one cube of year, and 1 scan for the rest",
        "1 scan",
    ]


def test_tables_are_planned_apart() -> None:
    requests = [_counts(YEARS[:1]), Query("u", (Figure("known"),))]
    assert planner.plan_lines(requests) == (
        "t: 1 figure under 1 condition: 1 scan",
        "u: 1 figure under 0 conditions: 1 scan",
    )


def test_what_cannot_be_asked_is_said() -> None:
    weighted = Query("t", (Figure("lower_middle", Name("n"), weight=Name("w")),))
    assert planner.plan_lines([weighted]) == ("t: not planned: the median of weighted rows is not supported",)
