import pytest

from support.labs.drawings import draw_lab
from support.server.people import Browser

HOSTILE = '<script>alert("x")</script>\' onload=x {{7*7}} ${x}'


def test_the_list_shows_ones_own_diagrams(alice: Browser, bob: Browser) -> None:
    token = alice.create_diagram(draw_lab("Friday lab"))
    bob.create_diagram(draw_lab("Bob's"))

    page = alice.get("/diagrams").text

    assert f'href="/diagrams/{token}"' in page
    assert "Friday lab" in page
    assert "Bob&#39;s" not in page


@pytest.mark.parametrize("path", ["/diagrams", "/diagrams?trash=1", "/"])
def test_a_hostile_title_is_only_text(alice: Browser, path: str) -> None:
    token = alice.create_diagram(draw_lab(HOSTILE))
    if "trash" in path:
        alice.delete(f"/api/v1/diagrams/{token}")

    page = alice.client.get(path, follow_redirects=True).text

    assert "alert(" in page
    assert "<script>alert" not in page
    assert "49" not in page.split("alert(")[1][:80]


def test_the_data_block_of_the_editor_cannot_be_left(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab("</script><script>alert(1)</script><!--"))

    page = alice.get(f"/diagrams/{token}").text

    block = page.split('id="editor-data">')[1].split("</script>")[0]
    assert "\\u003c/script\\u003e" in block
    assert "<" not in block


def test_deleting_can_be_undone(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab("Friday lab"))

    page = alice.client.get(alice.post(f"/diagrams/{token}/delete").location).text

    assert "“Friday lab” is in the trash" in page
    assert f'action="/diagrams/{token}/restore"' in page
    assert alice.list_titles() == []
    alice.post(f"/diagrams/{token}/restore")
    assert alice.list_titles() == ["Friday lab"]


def test_the_trash_can_be_emptied_for_good(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab("Friday lab"))
    alice.post(f"/diagrams/{token}/delete")
    assert "Friday lab" in alice.get("/diagrams?trash=1").text

    alice.post(f"/diagrams/{token}/erase")

    assert "The trash is empty" in alice.get("/diagrams?trash=1").text


def test_a_copy_has_its_own_name_and_its_own_passwords(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab("x" * 200))
    alice.post(f"/diagrams/{token}/duplicate")

    titles = alice.list_titles("?sort=title")
    assert sorted(titles) == sorted(["x" * 193 + " (copy)", "x" * 200])
    ids = [each["id"] for each in alice.get("/api/v1/diagrams").get_json()["diagrams"]]
    mappings = [alice.post(f"/api/v1/diagrams/{each}/mappings", json={}).get_json()["sha256"] for each in ids]
    assert len(set(mappings)) == 2


def test_renaming_is_a_new_revision(alice: Browser) -> None:
    token = alice.create_diagram(draw_lab("Old"))

    alice.post(f"/diagrams/{token}/rename", data={"title": " New "})

    saved = alice.get(f"/api/v1/diagrams/{token}").get_json()
    assert (saved["title"], saved["diagram"]["title"], saved["revision"]) == ("New", "New", 2)


@pytest.mark.parametrize("title", ["", "  ", "x" * 201])
def test_a_title_that_is_none_is_refused(alice: Browser, title: str) -> None:
    token = alice.create_diagram(draw_lab("Old"))

    assert alice.post(f"/diagrams/{token}/rename", data={"title": title}).status_code == 422
    assert alice.list_titles() == ["Old"]


def test_the_search_finds_devices_and_says_when_it_finds_nothing(alice: Browser) -> None:
    alice.create_diagram(draw_lab("Friday lab"))

    assert "Friday lab" in alice.get("/diagrams?q=r1").text
    assert "Nothing is called “zebra”" in alice.get("/diagrams?q=zebra").text


def test_a_long_list_has_pages(alice: Browser) -> None:
    for number in range(26):
        alice.create_diagram(draw_lab(f"Lab {number:02}"))

    page = alice.get("/diagrams?sort=title").text

    assert "Lab 23" in page
    assert "Lab 24" not in page
    following = page.split('<nav class="toolbar" aria-label="Pages">')[1].split('href="')[1].split('"')[0]
    rest = alice.get(following.replace("&amp;", "&")).text
    assert "Lab 25" in rest
    assert "Lab 23" not in rest


@pytest.mark.parametrize("query", ["sort=x", "limit=0", "limit=x", "cursor=x", "q=%00"])
def test_a_list_that_cannot_be_is_refused(alice: Browser, query: str) -> None:
    assert alice.get(f"/diagrams?{query}").status_code == 400
    assert alice.get(f"/api/v1/diagrams?{query}").status_code == 400


def test_a_guest_is_told_how_to_keep_the_work(guest: Browser, alice: Browser) -> None:
    guest.create_diagram(draw_lab())
    alice.create_diagram(draw_lab())

    assert "kept for this browser only" in guest.get("/diagrams").text
    assert "kept for this browser only" not in alice.get("/diagrams").text


def test_an_empty_list_shows_the_next_step(nobody: Browser) -> None:
    assert "No diagrams yet" in nobody.get("/diagrams").text
