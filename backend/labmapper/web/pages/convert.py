"""The fallback page: from a config.yaml to a mapping without JavaScript."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from labmapper.core.lab.structure import Lab
from labmapper.core.pipeline import Compilation, compile_diagram, compile_lab, render_mapping
from labmapper.core.problems import Problem
from labmapper.formats.registry import recognise
from labmapper.persistence.quotas import QuotaExceeded
from labmapper.persistence.store import make_seed
from labmapper.persistence.uploads import Upload
from labmapper.web.accounts.identity import get_owner, require_owner
from labmapper.web.downloads import answer_download
from labmapper.web.file_import import open_file
from labmapper.web.pages.forms import ConvertForm
from labmapper.web.previews import build_preview
from labmapper.web.refusals import Refusal
from labmapper.web.services import get_diagrams, get_uploads

convert = Blueprint("convert", __name__)

_PREVIEWED = 32 * 1024
_SHOWN_PROBLEMS = 200
_NOTHING = "Choose a file, or paste its content."


@convert.route("/convert", methods=["GET", "POST"])
def upload() -> ResponseReturnValue:
    """Take a file or a text; show what is wrong with it, or go on to its preview. What can be read is kept for both."""
    form = ConvertForm()
    if not form.is_submitted():
        return render_template("convert.html", form=form, problems=())
    content = _read_content(form)
    if not content.strip():
        form.file.errors = [_NOTHING]
        return render_template("convert.html", form=form, problems=()), 422
    compilation, problems = _compile(content)
    if compilation is None or not compilation.is_sound:
        token = _find_room(content) if compilation else None
        shown = problems[:_SHOWN_PROBLEMS]
        return render_template("convert.html", form=form, problems=shown, total=len(problems), upload_id=token), 422
    return redirect(url_for("convert.show", upload_id=_keep(content)), 303)


@convert.get("/convert/<token:upload_id>")
def show(upload_id: str) -> ResponseReturnValue:
    """Show the beginning of the mapping, with secrets as dots."""
    kept = _load(upload_id)
    compilation = _get_compilation(kept)
    preview = build_preview(compilation, kept.seed, limit=_PREVIEWED, reveal=False, files=("xml",))
    return render_template("converted.html", upload=kept, compilation=compilation, xml=preview["xml"])


@convert.get("/convert/<token:upload_id>/user-mapping.xml")
def download(upload_id: str) -> ResponseReturnValue:
    """Download the mapping; its random passwords are the same each time."""
    kept = _load(upload_id)
    pieces = render_mapping(_get_compilation(kept).lab, kept.seed)
    return answer_download(pieces, "user-mapping.xml", "application/xml")


@convert.post("/convert/<token:upload_id>/open")
def open_in_editor(upload_id: str) -> ResponseReturnValue:
    """Save the upload as a laid-out diagram, with the same passwords, and open that."""
    kept = _load(upload_id)
    diagram, _ = open_file(kept.content)
    info = get_diagrams().create(get_owner(), diagram, kept.seed)
    return redirect(url_for("editor.open_saved", diagram_id=info.id), 303)


def _read_content(form: ConvertForm) -> bytes:
    """Return the file, or where there is none the pasted text with plain line ends."""
    file: bytes = form.file.data.read() if form.file.data else b""
    if file:
        return file
    text: str = form.text.data or ""
    return text.replace("\r\n", "\n").encode()


def _keep(content: bytes) -> str:
    return get_uploads().create(get_owner(), content, make_seed())


def _find_room(content: bytes) -> str | None:
    """Keep *content* to be mended; whoever has no room left is told what is wrong with it all the same."""
    try:
        return _keep(content)
    except QuotaExceeded:
        return None


def _compile(content: bytes) -> tuple[Compilation | None, tuple[Problem, ...]]:
    """Return what *content* means, or None where it cannot be read, and all problems."""
    source, problems = recognise(content).parse(content)
    if source is None:
        return None, problems
    compilation = compile_lab(source, problems) if isinstance(source, Lab) else compile_diagram(source)
    return compilation, compilation.problems


def _load(upload_id: str) -> Upload:
    return get_uploads().load(require_owner(), upload_id)


def _get_compilation(kept: Upload) -> Compilation:
    compilation, problems = _compile(kept.content)
    if compilation is None or not compilation.is_sound:
        raise Refusal(422, "import-failed", "The file can no longer be read. Upload it again.", problems=problems)
    return compilation
