"""Somebody who has a lab file: it is brought into the empty editor, what is asked is answered, eight students are added, and the
file that is downloaded has every console of the lab for each of them. By mouse and by keyboard; clicks and keys are counted.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from labmapper.core.drawing.items import Device
from labmapper.formats.importing import read_file
from support.browser.editor import Editor, read_reach
from support.browser.keyboard import Keyboard
from support.browser.mouse import Mouse
from support.browser.person import Addition
from support.labs.drawings import GOLDEN

pytestmark = [pytest.mark.browser, pytest.mark.long]

EXAMPLES = Path(__file__).parents[3] / "docs" / "formats" / "examples"
HOST, RULE = "Address of the emulator's host", "Rule for addresses"
LABS = {
    "eve-ng": (EXAMPLES / "firewall.unl", {HOST: ("host", "10.1.1.1")}),
    "gns3": (EXAMPLES / "branch.gns3", {HOST: ("host", "10.1.1.2")}),
    "containerlab": (EXAMPLES / "campus.clab.yml", {}),
    "cml": (GOLDEN / "cml" / "lab.cml.yaml", {HOST: ("host", "10.1.1.3")}),
    "drawio": (GOLDEN / "drawio-office" / "lab.drawio", {RULE: ("rule", "10.7.0.{n}")}),
}
STUDENTS = [f"student{number}" for number in range(1, 9)]
# Clicks and keys. More nobody does within two minutes, most of them Tab.
MOST_ACTS = 200

COUNT = """
  for (const type of ['pointerdown', 'keydown']) {
    document.addEventListener(type, (event) => {
      if (event.isTrusted) sessionStorage.setItem(type, String(Number(sessionStorage.getItem(type) ?? 0) + 1));
    }, true);
  }
"""
DROP = """([name, content]) => {
  const data = new DataTransfer();
  data.items.add(new File([content], name));
  document.getElementById('canvas').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


def expect_consoles(path: Path, given: dict[str, str]) -> dict[str, str]:
    """Return the consoles of the lab in *path* by the names of its devices, as a mapping has them."""
    diagram, _ = read_file(path.read_bytes(), None, given).draw()
    assert diagram is not None
    devices = [node for node in diagram.nodes if isinstance(node, Device)]
    return {
        device.label: " ".join(filter(None, (each.protocol, each.host.replace("{n}", ""), each.port)))
        for device in devices
        for each in device.connections[:1]
    }


@pytest.mark.parametrize("hand_class", [Mouse, Keyboard], ids=lambda each: each.device)
@pytest.mark.parametrize("name", LABS)
def test_a_lab_file_becomes_a_mapping_with_the_right_consoles(
    page: Page, tmp_path: Path, name: str, hand_class: type[Mouse] | type[Keyboard]
) -> None:
    path, answers = LABS[name]
    page.add_init_script(COUNT)
    # Choosers are caught from the start: a key may open one sooner than Playwright begins to catch it.
    page.on("filechooser", lambda _chooser: None)
    page.goto("/new")
    editor = Editor(page)
    hand = hand_class(editor)

    if hand_class is Mouse:
        page.evaluate(DROP, [path.name, path.read_text(encoding="utf-8")])
    else:
        choice = page.get_by_role("dialog").get_by_role("combobox")
        page.keyboard.press("Control+k")
        expect(choice).to_be_focused()
        page.keyboard.type("import a file")
        expect(page.locator("dialog [aria-selected=true] .choice-label")).to_have_text("Import a file")
        with page.expect_file_chooser() as chooser:
            page.keyboard.press("Enter")
        chooser.value.set_files(path)
    dialog = page.get_by_role("dialog", name=f"What is in {path.name}")
    for label, (_, value) in answers.items():
        hand.type(dialog.get_by_label(label), value)
    hand.press(dialog.get_by_role("button", name="Open"))
    expect(page.locator("#notices")).to_contain_text("is open as a new diagram")
    editor = Editor(page)
    hand = hand_class(editor)
    hand.add(Addition("Users", (40, 40)))
    hand.type(editor.get_field("Count"), "8")
    expect(editor.status).to_contain_text("8 users")
    editor.expect_saved()
    with page.expect_download() as download:
        hand.press(page.get_by_role("button", name="Download user-mapping.xml"))
    mapping = tmp_path / "user-mapping.xml"
    download.value.save_as(mapping)

    acts = page.evaluate("() => ['pointerdown', 'keydown'].map((type) => Number(sessionStorage.getItem(type) ?? 0))")
    # Shown by ``pytest -s``; the numbers stand in docs/formats.md.
    print(f"\n{name} by {hand.device}: {acts[0]} clicks, {acts[1]} keys")  # noqa: T201
    reach = read_reach(mapping)
    expected = expect_consoles(path, dict(answers.values()))
    assert sum(acts) <= MOST_ACTS
    assert list(reach) == STUDENTS
    assert reach == dict.fromkeys(STUDENTS, expected)
