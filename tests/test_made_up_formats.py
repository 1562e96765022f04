"""A format is one module and one line: two that are made up here turn up in every place where formats are listed or used."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from labmapper.core.drawing.document import Diagram
from labmapper.formats import registry
from labmapper.formats.importing import read_file
from labmapper.web.static_files.assets import CATALOGUE, HELP, load_assets
from support.labs import made_up_exporter, made_up_importer
from support.labs.drawings import CONFIG, draw_broken, draw_lab
from support.labs.format_docs import find_missing
from support.labs.golden import list_sources, render_all
from support.labs.made_up_importer import SAMPLE
from support.server.command_line import run
from support.server.people import Browser

READ = ("made-up-lab", *(each.name for each in registry.list_readable()))
README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _with_two_more_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    load_assets(None)  # made once in a process: other tests shall not meet the two
    more = (made_up_importer.FORMAT, *registry.FORMATS, made_up_exporter.FORMAT)
    monkeypatch.setattr(registry, "FORMATS", more)


@pytest.fixture
def lab(tmp_path: Path) -> Path:
    path = tmp_path / "lab.made-up"
    path.write_bytes(SAMPLE)
    return path


def read_editor(browser: Browser, path: str = "/new") -> dict[str, Any]:
    page = browser.get(path).text
    data: dict[str, Any] = json.loads(page.partition('id="editor-data">')[2].partition("</script>")[0])
    return data


def test_the_command_line_lists_them_with_their_options() -> None:
    lines = run("formats").stdout

    assert "reads   made-up-lab   Made-up lab (.made-up)" in lines
    assert "students: How many students, a whole number from 1 to 500 (otherwise 2)" in lines
    assert "writes  made-up-list  Made-up list (.made-up-list)" in lines
    assert "loud: In capitals, true or false (otherwise false)" in lines


def test_the_command_line_recognises_and_converts_them(lab: Path, tmp_path: Path) -> None:
    target = tmp_path / "people.made-up-list"

    result = run("convert", "-i", str(lab), "-o", str(target), "--set", "students=3", "--set", "loud=true")

    assert result.exit_code == 0, result.output
    assert "R3 has no connection: nobody can open it." in result.stderr
    assert [line.split()[0] for line in target.read_text().splitlines()] == [
        *("People", "STUDENT01", "STUDENT02", "STUDENT03")
    ]


def test_the_command_line_takes_them_by_name(lab: Path) -> None:
    result = run("convert", "-i", str(lab), "--from", "made-up-lab", "-o", "-", "--to", "made-up-list")

    assert result.exit_code == 0
    assert result.stdout.startswith("People")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--set", "pupils=3"], "There is no option 'pupils' here. There are: students, protocol, heading, loud, key."),
        (["--set", "students=many"], "The option 'students' must be a whole number from 1 to 500."),
        (["--set", "protocol=smtp"], "The option 'protocol' must be one of ssh, telnet."),
        (["--set", "loud=very"], "The option 'loud' must be true or false."),
        (["--set", "students"], "'students' is not name=value."),
        (["--set", "heading=unsayable"], "cannot be written. The host 'unsayable' has a blank in it."),
        (["--from", "made-up-list"], f"'made-up-list' is not one of {', '.join(map(repr, READ))}."),
    ],
)
def test_the_command_line_says_which_option_is_wrong(lab: Path, arguments: list[str], message: str) -> None:
    result = run("convert", "-i", str(lab), "-o", "-", "--to", "made-up-list", *arguments)

    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())


def test_the_command_line_warns_that_random_passwords_that_one_hands_out_open_nothing(lab: Path) -> None:
    alone = run("convert", "-i", str(lab), "-o", "-", "--to", "made-up-list")
    with_seed = run(
        "convert", "-i", str(lab), "-o", "-", "--to", "made-up-list", "--seed-file", str(lab.parent / "seed")
    )

    assert ["open nothing" in each.stderr for each in (alone, with_seed)] == [True, False]


def test_a_check_reads_them(lab: Path) -> None:
    result = run("check", str(lab), "--set", "students=4")

    assert (result.exit_code, result.stdout) == (0, "4 users, 2 devices, 8 connections.\n")
    assert "R3 has no connection: nobody can open it." in result.stderr


def test_a_special_format_comes_before_one_that_would_take_the_file_too(lab: Path) -> None:
    assert registry.recognise(lab.read_bytes()) is made_up_importer.FORMAT
    assert registry.recognise(b'{"schema": 1}').name == "diagram"
    assert registry.recognise(b"nothing that anybody knows").name == "config"


def test_a_drawing_without_places_is_laid_out() -> None:
    diagram, _ = read_file(SAMPLE).draw()

    assert diagram is not None
    assert len({(node.x, node.y) for node in diagram.nodes}) == len(diagram.nodes) == 3


def test_the_api_imports_them_with_what_was_wrong(nobody: Browser) -> None:
    answer = nobody.post("/api/v1/imports?students=5", data=SAMPLE).get_json()

    diagram = Diagram.model_validate(answer["diagram"])
    assert answer["format"] == "made-up-lab"
    assert [problem["message"] for problem in answer["problems"]] == ["R3 has no connection: nobody can open it."]
    assert {getattr(node, "count", 0) for node in diagram.nodes} == {1, 5}


@pytest.mark.parametrize(
    ("query", "code"), [("?students=0", "wrong-option"), ("?format=word", "unknown-format"), ("?a=b", "wrong-option")]
)
def test_the_api_says_which_option_of_an_import_is_wrong(nobody: Browser, query: str, code: str) -> None:
    answer = nobody.post(f"/api/v1/imports{query}", data=SAMPLE)

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (400, code)


def test_the_api_exports_them_to_the_owner_alone(alice: Browser, bob: Browser) -> None:
    token = alice.create_diagram(draw_lab(students=2))
    path = f"/api/v1/diagrams/{token}/exports/made-up-list"

    with alice.get(f"{path}?heading=Crew") as answer:
        headers, by_address = answer.headers, answer.get_data(as_text=True)
    with alice.post(path, json={"heading": "Crew", "loud": True, "key": "hush"}) as answer:
        by_body = answer.get_data(as_text=True)

    assert headers["Content-Disposition"] == 'attachment; filename="people.made-up-list"'
    assert headers["Cache-Control"] == "no-store"
    assert by_address.startswith("Crew \nstudent01 ")
    assert by_body.startswith("Crew hush\nSTUDENT01 ")
    assert [bob.get(path).status_code, bob.post(path, json={}).status_code] == [404, 404]


def test_the_api_refuses_what_an_export_cannot_take(alice: Browser) -> None:
    good, broken = alice.create_diagram(draw_lab()), alice.create_diagram(draw_broken())
    answers = [
        alice.get(f"/api/v1/diagrams/{good}/exports/{rest}")
        for rest in ("made-up-list?key=hush", "made-up-list?loud=very", "made-up-lab", "made-up-list?heading=unsayable")
    ]
    answers += [
        alice.post(f"/api/v1/diagrams/{good}/exports/made-up-list", json={"loud": []}),
        alice.get(f"/api/v1/diagrams/{broken}/exports/made-up-list"),
    ]

    assert [(answer.status_code, answer.get_json()["error"]["code"]) for answer in answers] == [
        (400, "secret-in-address"),
        (400, "wrong-option"),
        (404, "unknown-format"),
        (422, "export-failed"),
        (400, "wrong-type"),
        (422, "diagram-unsound"),
    ]


def test_the_description_of_the_api_has_them(nobody: Browser) -> None:
    document = nobody.get("/api/v1/openapi.json").get_json()

    imports = document["paths"]["/api/v1/imports"]["post"]["parameters"]
    exports = document["paths"]["/api/v1/diagrams/{diagram_id}/exports/{format_name}"]
    known = {each["name"]: each["schema"] for each in imports}
    assert known["format"]["enum"] == [*READ]
    assert (known["students"]["minimum"], known["students"]["maximum"]) == (1, 500)
    given = {each["name"]: each["schema"] for each in exports["get"]["parameters"]}
    assert "made-up-list" in given["format_name"]["enum"]
    assert given["loud"]["type"] == "boolean"
    assert "key" not in given
    assert "text/vnd.made-up" in exports["get"]["responses"]["200"]["content"]
    assert "key" in document["components"]["schemas"]["ExportOptions"]["properties"]
    assert "list" in document["components"]["schemas"]["Preview"]["properties"]


def test_the_live_preview_shows_them_with_dots(nobody: Browser) -> None:
    body = {"diagram": draw_lab(students=1), "parts": ["list"]}

    answer = nobody.post("/api/v1/preview", json=body).get_json()

    assert answer["list"] == {"text": "People \nstudent01 ••••••••\n", "truncated": False}


def test_the_editor_is_told_of_them_for_its_menus_tabs_and_choice_of_files(nobody: Browser) -> None:
    files = load_assets.__wrapped__().files  # made anew, not kept from before
    formats = {each["name"]: each for each in json.loads(files[CATALOGUE].plain)["formats"]}
    asked = json.loads(files[HELP].plain)["formats"]

    assert [option["name"] for option in formats["made-up-lab"]["reads"]] == ["students", "protocol"]
    assert "writes" not in formats["made-up-lab"]
    assert formats["made-up-list"]["action"] == "Export the made-up list"
    assert formats["made-up-list"]["preview"] == "list"
    assert formats["made-up-list"]["writes"] == ["heading", "loud", "key"]
    assert asked["made-up-list"][2]["isSecret"]
    assert ".made-up," in nobody.get("/new").text


def test_the_page_that_converts_takes_and_offers_them(nobody: Browser) -> None:
    form = nobody.get("/convert").text
    upload = {"file": (BytesIO(SAMPLE), "lab.made-up"), "made-up-lab.students": "7"}
    address = nobody.post("/convert", data=upload).location
    page = nobody.get(address).text
    path, _, query = address.partition("?")

    fields = {"made-up-list.heading": "Crew", "made-up-list.loud": "true"}
    with nobody.post(f"{path}/exports/made-up-list?{query}", data=fields) as answer:
        exported = answer.get_data(as_text=True)

    assert ".made-up," in form
    assert '<option value="made-up-lab">Made-up lab</option>' in form
    assert 'name="made-up-lab.protocol"' in form
    assert "7 users, 2 devices" in page
    assert "R3 has no connection: nobody can open it." in page
    assert "Export the made-up list" in page
    assert 'name="made-up-list.heading"' in page
    assert exported.startswith("Crew \nSTUDENT01 ")
    assert exported.count("\n") == 8


def test_the_page_that_converts_says_which_option_is_wrong(nobody: Browser) -> None:
    upload = {"file": (BytesIO(SAMPLE), "lab.made-up"), "made-up-lab.students": "0"}

    answer = nobody.post("/convert", data=upload)

    assert answer.status_code == 422
    assert "The option &#39;students&#39; must be a whole number from 1 to 500." in answer.text


def test_a_class_is_handed_what_tells_log_ins(alice: Browser) -> None:
    page = f"/diagrams/{alice.create_diagram(draw_lab(students=1))}/hand-out"

    listed = alice.post(f"{page}/made-up-list", data={"heading": "Crew", "loud": "false"})

    assert f'action="{page}/made-up-list"' in alice.get(page).text
    assert listed.text.startswith("Crew \nstudent01 ")


def test_the_editor_opens_what_the_page_took(nobody: Browser) -> None:
    path, _, query = nobody.post(
        "/convert", data={"text": SAMPLE.decode(), "made-up-lab.students": "7"}
    ).location.partition("?")

    opened = nobody.post(f"{path}/open?{query}").location

    nodes = read_editor(nobody, opened)["diagram"]["nodes"]
    assert [node["count"] for node in nodes if node["type"] == "users"] == [7]


def test_the_documentation_is_told_that_it_lacks_them() -> None:
    assert find_missing(README) == ["made-up-lab", "made-up-list"]


def test_golden_folders_are_read_and_written_in_them(tmp_path: Path) -> None:
    folder = tmp_path / "chain"
    folder.mkdir()
    (folder / "lab.made-up").write_bytes(SAMPLE)
    (folder / "people.made-up-list").touch()
    (folder / "diagram.json").touch()

    (source,) = list_sources(tmp_path)
    rendered = render_all(source)

    assert source.name == "lab.made-up"
    assert set(rendered) == {
        *("problems.txt", "user-mapping.xml", "config.yaml", "people.made-up-list", "diagram.json")
    }
    assert b"R3 has no connection: nobody can open it." in rendered["problems.txt"]


def test_other_formats_go_on_as_before(nobody: Browser) -> None:
    assert nobody.post("/api/v1/imports", data=CONFIG).get_json()["format"] == "config"
