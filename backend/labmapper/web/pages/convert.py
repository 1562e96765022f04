"""The page that converts a file without JavaScript: from any format that is read to a mapping, or to any that is written."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from labmapper.core.drawing.contents import count_contents
from labmapper.core.pipeline import Compilation
from labmapper.core.problems import Problem
from labmapper.formats import registry
from labmapper.formats.format import Format
from labmapper.formats.importing import Imported
from labmapper.formats.options import Option
from labmapper.persistence.quotas import QuotaExceeded
from labmapper.persistence.total_space import NoRoom
from labmapper.persistence.uploads import Upload
from labmapper.web.accounts.identity import get_owner, require_owner
from labmapper.web.compiled_uploads import compile_by_number, compile_upload, keep_upload, load_upload
from labmapper.web.file_export import answer_export, get_writable
from labmapper.web.file_import import draw_import, get_readable, read_import
from labmapper.web.language.text import get_catalogue, t
from labmapper.web.pages.forms import ConvertForm
from labmapper.web.previews import build_preview, list_unchosen_problems
from labmapper.web.refusals import Refusal
from labmapper.web.services import get_diagrams, get_lab_files

if TYPE_CHECKING:
    from labmapper.core.pipeline import Source


convert = Blueprint("convert", __name__)

_PREVIEWED = 32 * 1024
_SHOWN_PROBLEMS = 200
_TOLD_PROBLEMS = 3
# Connections: to look through more would keep those waiting who want the mapping alone. Of larger labs it is said with the file.
_MOST_CHECKED = 500
_NOTHING = "Choose a file, or paste its content."
# The key that names the format of the file, in the form and in the addresses of what comes after it.
_FORMAT = "format"


@convert.route("/convert", methods=["GET", "POST"])
def upload() -> ResponseReturnValue:
    """Take a file or a text; show what is wrong with it, or go on to its preview. What can be read is kept for both."""
    if request.method != "POST":
        return _show_form()
    content = _read_content()
    if not content.strip():
        return _show_form(complaint=_NOTHING), 422
    chosen = get_readable(request.form.get(_FORMAT) or None, content)
    query = _read_query(chosen)
    try:
        if chosen.is_finished_later and read_import(content, chosen, _read_options(query)).source is not None:
            return redirect(url_for("convert.show_contents", upload_id=_keep(content), format=chosen.name), 303)
        imported, compilation = compile_upload(content, chosen, _read_options(query), by_name=False)
    except Refusal as refusal:
        return _show_form(complaint=refusal.message), 422
    if compilation is None or not compilation.is_sound:
        problems = compilation.problems if compilation else imported.problems
        token = _find_room(content) if compilation else None
        return _show_form(problems, upload_id=token, query=query), 422
    return redirect(url_for("convert.show", upload_id=_keep(content), **query), 303)


@convert.get("/convert/<token:upload_id>")
def show(upload_id: str) -> ResponseReturnValue:
    """Show the beginning of the mapping, with secrets as dots, and what else the file can become.

    Where names keep it from being a mapping, show why, and what it can become all the same.
    """
    kept = _load(upload_id)
    imported, named = compile_upload(kept.content, *_read_choice(kept))
    _, compilation = _expect_sound(imported, compile_by_number(imported, named))
    is_mapping = named is not None and named.is_sound
    preview = build_preview(
        compilation, kept.seed, limit=_PREVIEWED, reveal=False, files=("xml",) if is_mapping else ()
    )
    others = [
        each for each in registry.list_writable() if each is not registry.MAIN and (is_mapping or not each.is_by_name)
    ]
    query: dict[str, Any] = request.args.to_dict()
    return render_template(
        "converted.html",
        upload=kept,
        compilation=compilation,
        problems=(named or compilation).problems,
        is_mapping=is_mapping,
        xml=preview.get("xml"),
        others=others,
        told={each.name: _list_told(each, compilation, kept.seed) for each in others},
        address=_split_address(upload_id, query),
        query=query,
    )


@convert.route("/convert/<token:upload_id>/contents", methods=["GET", "POST"])
def show_contents(upload_id: str) -> ResponseReturnValue:
    """Show what is in the file of another tool and what is lost, and ask for what is missing, before a diagram is made."""
    kept = _load(upload_id)
    known = _find_format(kept)
    complaint, given = "", _read_options(_read_given(known))
    try:
        diagram, problems = draw_import(_read(kept))
    except Refusal as refusal:
        if refusal.code not in ("wrong-option", "import-failed"):
            raise
        # What the file is without these answers; what it cannot be read without either is refused here.
        complaint = _explain(refusal)
        diagram, problems = draw_import(read_import(kept.content, known, {}))
    # What has no address stands above them.
    problems = tuple(problem for problem in problems if problem.code != "import-without-address")
    return render_template(
        "import.html",
        upload=kept,
        contents=count_contents(diagram),
        problems=problems[:_SHOWN_PROBLEMS],
        total=len(problems),
        known=known,
        given=given,
        complaint=complaint,
    ), 422 if complaint else 200


@convert.get("/convert/<token:upload_id>/user-mapping.xml")
def download(upload_id: str) -> ResponseReturnValue:
    """Download the mapping; its random passwords are the same each time."""
    return _answer(upload_id, registry.MAIN, {})


@convert.post("/convert/<token:upload_id>/exports/<token:format_name>")
def export(upload_id: str, format_name: str) -> ResponseReturnValue:
    """Download what was uploaded in another format, with the options of the form."""
    target = get_writable(format_name)
    return _answer(upload_id, target, _read_fields(target.name, target.write_options))


@convert.post("/convert/<token:upload_id>/open")
def open_in_editor(upload_id: str) -> ResponseReturnValue:
    """Save the upload as a laid-out diagram, with the same passwords, and open that, which says what was lost on the way."""
    kept = _load(upload_id)
    diagram, problems = draw_import(_read(kept))
    for problem in [each for each in problems if not each.is_error][:_TOLD_PROBLEMS]:
        flash(_say(problem))
    info = get_diagrams().create(get_owner(), diagram, kept.seed)
    if request.form.get("keep"):
        _keep_with(info.id, kept)
    return redirect(url_for("editor.open_saved", diagram_id=info.id), 303)


def _keep_with(diagram_id: str, kept: Upload) -> None:
    """Keep the upload with its diagram too, or say that there is no room for that."""
    known = _find_format(kept)
    try:
        get_lab_files().create(
            require_owner(), diagram_id, known.file_name, known.name, kept.content, _read_options(_read_given(known))
        )
    except (NoRoom, QuotaExceeded):
        flash(t("There is no room to keep the file with the diagram."))


def _show_form(
    problems: tuple[Problem, ...] = (),
    *,
    complaint: str = "",
    upload_id: str | None = None,
    query: Mapping[str, str] | None = None,
) -> str:
    form = ConvertForm()
    if complaint:
        form.file.errors = [complaint]
    return render_template(
        "convert.html",
        form=form,
        problems=problems[:_SHOWN_PROBLEMS],
        total=len(problems),
        upload_id=upload_id,
        query=query or {},
        readable=registry.list_readable(),
        accepted=registry.list_accepted(),
    )


def _read_content() -> bytes:
    """Return the file, or where there is none the pasted text with plain line ends. To make the form's fields for it takes long."""
    file = request.files.get("file")
    content = file.read() if file else b""
    return content or request.form.get("text", "").replace("\r\n", "\n").encode()


