"""Members of ZIP archives are read within bounds, and nothing else is."""

import io
import random
import zipfile

import pytest

from labmapper.formats import registry
from labmapper.formats.importing import read_file
from labmapper.formats.topology.archives.archive import LARGEST_MEMBER, MOST_MEMBERS, Archive, UnreadableArchiveError
from support.labs.archives import pack
from support.labs.drawings import GOLDEN


def refuse(data: bytes, name: str = "") -> str:
    with pytest.raises(UnreadableArchiveError) as refused:
        Archive(data).read(name)
    return refused.value.problem.variant


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_member_is_unpacked(packing: int) -> None:
    archive = Archive(pack({"a": b"x" * 200_000, "b/c": b"y"}, packing))

    assert archive.names == ["a", "b/c"]
    assert archive.read("a") == b"x" * 200_000


def test_what_is_packed_in_an_unknown_way_is_refused() -> None:
    data = bytearray(pack({"a": b"x" * 1000}))
    central = data.index(b"PK\x01\x02")
    data[central + 10 : central + 12] = (97).to_bytes(2, "little")

    assert refuse(bytes(data), "a") == "packing"


def test_names_that_lead_out_of_the_archive_are_not_there() -> None:
    archive = Archive(
        pack({"../a": b"", "/b": b"", "c/../../d": b"", "C:\\e": b"", "..\\f": b"", "g/": b"", "h..h": b""})
    )

    assert archive.names == ["h..h"]


def test_a_bomb_goes_off_no_further_than_a_lab_may_be_large() -> None:
    bomb = pack({"a": bytes(LARGEST_MEMBER + 1)})

    assert len(bomb) < 100_000
    assert refuse(bomb, "a") == "large"


def test_what_an_archive_says_of_sizes_is_not_believed() -> None:
    honest = pack({"a": bytes(LARGEST_MEMBER + 1)})
    lying = honest.replace((LARGEST_MEMBER + 1).to_bytes(4, "little"), (10).to_bytes(4, "little"))

    assert refuse(lying, "a") in {"large", "broken"}


def test_a_start_is_all_that_is_unpacked_for_a_look() -> None:
    archive = Archive(pack({"a": b"abc" * 1000}))

    assert archive.read_start("a", 5) == b"abcab"


def test_more_members_than_any_lab_has_are_refused_before_they_are_listed() -> None:
    assert refuse(b"PK\x03\x04" + b"PK\x01\x02" * (MOST_MEMBERS + 1)) == "members"


def test_an_encrypted_member_is_refused() -> None:
    data = bytearray(pack({"a": b"x"}))
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1

    assert refuse(bytes(data), "a") == "encrypted"


@pytest.mark.parametrize("cut", [1, 5, 30, 60])
def test_an_archive_that_ends_too_early_is_broken(cut: int) -> None:
    assert refuse(pack({"a": b"x" * 10})[:-cut], "a") == "broken"


def test_a_member_that_was_changed_is_broken() -> None:
    data = pack({"a": b"hello"}, zipfile.ZIP_STORED).replace(b"hello", b"hullo")

    assert refuse(data, "a") == "broken"


def test_an_archive_in_an_archive_is_only_a_member() -> None:
    inner = pack({"project.gns3": b"{}"})

    assert Archive(pack({"inner.zip": inner})).names == ["inner.zip"]


def test_an_empty_archive_has_no_members() -> None:
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()

    assert Archive(empty.getvalue()).names == []


@pytest.mark.parametrize("name", ["project.gns3", "folder/lab.unl"])
def test_a_damaged_archive_of_a_lab_gives_a_drawing_or_problems(name: str) -> None:
    folder = "gns3" if name.endswith("gns3") else "eve-ng"
    data = pack({"readme.txt": b"hello", name: (GOLDEN / folder / name.rpartition("/")[2]).read_bytes()})
    known = next(each for each in registry.list_readable() if each.name == folder)
    chance = random.Random(name)
    for _ in range(100):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 6)):
            place = chance.randrange(len(damaged))
            # Near the end is the list of members, where there is most to misunderstand.
            place = place if chance.random() < 0.5 else max(0, len(damaged) - place % 200 - 1)
            damaged[place] = chance.randrange(256)

        imported = read_file(bytes(damaged), known)

        assert imported.source is not None or any(problem.is_error for problem in imported.problems)
