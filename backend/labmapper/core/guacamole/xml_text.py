"""Text inside XML 1.0: what it can hold, and how the rest is escaped.

Numeric references throughout: since JDK 24 every named one (``&amp;``) counts towards a limit of 100,000 a document
(``jdk.xml.maxGeneralEntitySizeLimit``), and one more rejects the whole file.
"""

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_IN_CONTENT = str.maketrans({char: f"&#{ord(char)};" for char in "&<>\r"})
_IN_ATTRIBUTE = str.maketrans({char: f"&#{ord(char)};" for char in '&<>"\t\n\r'})


def find_forbidden_character(text: str) -> str | None:
    """Return the first character of *text* that no XML 1.0 file can hold, in any spelling, as ``U+001B``."""
    match = _FORBIDDEN.search(text)
    return f"U+{ord(match.group()):04X}" if match else None


def escape_content(text: str) -> str:
    """Return *text* as the content of an element; Guacamole reads back exactly *text*."""
    return text.translate(_IN_CONTENT)


def escape_attribute(text: str) -> str:
    """Return *text* as the value of an attribute in double quotes; Guacamole reads back exactly *text*."""
    return text.translate(_IN_ATTRIBUTE)
