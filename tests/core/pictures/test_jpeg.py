import pytest

from labmapper.core.pictures.checking import check_picture
from labmapper.core.pictures.picture import UnfitPicture
from support.labs.bounded_work import bounded_work
from support.labs.pictures import make_exif, make_jpeg, make_segment


def test_a_jpeg_stays_as_it_is() -> None:
    picture = check_picture(make_jpeg(40, 30))

    assert (picture.media_type, picture.width, picture.height) == ("image/jpeg", 40, 30)
    assert picture.content == make_jpeg(40, 30)


def test_where_and_with_what_a_photo_was_taken_is_left_out() -> None:
    more = [
        make_exif(1),
        make_segment(0xED, b"Photoshop"),
        make_segment(0xFE, b"a comment"),
        make_segment(0xE2, b"ICC_PROFILE"),
    ]

    assert check_picture(make_jpeg(4, 3, *more)).content == make_jpeg(4, 3)


@pytest.mark.parametrize("little", [True, False])
def test_how_a_photo_is_turned_stays_without_anything_else(little: bool) -> None:
    picture = check_picture(make_jpeg(40, 30, make_exif(6, little=little)))

    assert (picture.width, picture.height) == (30, 40)
    assert b"Maker" not in picture.content
    assert check_picture(picture.content) == picture


def test_a_thumbnail_in_it_is_left_out() -> None:
    jfif = make_segment(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01" + b"tiny")

    content = check_picture(make_jpeg(4, 3, jfif)).content

    assert b"tiny" not in content
    assert b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0" in content


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8\xff",
        make_jpeg()[:-2],
        make_jpeg()[:-20],
        make_jpeg(0, 3),
        make_jpeg(frame=0xC3),
        make_jpeg(frame=0xC9),
        b"\xff\xd8" + make_jpeg(4, 3) + b"\xff\xd9",
        make_jpeg(4, 3, make_segment(0xFE, b"") + b"no marker"),
        b"\xff\xd8" + b"\xff" * 1000,
        make_jpeg(4, 3, *[make_segment(0xDA, b"\0") + b"\x12"] * 65),
    ],
    ids=range(10),
)
def test_a_broken_one_is_refused(data: bytes) -> None:
    with pytest.raises(UnfitPicture) as refused:
        check_picture(data)

    assert refused.value.problem.variant == "broken"


def test_more_pixels_than_a_browser_can_hold_are_refused() -> None:
    with pytest.raises(UnfitPicture) as refused:
        check_picture(make_jpeg(8000, 8000))

    assert refused.value.problem.variant == "pixels"


def test_no_file_takes_long_whatever_is_in_it() -> None:
    with bounded_work():
        for filling in (b"\xff", b"\xff\xfe\x00\x02", b"\xff\x00", bytes(1)):
            data = b"\xff\xd8\xff\xdb\x00\x02" + filling * (2**21 // len(filling) - 8)
            with pytest.raises(UnfitPicture):
                check_picture(data)
