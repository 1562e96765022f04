"""Lab files of other tools on the page without JavaScript: what is in them, what is lost, what is missing."""

import re
from io import BytesIO

from support.labs.containerlab import CAMPUS
from support.labs.drawio import model, vertex
from support.server.people import Browser


def upload(browser: Browser) -> str:
    answer = browser.post("/convert", data={"file": (BytesIO(CAMPUS.encode()), "lab.clab.yml")})
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def test_a_lab_shows_what_comes_in_and_what_is_lost_before_anything_is_made(nobody: Browser) -> None:
    page = nobody.get(upload(nobody)).text

    assert "2 devices, 1 cable and 2 connections come in." in page
    assert "1 device has no address: r1" in page
    assert "frobnicate of sw1 is not read." in page
    assert page.count("no address") == 1


def test_shapes_are_counted_where_there_are_any(nobody: Browser) -> None:
    around = '<mxCell id="s" style="ellipse" vertex="1"><mxGeometry x="300" y="0" width="90" height="90"/></mxCell>'
    drawing = f"<mxfile><diagram>{model(vertex('a', 'R1'), around)}</diagram></mxfile>"

    address = nobody.post("/convert", data={"text": drawing}).location
    counted = nobody.post("/api/v1/imports", data=drawing.encode()).get_json()["summary"]

    assert "1 device, 1 shape and 1 connection come in." in nobody.get(address).text
    assert (counted["notes"], counted["shapes"]) == (0, 1)


def test_what_is_typed_fills_in_addresses_and_is_still_there(nobody: Browser) -> None:
    path = upload(nobody)

    page = nobody.post(path, data={"containerlab.addresses": "r1 10.0.0.7", "containerlab.logins": "false"}).text

    assert "has no address" not in page
    assert re.search(r"<textarea[^>]*>r1 10.0.0.7</textarea>", page)
    assert "import-default-login" not in page
    assert "documented default log-in" not in page.lower().partition("<form")[0]


def test_what_is_pasted_in_the_form_of_the_page_is_not_sent_three_times_as_long_and_refused_for_that(
    nobody: Browser,
) -> None:
    path = upload(nobody)
    kind = re.search(r'<form class="card form" method="post" action="[^"]+" enctype="([^"]+)"', nobody.get(path).text)
    assert kind is not None
    annotations = '{"nodeAnnotations": []}'.ljust(450_000, "\n")

    page = nobody.post(path, data={"containerlab.annotations": annotations}, content_type=kind[1])

    assert page.status_code == 200
    assert "2 devices, 1 cable and 2 connections come in." in page.text


def test_an_answer_that_the_file_cannot_be_read_with_is_told_beside_what_was_typed(nobody: Browser) -> None:
    drawing = f"<mxfile><diagram name='Core'>{model(vertex('a', 'R1'))}</diagram></mxfile>"
    path = nobody.post("/convert", data={"text": drawing}).location

    answer = nobody.post(path, data={"drawio.page": "WAN", "drawio.rule": "10.0.0.{n}"})

    assert answer.status_code == 422
    assert "The drawing has no page WAN. Its pages are Core." in answer.text
    assert 'value="WAN"' in answer.text
    assert 'value="10.0.0.{n}"' in answer.text


def test_the_editor_opens_the_lab_with_what_was_typed(nobody: Browser) -> None:
    path = upload(nobody)
    action = re.search(r'formaction="([^"]+)"', nobody.get(path).text)
    assert action is not None

    opened = nobody.post(action[1].replace("&amp;", "&"), data={"containerlab.rule": "10.0.{pod}.{n}"})

    diagram = nobody.get(f"/api/v1{opened.location}").get_json()["diagram"]
    hosts = [node["connections"][0]["host"] for node in diagram["nodes"]]
    assert (diagram["title"], hosts) == ("campus", ["10.0.{pod}.1", "172.20.20.3"])


def test_a_lab_that_cannot_be_read_says_why_on_the_page_where_it_was_chosen(nobody: Browser) -> None:
    answer = nobody.post(
        "/convert", data={"text": "topology:\n  nodes:\n{{- range seq 3 }}\n    s{{ . }}:\n{{- end }}\n"}
    )

    assert answer.status_code == 422
    assert "This is a template of Go" in answer.text


def test_the_api_says_what_is_in_a_lab_and_takes_long_options_as_a_form(nobody: Browser) -> None:
    column = "".join(f"filler{number} 10.9.9.9\n" for number in range(200)) + "r1 10.0.0.7\n"

    plain = nobody.post("/api/v1/imports", data=CAMPUS.encode()).get_json()
    formed = nobody.post(
        "/api/v1/imports",
        data={"file": (BytesIO(CAMPUS.encode()), "lab"), "addresses": (BytesIO(column.encode()), "addresses")},
    ).get_json()

    assert plain["summary"] == {
        "devices": 2, "networks": 0, "cables": 1, "zones": 0, "notes": 0, "shapes": 0, "connections": 2, "lacking": 1,
        "without_address": ["r1"],
    }  # fmt: skip
    assert "addresses" in [option["name"] for option in plain["options"]]
    assert formed["summary"]["lacking"] == 0
