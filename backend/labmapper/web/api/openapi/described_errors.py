"""The refusals of the API, as the OpenAPI document names them: which route may answer which, and when."""

from collections.abc import Iterable
from typing import Any

from labmapper.web.api.openapi.schema_parts import refer

_PAUSE = {"Retry-After": {"description": "Seconds until it is worth to ask again.", "schema": {"type": "integer"}}}
_SCHEME = {"WWW-Authenticate": {"description": "How to log in.", "schema": {"type": "string"}}}
# By status: the name, what it means, and the headers that come with it.
_ERRORS: dict[int, tuple[str, str, dict[str, Any]]] = {
    400: ("BadRequest", "The request cannot be read, or lacks the header X-CSRFToken beside a cookie.", {}),
    401: ("Unauthorized", "There is neither a token that is valid nor a session.", _SCHEME),
    403: ("Forbidden", "Whoever asks may not do this.", {}),
    404: ("NotFound", "There is no such thing, or it is somebody else's.", {}),
    409: ("Conflict", "There is no room for more, or the state of things does not let this be done.", {}),
    412: ("RevisionStale", "The diagram was changed since the revision that If-Match names.", {}),
    413: ("TooLarge", "The body is larger than the server takes, or has more parts.", {}),
    415: ("UnsupportedType", "The body is of a type that is not read here.", {}),
    416: ("NoSuchRange", "The file has no such part.", {}),
    422: ("Invalid", "What was sent can be read and is not valid; the problems say why.", {}),
    428: ("RevisionMissing", "The header If-Match is missing.", {}),
    429: ("TooMany", "Too much was asked in too short a time.", _PAUSE),
    503: ("Busy", "The server computes for others just now, or its database is away.", _PAUSE),
}
ANY_ROUTE = (401, 429, 503)
WITH_PLACES = (404,)
WITH_BODY = (400, 413, 415, 422)


def build_responses() -> dict[str, Any]:
    """Return all refusals by their names, for the components of the document."""
    return {
        name: {"description": description, "content": _CONTENT} | ({"headers": headers} if headers else {})
        for name, description, headers in (*_ERRORS.values(), _ANY)
    }


def list_refusals(statuses: Iterable[int]) -> dict[str, Any]:
    """Return the references to the refusals with *statuses*, and to whatever else may go wrong."""
    names = {str(status): _ERRORS[status][0] for status in sorted(set(statuses))}
    return {
        status: {"$ref": f"#/components/responses/{name}"} for status, name in (names | {"default": _ANY[0]}).items()
    }


_CONTENT = {"application/json": {"schema": refer("Error")}}
_ANY: tuple[str, str, dict[str, Any]] = ("Error", "Why not.", {})
