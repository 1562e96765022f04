"""How counts, times and sizes are written, and what templates write them with."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from flask import Flask
from markupsafe import Markup

from labmapper.core.problems import Problem
from labmapper.web.icons import get_icon
from labmapper.web.language.catalogues import ENGLISH
from labmapper.web.language.text import get_catalogue, mark, plural, t

_OPTIONS: Mapping[str, str] = {
    "plain": mark("Guacamole {version}, passwords as plain text"),
    "sha256": mark("Guacamole {version}, passwords as SHA-256 hashes"),
    "md5": mark("Guacamole {version}, passwords as MD5 hashes"),
}


def init_formatting(app: Flask) -> None:
    """Give the templates of *app* their filters."""
    app.add_template_filter(moment)
    app.add_template_filter(size)
    app.add_template_filter(options)
    app.add_template_filter(problem_json)
    app.add_template_global(get_icon)
    # The order of parameters is their order in the mapping.
    app.jinja_env.policies["json.dumps_kwargs"] = {"sort_keys": False, "separators": (",", ":")}


def problem_json(problem: Problem) -> dict[str, Any]:
    """Return *problem* as the API gives it, which is what the templates show."""
    return problem.as_json(get_catalogue().messages)


def moment(time: datetime) -> Markup:
    """Return *time* for people, exact on hover. It is UTC; a script shows it in local time."""
    stamp = time.isoformat(timespec="seconds")
    is_english = get_catalogue() is ENGLISH
    shown = f"{time.day} {time:%B %Y, %H:%M} UTC" if is_english else f"{time:%Y-%m-%d %H:%M} UTC"
    return Markup('<time datetime="{}" title="{}" data-local>{}</time>').format(stamp, stamp, shown)


def render_time(time: datetime | None) -> str | None:
    """Return *time* for programs: ISO 8601 in UTC, to the millisecond."""
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z") if time else None


def options(given: Mapping[str, str]) -> str:
    """Return what a mapping was *given* to be made by, as people say it."""
    return t(_OPTIONS[given["hashing"]], version=given["guacamole"])


def size(octets: int) -> str:
    """Return *octets* as people write sizes."""
    if octets < 1024:  # noqa: PLR2004 - a KiB
        return plural("{count} byte", "{count} bytes", octets)
    scaled, unit = (octets / 1024, "KiB") if octets < 1024**2 else (octets / 1024**2, "MiB")
    return f"{get_catalogue().render_number(scaled, 1)} {unit}"
