"""Defaults of all connections by a protocol: set once for the diagram, seen at a device, overridden there and given back."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from support.browser.editor import Editor
from support.browser.panels import export_diagram, pick

pytestmark = pytest.mark.browser


def add_default(page: Page, defaults: Locator, name: str, value: str) -> None:
    defaults.get_by_role("combobox", name="Add a parameter").fill(name)
    page.get_by_role("option", name=name).first.click()
    field = defaults.get_by_label(name, exact=True)
    expect(field).to_be_focused()
    if field.evaluate("field => field.localName") == "select":
        field.select_option(value)
    else:
        field.fill(value)


def test_a_default_is_set_once_seen_at_a_device_overridden_there_and_given_back(
    editor: Editor, page: Page, tmp_path: Path
) -> None:
    editor.drop("Users", (560, 300)).drop("Workstation", (300, 200)).fill("Name", "PC1").fill("Host", "10.0.0.1")
    page.get_by_label("Protocol", exact=True).select_option("rdp")
    editor.press("Escape")
    defaults = page.get_by_role("region", name="Defaults of all connections")
    expect(defaults.get_by_label("Protocol")).to_have_value("rdp")
    add_default(page, defaults, "server-layout", "de-de-qwertz")
    add_default(page, defaults, "timezone", "UTC")
    add_default(page, defaults, "username", "student{n}")
    add_default(page, defaults, "password", "s3cret-of-all")

    pick(editor, "PC1")
    said = page.locator("#inspector .inheritance")
    layout, zone, name = (editor.get_field(each) for each in ("server-layout", "timezone", "User name"))
    expect(layout).to_have_value("de-de-qwertz")
    expect(said).to_have_text([re.compile("^From the diagram.")] * 4)
    expect(name).to_have_attribute("placeholder", "student{n}")
    expect(editor.get_field("Password")).to_have_attribute("placeholder", "••••••••")
    layout.select_option("fr-fr-azerty")
    zone.fill("Europe/Paris")
    zone.fill("")
    name.fill("ann")
    expect(said).to_have_text(
        [
            re.compile("^Not as in the diagram."),
            re.compile("^From the diagram."),
            re.compile("^Not as in the diagram."),
            re.compile("^Empty here, not as in the diagram."),
        ]
    )
    text = editor.download(tmp_path).read_text()
    for line in ('server-layout">fr-fr-azerty<', 'timezone"><', 'username">ann<', 'password">s3cret-of-all<'):
        assert line in text

    said.nth(2).get_by_role("button", name="Back to the diagram's").click()
    expect(layout).to_have_value("de-de-qwertz")
    said.nth(0).get_by_role("button", name="Back to the diagram's").click()
    expect(name).to_have_value("")
    said.nth(1).get_by_role("button", name="Leave empty here").click()
    text = editor.download(tmp_path).read_text()
    for line in ('server-layout">de-de-qwertz<', 'username">student1<', 'password"><'):
        assert line in text


def test_several_devices_show_what_they_have_from_the_diagram_and_give_it_back(
    editor: Editor, page: Page, tmp_path: Path, check_access: Callable[[Page], None]
) -> None:
    editor.drop("Workstation", (300, 200)).fill("Name", "PC1").fill("Host", "10.0.0.1").fill("User name", "ann")
    editor.drop("Workstation", (300, 340)).fill("Name", "PC2").fill("Host", "10.0.0.2")
    editor.press("Escape")
    defaults = page.get_by_role("region", name="Defaults of all connections")
    add_default(page, defaults, "server-layout", "de-de-qwertz")
    add_default(page, defaults, "username", "student")
    add_default(page, defaults, "password", "s3cret-of-all")

    pick(editor, "PC1", "PC2")

    said = page.locator("#inspector .inheritance")
    expect(said).to_have_text([re.compile("^From the diagram for some."), *[re.compile("^From the diagram.")] * 2])
    expect(editor.get_field("User name")).to_have_attribute("placeholder", "Mixed")
    expect(editor.get_field("Password")).to_have_attribute("placeholder", "••••••••")
    expect(editor.get_field("server-layout")).to_have_value("de-de-qwertz")
    check_access(page)
    editor.get_field("server-layout").select_option("fr-fr-azerty")
    expect(said.nth(2)).to_have_text(re.compile("^Not as in the diagram."))
    said.nth(0).get_by_role("button", name="Back to the diagram's").click()
    expect(editor.get_field("User name")).to_have_attribute("placeholder", "student")
    said.nth(1).get_by_role("button", name="Leave empty here").click()
    diagram = export_diagram(editor, tmp_path)
    given = [node["connections"][0]["parameters"] for node in diagram["nodes"]]
    assert given == [{"server-layout": "fr-fr-azerty", "password": ""}] * 2
