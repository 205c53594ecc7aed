"""Write the table of states and territories of newsfacts-actors from CLDR, through Babel.

    uv run --no-project --with babel python scripts/make_states.py

Babel (BSD) carries CLDR's English names of territories (Unicode licence) and its aliases from ISO
3166 alpha-3 to alpha-2 codes. Only the result is kept in the package: Babel is not needed to run.
"""

import re
from pathlib import Path

from babel import Locale  # type: ignore[import-not-found]
from babel.core import get_global  # type: ignore[import-not-found]

TARGET = Path("plugins/newsfacts-actors/src/newsfacts_actors/data/states.txt")
HEADER = """\
# States and territories: ISO 3166-1 alpha-3 code | name in English.
# Source: CLDR through Babel, by scripts/make_states.py; short forms where news uses another name
# than CLDR stand in NEWS_NAMES there. Do not edit: other names, demonyms and seats are in
# demonyms.txt.
"""
NEWS_NAMES = {
    "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo",
    "CI": "Ivory Coast",
    "HK": "Hong Kong",
    "MM": "Myanmar",
    "MO": "Macao",
    "PS": "Palestine",
    "TL": "East Timor",
    "TR": "Turkey",
    "VA": "Vatican City",
}
UNINHABITED = {"AQ", "BV", "CC", "CX", "GS", "HM", "IO", "NF", "PN", "SJ", "TF", "TK", "UM"}


def rows() -> list[str]:
    """Return one line a territory that has both an alpha-2 and an alpha-3 code, in code order."""
    names = Locale("en").territories
    alpha2 = {
        codes[0]: alpha3
        for alpha3, codes in sorted(get_global("territory_aliases").items(), reverse=True)
        if re.fullmatch("[A-Z]{3}", alpha3) and len(codes) == 1
    }
    alpha2 |= CURRENT
    return sorted(
        f"{alpha3}|{NEWS_NAMES.get(code, names[code]).replace('’', chr(39))}"
        for code, alpha3 in alpha2.items()
        if (code in names and code not in UNINHABITED and not code.startswith(("X", "Z", "Q", "E")))
        or code in {"EC", "EE", "EG", "EH", "ER", "ES", "ET", "QA", "XK", "ZA", "ZM", "ZW"}
    )


CURRENT = {
    "XK": "XKX",
    "MM": "MMR",
    "TL": "TLS",
    "CD": "COD",
    "YE": "YEM",
    "DE": "DEU",
    "RS": "SRB",
    "RU": "RUS",
    "RO": "ROU",
    "FR": "FRA",
    "BF": "BFA",
    "BJ": "BEN",
    "BY": "BLR",
    "ZW": "ZWE",
    "VU": "VUT",
    "GB": "GBR",
}
"""Where ISO withdrew codes (Zaire, Burma, Upper Volta), the one in force."""


def main() -> None:
    """Write the table."""
    TARGET.write_text(HEADER + "\n".join(rows()) + "\n", "utf-8")


if __name__ == "__main__":
    main()
