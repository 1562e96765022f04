"""The name of a browser, made of what it says of itself: enough for somebody to know their own in a list."""

import re

# The first that fits is the name: most browsers say that they are others too.
_BROWSERS = {
    "Edge": r"\bEdg(?:e|A|iOS)?/",
    "Opera": r"\bOPR/",
    "Samsung Internet": r"\bSamsungBrowser/",
    "Firefox": r"\b(?:Firefox|FxiOS)/",
    "Chrome": r"\b(?:(?:Headless)?Chrome|CriOS|Chromium)/",
    "Safari": r"\bSafari/",
}
_SYSTEMS = {
    "iPhone": r"\biPhone\b",
    "iPad": r"\biPad\b",
    "Android": r"\bAndroid\b",
    "ChromeOS": r"\bCrOS\b",
    "Windows": r"\bWindows\b",
    "macOS": r"\bMacintosh\b",
    "Linux": r"\bLinux\b",
}
_LONGEST = 500


def name_browser(user_agent: str) -> str:
    """Return the browser and the system that *user_agent* says, as ``Firefox, Linux``; what it does not say is left out."""
    said = user_agent[:_LONGEST]
    found = (_find(names, said) for names in (_BROWSERS, _SYSTEMS))
    return ", ".join(name for name in found if name)


def _find(names: dict[str, str], said: str) -> str | None:
    return next((name for name, pattern in names.items() if re.search(pattern, said)), None)
