"""Reading requests strictly: what is missing, misspelt or of the wrong type is refused with a sentence."""

import json
import re
from collections.abc import Callable
from typing import Any, NoReturn, TypeVar

from flask import request

from labmapper.core.drawing.checked_text import Drawing, find_checked_text
from labmapper.core.drawing.document import Diagram, find_diagram, parse_diagram
from labmapper.web.accounts.identity import is_script
from labmapper.web.language.text import t
from labmapper.web.refusals import Refusal

_Choice = TypeVar("_Choice", bound=str)

# Finds the diagram under its key in the text of a JSON object, and returns it with what stands beside it; None leaves it as values.
FindDiagram = Callable[[bytes], tuple[Diagram, dict[str, Any]] | None]

_DIAGRAM = "diagram"
# Each object and list of JSON takes up to 300 bytes of memory, each value beside another some 100, however short they are written.
# The largest drawing that is allowed, of 20,000 nodes and 80,000 cables with a bend in each, has less.
_MOST_PARTS = 500_000
_MOST_COMMAS = 2_000_000
_HALF = re.compile(rb"\\u[dD][89a-fA-F]")
_REQUEST_KEY = re.compile(r"[!-~]{1,64}")
_ETAG = re.compile(r'(?:W/)?"([0-9]{1,9})"')


def read_json(*known: str, find: FindDiagram = find_diagram) -> dict[str, Any]:
    """Return the JSON object of the request, which may have no keys but *known*; *find* may have read a ``diagram`` in it already."""
    return _read_object(_take_json(), known, find)


def _take_json() -> bytes:
    if request.mimetype != "application/json":
        raise Refusal(415, "unsupported-type", "Send JSON, with the header 'Content-Type: application/json'.")
    data = request.get_data(cache=False)
    _bound_parts(data)
    return data


def _bound_parts(data: bytes) -> None:
    if len(data) <= _MOST_PARTS:
        return  # it cannot have more
    if data.count(b"{") + data.count(b"[") > _MOST_PARTS or data.count(b",") > _MOST_COMMAS:
        message = f"The JSON has more than {_MOST_PARTS:,} objects and lists, or {_MOST_COMMAS:,} commas: more than any diagram needs."
        raise Refusal(413, "many-parts", message)


def _read_object(data: bytes, known: tuple[str, ...], find: FindDiagram = find_diagram) -> dict[str, Any]:
    found = find(data) if _DIAGRAM in known else None
    body = found[1] | {_DIAGRAM: found[0]} if found else _parse(data)
    if not isinstance(body, dict):
        raise Refusal(400, "bad-json", "The body must be a JSON object.")
    for key in body:
        if key not in known:
            allowed = ", ".join(known) or "no keys at all"
            raise Refusal(400, "unknown-key", f"The body has the key '{key[:50]}'; it may have: {allowed}.")
    return body


def read_drawing() -> Drawing:
    """Return the diagram that is all there is in the JSON object of the request, to be saved, or refuse as ``read_diagram`` does."""
    data = _take_json()
    return find_checked_text(data) or read_diagram(_read_object(data, (_DIAGRAM,)))


def read_diagram(body: dict[str, Any], key: str = _DIAGRAM) -> Diagram:
    """Return the diagram under *key* in *body*, or refuse with all that keeps it from being one."""
    if key not in body:
        raise Refusal(400, "missing-key", f"The body must have the key '{key}'.")
    value = body[key]
    return value if isinstance(value, Diagram) else check_diagram(value)


def read_diagram_part(part: bytes) -> Diagram:
    """Return the diagram that the *part* of a form is as JSON, or refuse with all that keeps it from being one."""
    _bound_parts(part)
    return check_diagram(_parse(part))


def check_diagram(document: object) -> Diagram:
    """Return the diagram that *document* is, or refuse with all that keeps it from being one."""
    diagram, problems = parse_diagram(document)
    if diagram is None:
        raise Refusal(422, "diagram-invalid", "This is not a diagram that can be saved.", problems=problems)
    return diagram


