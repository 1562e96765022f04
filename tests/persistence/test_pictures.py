import hashlib
from dataclasses import replace

import pytest
from sqlalchemy import select

from labmapper.core.drawing.document import Diagram, parse_diagram
from labmapper.core.pictures.checking import check_picture
from labmapper.core.pictures.picture import Picture, UnfitPicture
from labmapper.persistence.database.tables import DiagramRow, PictureRow
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.key_rotation import reseal
from labmapper.persistence.permissions import Owner
from labmapper.persistence.pictures import Pictures
from labmapper.persistence.quotas import QuotaExceeded
from labmapper.persistence.sealing.encryption import Cipher, make_key, parse_keys
from labmapper.persistence.store import Limit, Limits, NotFound, Store
from support.labs.pictures import make_chunk, make_png
from support.server.clocks import after
from support.server.databases import ENCRYPTION_KEY

PLAN = check_picture(make_png(40, 30))
NOISE = b"".join(hashlib.sha256(bytes([n % 251, n // 251])).digest() for n in range(32_000))


def draw(*pictures: str, embedded: dict[str, str] | None = None) -> Diagram:
    nodes = [
        {"id": f"p{place}", "type": "shape", "shape": "picture", "picture": name} for place, name in enumerate(pictures)
    ]
    diagram, problems = parse_diagram({"schema": 1, "nodes": nodes, "pictures": embedded or {}})
    assert diagram is not None, problems
    return diagram


def make_large(number: int) -> Picture:
    """Return a picture of about a mebibyte that no other number has."""
    content = make_png(40, 30, make_chunk(b"cHRM", number.to_bytes(4) + NOISE[: 1024 * 1024 - 200]))
    return check_picture(content)


@pytest.fixture
def diagram(store: Store, alice: Owner) -> str:
    return Diagrams(store).create(alice, draw(), bytes(32)).id


def test_a_picture_comes_back_as_it_was_kept(store: Store, alice: Owner, diagram: str) -> None:
    Pictures(store).create(alice, diagram, PLAN)
    Pictures(store).create(alice, diagram, PLAN)

    kept = Pictures(store).load(alice, diagram, PLAN.id)

    assert (kept.media_type, kept.content) == ("image/png", PLAN.content)
    assert len(list(Pictures(store).iter_all(alice, diagram))) == 1


def test_it_is_sealed_and_opens_with_a_new_key(store: Store, alice: Owner, diagram: str) -> None:
    Pictures(store).create(alice, diagram, PLAN)
    assert b"IHDR" not in store.session.scalars(select(PictureRow)).one().content
    new = make_key()

    reseal(replace(store, cipher=Cipher(parse_keys(f"{new} {ENCRYPTION_KEY}"))))

    fresh = replace(store, cipher=Cipher(parse_keys(new)))
    assert Pictures(fresh).load(alice, diagram, PLAN.id).content == PLAN.content


def test_nobody_else_sees_or_adds_one(store: Store, alice: Owner, bob: Owner, visitor: Owner, diagram: str) -> None:
    Pictures(store).create(alice, diagram, PLAN)
    theirs = {owner: Diagrams(store).create(owner, draw(PLAN.id), bytes(32)).id for owner in (bob, visitor)}

    for other, own in theirs.items():
        for place in (diagram, own):  # to name it takes nothing over from somebody else
            with pytest.raises(NotFound):
                Pictures(store).load(other, place, PLAN.id)
        with pytest.raises(NotFound):
            Pictures(store).create(other, diagram, PLAN)
        assert Pictures(store).embed(other, diagram, {PLAN.id}) == {}


def test_it_goes_with_its_diagram(store: Store, alice: Owner, diagram: str) -> None:
    Pictures(store).create(alice, diagram, PLAN)
    Diagrams(store).delete(alice, diagram)
    with pytest.raises(NotFound):
        Pictures(store).load(alice, diagram, PLAN.id)

    Diagrams(store).erase(alice, diagram)

    assert store.session.scalars(select(PictureRow.id)).all() == []


def test_what_a_new_diagram_brings_along_is_kept_beside_its_document(store: Store, alice: Owner) -> None:
    drawn = draw(PLAN.id, embedded={PLAN.id: PLAN.data_url})

    token = Diagrams(store).create(alice, drawn, bytes(32)).id

    assert "pictures" not in Diagrams(store).load(alice, token).document
    assert Pictures(store).embed(alice, token, {PLAN.id}) == {PLAN.id: PLAN.data_url}


def test_a_drawing_takes_pictures_over_from_other_diagrams_of_its_owner(
    store: Store, alice: Owner, diagram: str
) -> None:
    Pictures(store).create(alice, diagram, PLAN)
    Diagrams(store).save(alice, diagram, draw(PLAN.id), revision=1)
    other = Diagrams(store).create(alice, draw(), bytes(32)).id

    Diagrams(store).save(alice, other, draw(PLAN.id), revision=1)
    Diagrams(store).delete(alice, diagram)
    Diagrams(store).erase(alice, diagram)

    assert Pictures(store).load(alice, other, PLAN.id).content == PLAN.content


@pytest.mark.parametrize(
    "embedded",
    [
        "data:image/png;base64,AAAA",
        "data:image/svg+xml;base64,PHNjcmlwdC8+",
        check_picture(make_png(1, 1)).data_url,
    ],
)
def test_what_is_no_picture_or_another_one_is_not_kept(store: Store, alice: Owner, embedded: str) -> None:
    with pytest.raises(UnfitPicture):
        Diagrams(store).create(alice, draw(PLAN.id, embedded={PLAN.id: embedded}), bytes(32))


def test_what_pictures_take_counts(store: Store, alice: Owner, diagram: str) -> None:
    Pictures(store).create(alice, diagram, make_large(0))

    assert store.session.scalars(select(DiagramRow.stored_bytes)).one() > 1_000_000
    Diagrams(store).save(alice, diagram, draw(), revision=1)
    small = replace(store, limits=Limits(Limit(9, 1024), Limit(9, 1024)))
    with pytest.raises(QuotaExceeded):
        Pictures(small).create(alice, diagram, PLAN)


def test_one_diagram_has_only_so_many_and_those_that_no_version_has_make_room(
    store: Store, alice: Owner, diagram: str
) -> None:
    large = [make_large(number) for number in range(6)]
    for picture in large[:5]:
        Pictures(after(store)).create(alice, diagram, picture)
    with pytest.raises(UnfitPicture) as refused:
        Pictures(after(store)).create(alice, diagram, large[5])
    assert refused.value.problem.variant == "together"
    Diagrams(store).save(alice, diagram, draw(large[0].id), revision=1)
    Diagrams(store).save(alice, diagram, draw(large[1].id), revision=2)

    Pictures(after(store, hours=2)).create(alice, diagram, large[5])

    assert {each.id for each in Pictures(store).iter_all(alice, diagram)} == {large[0].id, large[1].id, large[5].id}
