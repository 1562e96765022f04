import pytest

from labmapper.core.pictures.checking import check_picture
from labmapper.core.pictures.picture import UnfitPicture
from support.labs.pictures import PNG_START, make_chunk, make_png


def test_a_png_stays_as_it_is() -> None:
    picture = check_picture(make_png(40, 30))

    assert (picture.media_type, picture.width, picture.height) == ("image/png", 40, 30)
    assert picture.content == make_png(40, 30)


def test_texts_times_places_profiles_and_animations_are_left_out() -> None:
    more = [
        make_chunk(name, b"where I live") for name in (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"iCCP", b"acTL")
    ]

    assert check_picture(make_png(4, 3, *more)).content == make_png(4, 3)


def test_what_browsers_need_to_show_it_stays() -> None:
    shown = make_chunk(b"gAMA", b"\0\0\xb1\x8f") + make_chunk(b"tRNS", b"\0\x01")

    assert shown in check_picture(make_png(4, 3, shown)).content


def test_what_comes_behind_the_end_is_left_out() -> None:
    assert check_picture(make_png() + b"<script>").content == make_png()


@pytest.mark.parametrize(
    "data",
    [
        PNG_START,
        make_png()[:-20],
        make_png().replace(b"IEND", b"IENX"),
        PNG_START + make_chunk(b"IEND"),
        make_png(4, 3, make_chunk(b"IHDR", bytes(13))),
        make_png(4, 3, make_chunk(b"NEED", b"what nobody knows")),
        make_png(0, 3),
    ],
    ids=range(7),
)
def test_a_broken_one_is_refused(data: bytes) -> None:
    with pytest.raises(UnfitPicture) as refused:
        check_picture(data)

    assert refused.value.problem.variant == "broken"


@pytest.mark.parametrize(("width", "height"), [(8193, 1), (1, 8193), (2**31 - 1, 2**31 - 1)])
def test_more_pixels_than_a_browser_can_hold_are_refused_by_the_head_alone(width: int, height: int) -> None:
    head = make_png(width=1)[:16] + width.to_bytes(4) + height.to_bytes(4)
    name_and_head = head[12:] + make_png()[24:29]
    data = PNG_START + make_chunk(b"IHDR", name_and_head[4:]) + make_png()[33:]

    with pytest.raises(UnfitPicture) as refused:
        check_picture(data)

    assert refused.value.problem.variant == "pixels"


def test_a_larger_file_than_is_kept_is_refused() -> None:
    with pytest.raises(UnfitPicture) as refused:
        check_picture(make_png() + bytes(2 * 1024 * 1024))

    assert refused.value.problem.message == "This picture has 3 MiB; a picture may have 2 MiB."


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"%PDF-1.7", b"<html><script>alert(1)</script></html>", b"BM"])
def test_files_of_other_kinds_are_refused(data: bytes) -> None:
    with pytest.raises(UnfitPicture) as refused:
        check_picture(data)

    assert refused.value.problem.variant == "kind"
