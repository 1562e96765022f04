"""The three requests of usermapper-web, the web application around ``usermapper`` 0.3, as its sources and its README tell them.

A file is sent and becomes a ``user-mapping.xml`` in a folder of its own; a page shows all of its lines; and it is downloaded.
"""

import tempfile
from pathlib import Path

import yaml
from flask import Flask, redirect, render_template_string, request, send_from_directory, url_for
from measuring.servers import run_flask
from usermapper.mapperdata import get_users
from usermapper.usermapper import xmlwriter
from werkzeug.wrappers import Response

ANNOUNCEMENT = "usermapper-web is at "
_FOLDER = Path(tempfile.gettempdir())
_NAME = "user-mapping.xml"
_PAGE = """<!doctype html><title>Guacamole User Mapper</title>
<p><a href="{{ url_for('download', folder=folder) }}">Download user-mapping.xml</a>
<p>{% for line in lines %}{{ line|replace(' ', '&nbsp;'|safe) }}<br>
{% endfor %}"""

app = Flask(__name__)


@app.post("/")
def upload() -> Response:
    """Make the mapping of the file that was sent, and go to its page."""
    folder = Path(tempfile.mkdtemp(prefix="usermapper-web-", dir=_FOLDER))
    structure = get_users(yaml.safe_load(request.files["filename"].read()))
    xmlwriter(structure, str(folder / _NAME))
    return redirect(url_for("show", folder=folder.name))


@app.get("/download_page/<folder>")
def show(folder: str) -> str:
    """Show the mapping, line by line."""
    lines = (_FOLDER / folder / _NAME).read_text().splitlines(keepends=True)
    return render_template_string(_PAGE, lines=lines, folder=folder)


@app.get("/download/<folder>")
def download(folder: str) -> Response:
    """Send the mapping."""
    return send_from_directory(_FOLDER / folder, _NAME, as_attachment=True)


if __name__ == "__main__":
    run_flask(app, ANNOUNCEMENT, workers=1)