def read_revision() -> int:
    """Return the revision that the header ``If-Match`` names."""
    given = request.headers.get("If-Match", "")
    if not given:
        raise _refuse_nameless()
    match = _ETAG.fullmatch(given.strip())
    if match is None:
        raise Refusal(400, "revision-unreadable", "If-Match must name one revision, as in 'If-Match: \"3\"'.")
    return int(match[1])


def _refuse_nameless() -> Refusal:
    """Return the refusal of a save that names no revision. The editor always names one: to people it was lost on its way."""
    if is_script():
        message = "Name the revision that this save is based on, as in 'If-Match: \"3\"'."
    else:
        message = t(
            "Nothing was saved: the header If-Match, which says what this save is based on, did not arrive. Something between your browser and the server takes it away. Your work is still on your screen; tell whoever runs the server."
        )
    return Refusal(428, "revision-missing", message)


def read_request_key() -> str | None:
    """Return the header ``Idempotency-Key``, by which a request that comes again is known, or None."""
    key = request.headers.get("Idempotency-Key")
    if key is None or _REQUEST_KEY.fullmatch(key):
        return key
    raise Refusal(400, "bad-request-key", "Idempotency-Key must be 1 to 64 ASCII characters without blanks.")


def read_flag(body: dict[str, Any], key: str) -> bool:
    """Return whether *key* in *body* is true; it is false where it is missing."""
    value = body.get(key, False)
    if not isinstance(value, bool):
        raise Refusal(400, "wrong-type", f"'{key}' must be true or false.")
    return value


def read_text(body: dict[str, Any], key: str, *, longest: int) -> str | None:
    """Return the text under *key* in *body*, or None where it is missing or null."""
    value = body.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or not 0 < len(value) <= longest or not value.isprintable():
        raise Refusal(400, "wrong-type", f"'{key}' must be a text of 1 to {longest} characters.")
    return value


def require_text(body: dict[str, Any], key: str, *, longest: int) -> str:
    """Return the text under *key* in *body*, which must be there and hold more than blanks."""
    text = (read_text(body, key, longest=longest) or "").strip()
    if not text:
        raise Refusal(400, "missing-key", f"The body must have the key '{key}', a text of 1 to {longest} characters.")
    return text


def read_choice(body: dict[str, Any], key: str, choices: tuple[_Choice, ...]) -> _Choice:
    """Return which of *choices* stands under *key* in *body*."""
    for choice in choices:
        if body.get(key) == choice:
            return choice
    raise Refusal(400, "wrong-type", f"'{key}' must be one of {', '.join(map(str, choices))}.")


def read_choices(body: dict[str, Any], key: str, choices: tuple[str, ...]) -> frozenset[str]:
    """Return which of *choices* the list under *key* in *body* has; all of them where it is missing."""
    value = body.get(key, list(choices))
    if not isinstance(value, list) or not all(each in choices for each in value):
        raise Refusal(400, "wrong-type", f"'{key}' must be a list of any of {', '.join(choices)}.")
    return frozenset(value)


def read_ids(body: dict[str, Any], key: str) -> frozenset[str] | None:
    """Return the ids under *key* in *body*, or None where it is missing or null."""
    value = body.get(key)
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise Refusal(400, "wrong-type", f"'{key}' must be a list of ids, or null for everything.")
    return frozenset(value)


def read_number(body: dict[str, Any], key: str, default: int, most: int) -> int:
    """Return the whole number under *key* in *body*, at most *most*."""
    value = body.get(key, default)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise Refusal(400, "wrong-type", f"'{key}' must be a whole number from 0 to {most}.")
    return min(value, most)


def read_raw() -> bytes:
    """Return the body of the request as it is, within the limit."""
    data: bytes = request.get_data(cache=False)
    return data


def _parse(data: bytes) -> Any:  # noqa: ANN401 - JSON may be anything
    try:
        value = json.loads(data, parse_constant=_refuse_constant)
        if _HALF.search(data):
            json.dumps(value, ensure_ascii=False).encode()  # refuses halves of characters
    except (ValueError, RecursionError) as error:
        raise Refusal(400, "bad-json", f"The body is not JSON that can be read: {_explain(error)}.") from error
    return value


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number of JSON")


def _explain(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}, column {error.colno}: {error.msg}"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if isinstance(error, UnicodeEncodeError):
        return "it holds half a character"
    return "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
