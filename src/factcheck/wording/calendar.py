"""Days of years, quarters, months and weeks; both ends are included."""

from datetime import date

from factcheck.wording.match import Match

Days = tuple[date, date]

MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
DAYS_OF = {"day": 1, "week": 7}
MONTHS_IN_A_YEAR = 12
YEARS_IN_A_DECADE = 10
HUNDRED = 100


def days(time: Match) -> Days | None:
    """The days that a time names; None for a day without a year, and for one that is not in the calendar."""
    numbers = [int(number.value) for number in time.numbers]
    month = time.get("month")
    try:
        return _named(time.entry.means, numbers, month, time)
    except ValueError:
        return None


def _named(means: str, numbers: list[int], month: Match | None, time: Match) -> Days | None:
    month_number = int(month.entry.value or 1) if month else 1
    match means:
        case "year" | "decade" | "years":
            return _years(means, numbers[0])
        case "month":
            return step_of("month", date(numbers[0], month_number, 1))
        case "day":
            day, year = sorted(numbers)
            return (date(year, month_number, day),) * 2
        case "iso":
            return (date(*numbers),) * 2
        case "season":
            return _season(*numbers)
        case "quarter" | "half":
            return _part_of_year(means, numbers, time)
        case _:
            return None


def _years(means: str, first: int) -> Days:
    """The year, the ten from it, or what "les années" say: a decade where the year begins one, else that year alone."""
    if means == "decade":
        return _months_from(first, 1, MONTHS_OF["decade"])
    is_decade = means == "years" and first % YEARS_IN_A_DECADE == 0
    return step_of("decade" if is_decade else "year", date(first, 1, 1))


def _season(first: int, last: int) -> Days | None:
    """ "2019-20": both years; "2019-10" could be a month, and is left alone."""
    is_next = last == (first + 1) % HUNDRED
    return (date(first, 1, 1), date(first + 1, 12, 31)) if is_next else None


def _part_of_year(means: str, numbers: list[int], time: Match) -> Days | None:
    word = time.get("ordinal_word")
    place = int(word.entry.value or 1) if word else min(numbers)
    length = MONTHS_OF[means]
    if place * length > MONTHS_IN_A_YEAR:
        return None
    return _months_from(max(numbers), (place - 1) * length + 1, length)


def step_of(span: str, day: date) -> Days:
    """The year, month, week or other span of the calendar that a day is in; weeks begin on Monday."""
    if span == "day":
        return day, day
    if span == "week":
        monday = day.toordinal() - day.weekday()
        return date.fromordinal(monday), date.fromordinal(monday + DAYS_OF["week"] - 1)
    length = MONTHS_OF[span]
    if span == "decade":
        return _months_from(day.year // YEARS_IN_A_DECADE * YEARS_IN_A_DECADE, 1, length)
    return _months_from(day.year, (day.month - 1) // length * length + 1, length)


def span_back(end: date, steps: int, span: str) -> Days | None:
    """So many days, months or years that end with a day: the last 7 days of the 30th begin on the 24th."""
    if span in DAYS_OF:
        first = end.toordinal() - steps * DAYS_OF[span] + 1
        return (date.fromordinal(first), end) if first > 0 else None
    before = _months_before(end, steps * MONTHS_OF[span])
    return (date.fromordinal(before.toordinal() + 1), end) if before else None


def _months_from(year: int, month: int, length: int) -> Days:
    last = _first_of(year, month + length)
    return date(year, month, 1), date.fromordinal(last.toordinal() - 1)


def _first_of(year: int, month: int) -> date:
    return date(year + (month - 1) // MONTHS_IN_A_YEAR, (month - 1) % MONTHS_IN_A_YEAR + 1, 1)


def _months_before(end: date, months: int) -> date | None:
    """The same day so many months earlier, or the last day of that month."""
    count = end.year * MONTHS_IN_A_YEAR + end.month - 1 - months
    if count < MONTHS_IN_A_YEAR:
        return None
    year, month = count // MONTHS_IN_A_YEAR, count % MONTHS_IN_A_YEAR + 1
    last = step_of("month", date(year, month, 1))[1]
    return last.replace(day=min(end.day, last.day))
