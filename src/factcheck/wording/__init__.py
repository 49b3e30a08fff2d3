"""Words to quantities to readings: what the figures of a text accept. Takes the language as a value, opens no file."""

from factcheck.wording.counted import counted_after
from factcheck.wording.finding import same, spoken_in, wordings
from factcheck.wording.forecasts import Forecast, forecasts
from factcheck.wording.language import Language
from factcheck.wording.listing import quantities, quantities_in_turn
from factcheck.wording.numbers import numbers, ordinals, places
from factcheck.wording.periods import periods, years
from factcheck.wording.says import wording
from factcheck.wording.unreadable import UnreadableWording

__all__ = [
    "Forecast",
    "Language",
    "UnreadableWording",
    "counted_after",
    "forecasts",
    "numbers",
    "ordinals",
    "periods",
    "places",
    "quantities",
    "quantities_in_turn",
    "same",
    "spoken_in",
    "wording",
    "wordings",
    "years",
]
