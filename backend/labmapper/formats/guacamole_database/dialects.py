"""What PostgreSQL and MySQL (and MariaDB) say differently: literals, conflicts, and how a script begins and ends.

Texts are written as parts, so that names and numbers of people can be put in later (``core.lab.copy_templates``). No text
may hold what a client or a server changes: carriage returns, which clients drop at the ends of lines, and for MySQL
backslashes, whose meaning depends on a setting, stand as calls of a function.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from labmapper.core.guacamole.secrets import MASK
from labmapper.core.lab.copy_templates import OWNER, Part, PodValues


@dataclass(frozen=True, slots=True)
class Dialect:
    """One way to say it. *broken* are the characters that stand outside of quotes, each with what stands for it."""

    title: str
    opening: str
    closing: str
    broken: dict[str, str]
    joined: tuple[str, str]
    is_mysql: bool

    def quote(self, parts: Iterable[Part]) -> list[Part]:
        """Return the literal of the text that *parts* make."""
        given = list(parts)
        needs_joining = any(
            part is OWNER or any(each in text for text in _list_texts(part) for each in self.broken) for part in given
        )
        begin, end = self.joined if needs_joining else ("", "")
        return [f"{begin}'", *(self._escape_part(part) for part in given), f"'{end}"]

    def _escape_part(self, part: Part) -> Part:
        if isinstance(part, PodValues):
            return PodValues({pod: self.escape(text) for pod, text in part.values.items()})
        return self.escape(part) if isinstance(part, str) else part

    def escape(self, text: str) -> str:
        """Return *text* as it stands between the quotes of a literal."""
        text = text.replace("'", "''")
        for character, spelling in self.broken.items():
            text = text.replace(character, spelling)
        return text

    def quote_text(self, text: str) -> str:
        """Return the literal of *text*."""
        return "".join(str(part) for part in self.quote([text]))

    def quote_bytes(self, digits: str | None) -> str:
        """Return the literal of the bytes with these hexadecimal *digits*."""
        if digits is None:
            return "NULL"
        return f"X'{digits}'" if self.is_mysql or digits == MASK else f"decode('{digits}', 'hex')"

    def cast(self, word: str, kind: str) -> str:
        """Return the *word* of the enumeration guacamole_*kind*; PostgreSQL converts none by itself."""
        return f"'{word}'" if self.is_mysql else f"'{word}'::guacamole_{kind}"

    def remember(self, query: list[Part]) -> tuple[list[Part], list[Part]]:
        """Return what keeps the number that *query* finds for the statements behind it, and how these name it.

        PostgreSQL has no variables outside of functions, so there it is looked up again.
        """
        return (["SET @found = ", *query, ";\n"], ["@found"]) if self.is_mysql else ([], query)

    def keep(self, *key: str) -> str:
        """Return the end of an INSERT that leaves rows alone that are there already, by their *key*."""
        if self.is_mysql:
            return f" ON DUPLICATE KEY UPDATE {key[0]} = VALUES({key[0]});\n"
        return f" ON CONFLICT ({', '.join(key)}) DO NOTHING;\n"

    def replace(self, key: tuple[str, ...], columns: tuple[str, ...]) -> str:
        """Return the end of an INSERT that changes the *columns* of rows that are there already, by their *key*."""
        if self.is_mysql:
            return f" ON DUPLICATE KEY UPDATE {', '.join(f'{each} = VALUES({each})' for each in columns)};\n"
        changes = ", ".join(f"{each} = EXCLUDED.{each}" for each in columns)
        return f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {changes};\n"


def _list_texts(part: Part) -> Iterable[str]:
    """Return the texts that *part* may become; numbers and names of people are none that were typed."""
    return part.values.values() if isinstance(part, PodValues) else (part,) if isinstance(part, str) else ()


POSTGRESQL = Dialect(
    title="PostgreSQL",
    # The lock is there because nothing in the tables keeps two groups of one name out of the root.
    opening=(
        "BEGIN;\n"
        "SET LOCAL client_encoding = 'UTF8';\n"
        "SET LOCAL standard_conforming_strings = on;\n"
        "LOCK TABLE guacamole_connection_group, guacamole_connection IN SHARE ROW EXCLUSIVE MODE;\n"
    ),
    closing="COMMIT;\n",
    broken={"\r": "'||chr(13)||'"},
    joined=("(", ")"),
    is_mysql=False,
)
MYSQL = Dialect(
    title="MySQL and MariaDB",
    # Servers have different collations for texts in a script, and for what CHAR makes; the binary one goes with all of
    # them, and columns are compared by their own. Without strictness names that are too long would be cut without a word.
    opening=(
        "SET NAMES utf8mb4 COLLATE utf8mb4_bin;\n"
        "SET SESSION sql_mode = CONCAT_WS(',', @@sql_mode, 'STRICT_ALL_TABLES');\n"
        "DO GET_LOCK('labmapper', 30);\n"
        "START TRANSACTION;\n"
    ),
    closing="COMMIT;\nDO RELEASE_LOCK('labmapper');\n",
    broken={"\r": "',CHAR(13 USING utf8mb4),'", "\\": "',CHAR(92 USING utf8mb4),'"},
    joined=("CONCAT(", ")"),
    is_mysql=True,
)
