"""Tells what picture a file is by its first bytes, never by its name, and has it cleaned."""

from labmapper.core.pictures.bounds import MAX_BYTES
from labmapper.core.pictures.jpeg import JPEG_START, clean_jpeg
from labmapper.core.pictures.picture import Picture, UnfitPicture
from labmapper.core.pictures.png import PNG_START, clean_png
from labmapper.core.pictures.svg import clean_svg
from labmapper.core.problems import Problem

_MEBIBYTE = 1024 * 1024
# How far an XML declaration, a doctype and comments may push the first element back.
_HEAD = 4_096


def check_picture(data: bytes) -> Picture:
    """Return the picture in *data*, without what is not shown of it.

    Raises:
        UnfitPicture: it is of another kind, too large, or broken.
    """
    if len(data) > MAX_BYTES:
        raise _refuse_size(len(data))
    if data.startswith(PNG_START):
        picture = clean_png(data)
    elif data.startswith(JPEG_START):
        picture = clean_jpeg(data)
    elif b"<svg" in data[:_HEAD] or b":svg" in data[:_HEAD]:
        picture = clean_svg(data)
    else:
        raise UnfitPicture(Problem.error("picture-unfit", variant="kind"))
    if len(picture.content) > MAX_BYTES:
        raise _refuse_size(len(picture.content))
    return picture


def _refuse_size(size: int) -> UnfitPicture:
    return UnfitPicture(
        Problem.error("picture-unfit", variant="bytes", size=-(-size // _MEBIBYTE), most=MAX_BYTES // _MEBIBYTE)
    )
