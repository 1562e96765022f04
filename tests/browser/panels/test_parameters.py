"""The parameters of a connection: each has the control for its type, secrets are hidden, tokens are offered."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from labmapper.core.guacamole.catalogue import PROTOCOLS, Parameter, Protocol
from support.browser.editor import Editor
from support.browser.panels import import_drawing, pick
from support.labs.drawings import draw_lab

pytestmark = pytest.mark.browser

KEY = "-----BEGIN KEY-----\nb3BlbnNzaA==\n\n-----END KEY-----\n"
DISCS = re.sub(r"[^\n]", "•", KEY)


def add_parameter(editor: Editor, name: str) -> Locator:
    """Add the parameter *name* to the connection and return its field."""
    editor.page.get_by_role("combobox", name="Add a parameter").fill(name)
    editor.page.get_by_role("listbox").get_by_role("option").first.click()
    return editor.get_field(name)


def test_a_private_key_is_hidden_until_asked_and_keeps_its_lines(editor: Editor, page: Page, tmp_path: Path) -> None:
    editor.drop("Users", (560, 300)).drop("Router", (300, 200)).fill("Host", "10.0.0.1")
    plain, secret = add_parameter(editor, "public-key"), add_parameter(editor, "private-key")
    show = page.get_by_role("button", name="Show private-key")
    plain.fill(KEY)
    plain.press("ControlOrMeta+a")
    plain.press("ControlOrMeta+c")

    secret.press("ControlOrMeta+v")
    expect(secret).to_have_value(DISCS)
    expect(secret).to_have_accessible_description(re.compile("To change it, show it, or paste another one"))
    secret.press("Tab")
    expect(show).to_be_focused()
    show.press("Enter")
    expect(secret).to_have_value(KEY)
    secret.press("ControlOrMeta+Home")
    page.keyboard.type("# mine\n")
    expect(secret).to_have_value(f"# mine\n{KEY}")
    show.click()
    expect(secret).to_have_value(f"••••••\n{DISCS}")

    expected = f'<param name="private-key"># mine\n{KEY}</param>'.encode()
    assert expected in editor.download(tmp_path).read_bytes()


def test_a_key_that_is_typed_is_discs_at_once_and_not_in_the_page_after_that(editor: Editor) -> None:
    editor.drop("Router", (300, 200))

    secret = add_parameter(editor, "private-key")
    secret.fill(KEY)

    expect(secret).to_have_css("-webkit-text-security", "disc")
    editor.get_field("Name").focus()
    expect(secret).to_have_value(DISCS)


def test_tokens_are_offered_where_they_make_sense(editor: Editor, page: Page, tmp_path: Path) -> None:
    editor.drop("Users", (560, 300)).drop("Server", (300, 200)).fill("Host", "10.0.0.1")
    page.get_by_role("button", name="${GUAC_PASSWORD}").click()
    expect(editor.get_field("Password")).to_have_value("${GUAC_PASSWORD}")
    expect(editor.get_field("Password")).to_have_attribute("type", "password")

    # Begun with its standard, which the token replaces; a path stays, and the token goes behind it.
    name, path = add_parameter(editor, "recording-name"), add_parameter(editor, "recording-path")
    expect(name).to_have_value("recording")
    page.get_by_role("button", name="${GUAC_USERNAME}-${GUAC_DATE}-${GUAC_TIME}").click()
    expect(name).to_have_value("${GUAC_USERNAME}-${GUAC_DATE}-${GUAC_TIME}")
    path.fill("/recordings/")
    page.locator(".parameter").get_by_role("button", name="${GUAC_USERNAME}", exact=True).click()
    expect(path).to_have_value("/recordings/${GUAC_USERNAME}")
    add_parameter(editor, "font-name")
    expect(page.locator(".parameter").get_by_role("button", name="${")).to_have_count(0)

    text = editor.download(tmp_path).read_text(encoding="utf-8")
    assert '<param name="recording-path">/recordings/${GUAC_USERNAME}</param>' in text


def test_a_number_is_kept_as_typed_and_what_is_none_is_said_at_once(editor: Editor, page: Page) -> None:
    editor.drop("Router", (300, 200))
    port = editor.get_field("Port")

    for value, complaint in (
        ("70000", "Ports are 1 to 65,535."),
        ("ssh", "Ports are"),
        ("{pod+5000}", None),
        ("2222", None),
    ):
        port.fill(value)
        if complaint:
            expect(port).to_have_attribute("aria-invalid", "true")
            expect(port).to_have_accessible_description(re.compile(complaint))
        else:
            expect(port).not_to_have_attribute("aria-invalid", "true")
        expect(port).to_have_value(value)
    expect(port).to_have_attribute("inputmode", "numeric")

    seconds = add_parameter(editor, "timeout")
    seconds.press("ArrowUp")
    expect(seconds).to_have_value("11")
    seconds.fill("soon")
    editor.click((500, 300)).click((300, 200))
    expect(seconds).to_have_value("soon")
    expect(seconds).to_have_accessible_description(re.compile("Type a whole number"))


@pytest.mark.parametrize("protocol", PROTOCOLS.values(), ids=PROTOCOLS)
def test_every_parameter_has_the_control_for_its_type(page: Page, tmp_path: Path, protocol: Protocol) -> None:
    given = {name: "x" for name in protocol.parameters if name not in ("hostname", "port")}
    connection = {"protocol": protocol.name, "host": "10.0.0.1", "parameters": given}
    drawing = draw_lab()
    drawing["nodes"][0]["connections"] = [connection]

    editor = pick(import_drawing(page, drawing, tmp_path / "lab.json"), "R1")
    own = {"username": "User name", "password": "Password"}
    for name, parameter in protocol.parameters.items():
        if name in given:
            field = editor.get_field(own.get(name, name))
            assert (name, field.evaluate(DESCRIBE)) == (name, _expect_control(parameter))


# The element, whether it is hidden, whether it takes numbers and how many values it proposes, if any.
DESCRIBE = """field => [
    field.localName,
    field.type === 'password' || field.value.includes('•'),
    field.inputMode === 'numeric',
    field.list?.options.length > 0,
]"""


def _expect_control(parameter: Parameter) -> list[object]:
    kind = parameter.kind
    element = {"boolean": "select", "enum": "select", "multiline": "textarea"}.get(kind, "input")
    proposes = kind == "timezone" or (element == "input" and bool(parameter.options))
    return [element, parameter.secret, kind in ("integer", "port"), proposes]