def _keep(content: bytes) -> str:
    return keep_upload(get_owner(), content)


def _find_room(content: bytes) -> str | None:
    """Keep *content* to be mended; whoever has no room left is told what is wrong with it all the same."""
    try:
        return _keep(content)
    except (NoRoom, QuotaExceeded):
        return None


def _read_query(chosen: Format) -> dict[str, Any]:
    """Return what the form says about reading a file of the *chosen* format, as the addresses that follow carry it."""
    given = _read_fields(chosen.name, chosen.read_options)
    return {_FORMAT: chosen.name, **given} if given or request.form.get(_FORMAT) else {}


def _read_fields(name: str, options: tuple[Option, ...]) -> dict[str, str]:
    """Return what was typed into the fields for *options* of the format *name*; an empty field is none."""
    fields = {option.name: request.form.get(f"{name}.{option.name}", "") for option in options}
    return {option: text for option, text in fields.items() if text}


def _read_options(query: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in query.items() if name != _FORMAT}


def _list_told(target: Format, compilation: Compilation, seed: bytes) -> list[Problem]:
    """Return what a gateway would not take of the file, where looking for it keeps nobody waiting."""
    is_quick = compilation.summary.connections <= _MOST_CHECKED
    is_for_gateway = target.writer is not None and target.writer.section == "gateway"
    return list_unchosen_problems(target, compilation, seed) if is_quick and is_for_gateway else []


def _explain(refusal: Refusal) -> str:
    """Return what *refusal* says, with the first problem of the file where it has any."""
    return _say(refusal.problems[0]) if refusal.problems else refusal.message


def _say(problem: Problem) -> str:
    messages = get_catalogue().messages
    return f"{problem.render_message(messages)} {problem.render_hint(messages)}"


def _split_address(upload_id: str, query: dict[str, Any]) -> tuple[str, str]:
    """Return where the file becomes another: what stands before the name of its format, and after it."""
    before, _, after = url_for("convert.export", upload_id=upload_id, format_name="*", **query).partition("*")
    return before, after


def _load(upload_id: str) -> Upload:
    return load_upload(require_owner(), upload_id)


def _find_format(kept: Upload) -> Format:
    return get_readable(request.args.get(_FORMAT), kept.content)


def _read_given(known: Format) -> dict[str, str]:
    """Return what the address and the form say about reading a file of the *known* format; fields of a form may be long."""
    return request.args.to_dict() | _read_fields(known.name, known.read_options)


def _read_choice(kept: Upload) -> tuple[Format, dict[str, str]]:
    """Return of which format the upload is, and the options by which it is read."""
    known = _find_format(kept)
    return known, _read_options(_read_given(known))


def _read(kept: Upload) -> Imported:
    return read_import(kept.content, *_read_choice(kept))


def _compile(kept: Upload, *, by_name: bool) -> "tuple[Source, Compilation]":
    return _expect_sound(*compile_upload(kept.content, *_read_choice(kept), by_name=by_name))


def _expect_sound(imported: Imported, compilation: Compilation | None) -> "tuple[Source, Compilation]":
    if imported.source is None or compilation is None or not compilation.is_sound:
        problems = compilation.problems if compilation else imported.problems
        message = t("The file can no longer be read. Upload it again.")
        raise Refusal(422, "import-failed", message, problems=problems)
    return imported.source, compilation


def _answer(upload_id: str, target: Format, given: Mapping[str, str]) -> ResponseReturnValue:
    kept = _load(upload_id)
    source, compilation = _compile(kept, by_name=target.is_by_name)
    return answer_export(target, source, compilation, kept.seed, given)
