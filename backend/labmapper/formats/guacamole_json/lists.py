"""The links as a list for mail programs (CSV) and as a page (HTML)."""

from collections.abc import Iterator
from html import escape

from labmapper.formats.csv_rows import defuse, render_row
from labmapper.formats.format import Content
from labmapper.formats.guacamole_json.documents import Link, iter_links

_HEADER = ("username", "name", "email", "group", "link")
_HEAD = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>Links</title>
</head>
<body>
<h1>Links</h1>
<p>Whoever has a link is that person until it ends: give each to nobody else.</p>
<ul>
"""
_FOOT = "</ul>\n</body>\n</html>\n"


def render_list(content: Content) -> Iterator[bytes]:
    """Yield the list that the values of *content* ask for."""
    return _render_page(content) if content.values["list"] == "html" else _render_csv(content)


def _render_csv(content: Content) -> Iterator[bytes]:
    yield render_row(_HEADER)
    for link in iter_links(content):
        person = link.person
        yield render_row((*map(defuse, (person.username, person.name, person.email, link.group)), link.url))


def _render_page(content: Content) -> Iterator[bytes]:
    yield _HEAD.encode()
    for link in iter_links(content):
        yield f'<li><a href="{escape(link.url)}">{escape(_call(link))}</a></li>\n'.encode()
    yield _FOOT.encode()


def _call(link: Link) -> str:
    person = link.person
    return f"{person.username} ({person.name})" if person.name else person.username
