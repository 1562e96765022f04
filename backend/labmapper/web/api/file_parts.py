"""A file that comes in over HTTP with what is known of it: as the body, or as the part of a form with further parts."""

from flask import request

from labmapper.web.api.bodies import read_raw

FILE = "file"


def read_parts() -> tuple[dict[str, bytes], dict[str, str]]:
    """Return the parts of the request that may be files, of which the body is ``file``, and what else is given.

    That stands in the address, or where it is too long for that, as further parts of the form.
    """
    given = request.args.to_dict()
    if request.mimetype != "multipart/form-data":
        return {FILE: read_raw()}, given
    return {name: part.read() for name, part in request.files.items()}, given | request.form.to_dict()


def decode_parts(parts: dict[str, bytes]) -> dict[str, str]:
    """Return *parts* as the texts that long options are."""
    return {name: part.decode("utf-8", "replace") for name, part in parts.items()}
