"""What MySQL and MariaDB take for one name, asked of a real server letter by letter."""

import unicodedata
from collections import defaultdict

import pytest

from labmapper.formats.guacamole_database.mysql_checks import _fold
from support.guacamole.databases import MariaDb

# Letters and digits of Latin, Greek, Cyrillic and Hebrew.
# Signs for two sounds, which only phonetic texts have.
PHONETIC = "ƾʣʥʦʧ"
RANGES = (range(0x21, 0x363), range(0x37B, 0x530), range(0x5D0, 0x5EB), range(0x1E00, 0x2000))


def list_letters() -> list[str]:
    letters = map(chr, (code for codes in RANGES for code in codes))
    return [each for each in letters if unicodedata.category(each)[0] in "LN" and each not in PHONETIC]


# The first is what Guacamole's tables have by default, the last what they have in MariaDB since 11.6.
@pytest.mark.parametrize(
    "collation", ["utf8mb3_general_ci", "utf8mb3_unicode_ci", "utf8mb3_unicode_520_ci", "utf8mb3_uca1400_ai_ci"]
)
def test_letters_that_a_collation_takes_for_one_are_refused_as_names(
    guacamole_mariadb: MariaDb, collation: str
) -> None:
    rows = " UNION ALL SELECT ".join(f"_utf8mb3 X'{each.encode().hex()}'" for each in list_letters())
    weights = guacamole_mariadb.select(
        f"(SELECT NULL AS c UNION ALL SELECT {rows}) AS letters WHERE c IS NOT NULL",
        "c",
        f"WEIGHT_STRING(c COLLATE {collation}):bytes",
    )
    alike: dict[str | None, list[str]] = defaultdict(list)
    for letter, weight in weights:
        alike[weight].append(str(letter))

    assert len(weights) == len(list_letters())
    missed = [
        (letter, other)
        for letter, *others in alike.values()
        for other in others
        if not _fold(f"x{letter}y") & _fold(f"x{other}y")
    ]
    assert missed == []


def test_names_that_differ_in_a_sharp_s_only_meet_whichever_way_it_is_spelled() -> None:
    assert _fold("Weiß") & _fold("Weis")
    assert _fold("Weiß") & _fold("Weiss")
    assert not _fold("Weis") & _fold("Weiss")
