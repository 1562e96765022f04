"""The ids in addresses: what cannot be one is not even looked up."""

from werkzeug.routing import BaseConverter


class TokenConverter(BaseConverter):
    """An id as ``make_token`` makes them."""

    regex = r"[A-Za-z0-9_-]{1,64}"
