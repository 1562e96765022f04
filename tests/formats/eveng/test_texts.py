"""What comes of texts, squares and circles in labs of EVE-NG and PNETLab, and of what a lab says of itself."""

import base64
from urllib.parse import quote

from labmapper.formats.eveng.reader import read_text
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Figure
from support.labs.eveng import make_lab, make_node, read


def test_a_text_becomes_a_note_without_its_markup() -> None:
    markup = '<div style="left: 100px; top: 20.5px; width: 40px"><p>A &amp; <b>B</b></p>second<br> &lt;line&gt;</div>'
    text = f'<textobject type="text"><data>{base64.b64encode(markup.encode()).decode()}</data></textobject>'

    found, codes = read(make_lab(objects=f"<textobjects>{text}</textobjects>"))

    assert [(note.text, note.x, note.y) for note in found.notes] == [("A & B\nsecond\n<line>", 120, 20)]
    assert codes == []


def test_texts_and_boxes_of_pnetlab_are_written_with_percent_signs() -> None:
    style = "style='left: 0px; top: 0px; width: 300px; height: 200px;'"
    box = f'<div {style}><div class="square magic_widget" style="background-color:rgba(0, 0, 255, 0.2);"></div></div>'
    texts = "".join(
        f'<textobject type="text"><data>{base64.b64encode(quote(markup).encode()).decode()}</data></textobject>'
        for markup in ("<div style='left: 9px; top: 900px;'><p>VLAN 10 / ü</p></div>", box)
    )

    found, codes = read(make_lab(make_node(1, left="50", top="90"), objects=f"<textobjects>{texts}</textobjects>"))

    assert [(note.text, note.x, note.y) for note in found.notes] == [("VLAN 10 / ü", 9, 900)]
    assert [(zone.box, zone.color) for zone in found.zones] == [((0, 0, 300, 200), "blue")]
    assert "import-objects" not in codes


def test_other_objects_are_counted() -> None:
    objects = (
        '<textobjects><textobject type="square"><data>AAAA</data></textobject>'
        '<textobject type="text"><data>!!</data></textobject><textobject type="text"/></textobjects>'
        '<pictures><picture/></pictures><configs><config id="1">AAAA</config></configs>'
    )
    findings = Findings()

    read_text(make_lab(objects=objects), 0, findings)

    assert [problem.message for problem in findings.collect()] == [
        "Line 2: 3 shapes without text are not drawn.",
        "Line 2: One picture is not drawn.",
        "Line 2: The startup configuration of one device is not read.",
    ]


def draw_shape(kind: str, style: str) -> str:
    markup = f'<div id="s" class="customShape" style="position: absolute; {style}" width="120px"><svg/></div>'
    return f'<textobject type="{kind}"><data>{base64.b64encode(markup.encode()).decode()}</data></textobject>'


def test_a_square_around_nodes_is_a_zone_named_by_the_text_in_it() -> None:
    square = draw_shape("square", "left: 0px; top: 0px; width: 300px; height: 200.5px;")
    lonely = draw_shape("circle", "left: 900px; top: 900px; width: 30px; height: 30px;")
    text = draw_shape("text", "left: 100px; top: 5px; width: 80px; height: 20px;")
    named = text.replace("<data>" + text.split("<data>")[1].split("</data>")[0], "<data>" + encode("Branch"))
    lab = make_lab(make_node(1, left="50", top="90"), objects=f"<textobjects>{square}{lonely}{named}</textobjects>")

    found, codes = read(lab)

    assert [(zone.name, zone.box) for zone in found.zones] == [("Branch", (0, 0, 300, 200))]
    assert found.notes == []
    assert found.figures == [Figure(915, 915, 30, 30, "ellipse")]
    assert "import-objects" not in codes


def encode(text: str) -> str:
    markup = f'<div style="left: 100px; top: 5px; width: 80px; height: 20px;"><p>{text}</p></div>'
    return base64.b64encode(markup.encode()).decode()


def test_description_and_tasks_become_a_note_its_beginning_where_they_are_long() -> None:
    lab = make_lab(make_node(1)).replace(
        b"<topology>", f"<description>About OSPF.</description><body>{'Task ' * 900}</body><topology>".encode()
    )

    found, codes = read(lab)

    assert found.notes[0].text.startswith("About OSPF.\n\nTask Task")
    assert len(found.notes[0].text) < 2_100
    assert "import-lost" in codes


def test_a_description_may_be_an_attribute_of_the_lab() -> None:
    found, _ = read(make_lab(make_node(1)).replace(b"<lab ", b'<lab description="About BGP." body="" ', 1))

    assert [note.text for note in found.notes] == ["About BGP."]
