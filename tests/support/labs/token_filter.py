"""What Guacamole's token filter makes of a text, told by the shapes that Labmapper finds in it."""

from collections.abc import Mapping

from labmapper.core.guacamole.tokens import LINE, iter_shapes, iter_tokens


def substitute(text: str, values: Mapping[str, str]) -> str:
    """Return what guacd gets for *text* while the tokens have *values*, as Guacamole 1.3.0 to 1.6.1 sends it."""
    output = []
    end = 0
    for token in iter_tokens(text):
        value = None if token.is_escaped else values.get(token.name)
        output.append(text[token.kept : token.start - token.is_escaped])
        output.append(text[token.start : token.end] if value is None else _modify(value, token.modifier))
        end = token.end
    return "".join([*output, text[end:]])


def escape_literal(text: str) -> str | None:
    """Return what to write so that guacd gets exactly *text*; None where there is no way to write it.

    There is none where token-shaped text stands inside a later line: it would take the lines above with it.
    """
    output = []
    done = 0
    for line in LINE.finditer(text) if "${" in text else ():
        for head, end in iter_shapes(text, line):
            start = head.start()
            if line.start() > 0:
                if start > line.start():
                    return None
            elif start >= done:
                output.append(text[done:start] + "$" + text[start:end])
                done = end
    return "".join([*output, text[done:]])


def _modify(value: str, modifier: str | None) -> str:
    if modifier == "UPPER":
        return value.upper()
    return value.lower() if modifier == "LOWER" else value
