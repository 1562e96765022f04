"""How counts, times and sizes are written, and what templates write them with."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from flask import Flask
from markupsafe import Markup

from labmapper.core.lab.passwords import HASHING_WORDS
from labmapper.core.problems import Problem
from labmapper.web.icons import get_icon


def init_formatting(app: Flask) -> None:
    """Give the templates of *app* their filters."""
    app.add_template_filter(count)
    app.add_template_filter(moment)
    app.add_template_filter(size)
    app.add_template_filter(options)
    app.add_template_filter(problem_json)
    app.add_template_global(get_icon)
    # The order of parameters is their order in the mapping.
    app.jinja_env.policies["json.dumps_kwargs"] = {"sort_keys": False, "separators": (",", ":")}


def problem_json(problem: Problem) -> dict[str, Any]:
    """Return *problem* as the API gives it, which is what the templates show."""
    return problem.as_json()


def count(number: int, one: str, many: str | None = None) -> str:
    """Return *number* with its noun: "1 device", "11 devices"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def moment(time: datetime) -> Markup:
    """Return *time* for people, exact on hover. It is UTC; a script shows it in local time."""
    stamp = time.isoformat(timespec="seconds")
    shown = f"{time.day} {time:%B %Y, %H:%M} UTC"
    return Markup('<time datetime="{}" title="{}" data-local>{}</time>').format(stamp, stamp, shown)


def render_time(time: datetime | None) -> str | None:
    """Return *time* for programs: ISO 8601 in UTC, to the millisecond."""
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z") if time else None


def options(given: Mapping[str, str]) -> str:
    """Return what a mapping was *given* to be made by, as people say it."""
    return f"Guacamole {given['guacamole']}, passwords {HASHING_WORDS[given['hashing']]}"


def size(octets: int) -> str:
    """Return *octets* as people write sizes."""
    if octets < 1024:  # noqa: PLR2004 - a KiB
        return count(octets, "byte")
    scaled, unit = (octets / 1024, "KiB") if octets < 1024**2 else (octets / 1024**2, "MiB")
    return f"{scaled:,.1f} {unit}"
