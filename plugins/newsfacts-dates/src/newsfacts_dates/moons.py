"""When the lunar new year of China and its neighbours begins: by new moons, as seen from Beijing.

Source: Jean Meeus, Astronomical Algorithms (1998), chapter 49, its terms of a second and more. Good
to minutes; the days of 1966 to 2034 that almanacs give are a test.
"""

from __future__ import annotations

import datetime as dt
import math
from functools import lru_cache
from typing import Final

__all__ = ["lunar_new_year"]

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_MOONS_A_YEAR = 12.3685
_NOON: Final = dt.datetime(2000, 1, 1, 12)  # noqa: DTZ001 - of Beijing, with _AHEAD
_NOON_JULIAN = 2451545.0
_AHEAD = 8 / 24 - 70 / 86400
"""Days that clocks in Beijing are ahead of uniform time."""
_TERMS: Final = (
    (-0.40720, 0, 1, 0), (0.17241, 1, 0, 0), (0.01608, 0, 2, 0), (0.01039, 0, 0, 2),
    (0.00739, -1, 1, 0), (-0.00514, 1, 1, 0), (0.00208, 2, 0, 0), (-0.00111, 0, 1, -2),
    (-0.00057, 0, 1, 2), (0.00056, 1, 2, 0), (-0.00042, 0, 3, 0), (0.00042, 1, 0, 2),
    (0.00038, 1, 0, -2), (-0.00024, -1, 2, 0),
)  # fmt: skip
"""Days, and how often the anomalies of sun and moon and the moon's latitude are taken."""


@lru_cache(maxsize=256)
def lunar_new_year(year: int) -> dt.date:
    """Return the first day of the lunar year that begins in *year*.

    Raises:
        ValueError: if *year* is not of 1900 to 2100.
    """
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(f"the lunar new year of {year} is not known")
    about = math.floor((year - 2000) * _MOONS_A_YEAR)
    moons = [_new_moon(about + more) for more in range(-2, 5)]
    within = [day for day in moons if dt.date(year, 1, 21) <= day <= dt.date(year, 2, 20)]
    # Of two the second begins it where the new moon of the solstice was of the same day.
    return within[len(within) > 1 and dt.date(year - 1, 12, 22) in moons]


def _new_moon(number: int) -> dt.date:
    """Return the day of a new moon in Beijing; that of 6 January 2000 is number 0."""
    century = number / 1236.85
    sun = math.radians(2.5534 + 29.10535670 * number)
    moon = math.radians(201.5643 + 385.81693528 * number + 0.0107582 * century**2)
    latitude = math.radians(160.7108 + 390.67050284 * number - 0.0016118 * century**2)
    eccentricity = 1 - 0.002516 * century
    days = 2451550.09766 + 29.530588861 * number + 0.00015437 * century**2 - _NOON_JULIAN
    for size, suns, moons, latitudes in _TERMS:
        angle = suns * sun + moons * moon + latitudes * latitude
        days += size * eccentricity ** abs(suns) * math.sin(angle)
    return (_NOON + dt.timedelta(days=days + _AHEAD)).date()
