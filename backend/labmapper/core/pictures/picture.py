"""A picture as it is kept: clean, with its size, and an id that is made of its content."""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from typing import Literal, get_args

from labmapper.core.pictures.bounds import ID_LENGTH, MAX_PIXELS, MAX_SIDE
from labmapper.core.problems import Problem

MediaType = Literal["image/png", "image/jpeg", "image/svg+xml"]
MEDIA_TYPES: tuple[str, ...] = get_args(MediaType)
_BASE64 = ";base64,"


class UnfitPicture(Exception):
    """A file is no picture that can lie on a drawing; *problem* says why."""

    def __init__(self, problem: Problem) -> None:
        """Refuse it for *problem*."""
        super().__init__(problem.variant)
        self.problem = problem


def refuse_broken() -> UnfitPicture:
    """Return what is raised where a file is not what it begins as."""
    return UnfitPicture(Problem.error("picture-unfit", variant="broken"))


@dataclass(frozen=True, slots=True)
class Picture:
    """A clean picture: what it is, how many pixels wide and high it is shown, and its bytes."""

    media_type: MediaType
    width: int
    height: int
    content: bytes

    @property
    def id(self) -> str:
        """By what a drawing names it."""
        return hashlib.sha256(self.content).hexdigest()[:ID_LENGTH]

    @property
    def data_url(self) -> str:
        """The address that is the picture itself."""
        return render_data_url(self.media_type, self.content)


def render_data_url(media_type: str, content: bytes) -> str:
    """Return the address that is *content* itself."""
    return f"data:{media_type}{_BASE64}{base64.b64encode(content).decode()}"


def parse_data_url(address: str) -> bytes:
    """Return what *address* holds; raise UnfitPicture where it holds nothing."""
    try:
        return base64.b64decode(address.partition(_BASE64)[2], validate=True)
    except binascii.Error as error:
        raise refuse_broken() from error


def check_size(width: int, height: int) -> None:
    """Raise UnfitPicture where so many pixels would fill the memory of a browser, or are none."""
    if not (width and height):
        raise refuse_broken()
    if width > MAX_SIDE or height > MAX_SIDE or width * height > MAX_PIXELS:
        raise UnfitPicture(
            Problem.error(
                "picture-unfit",
                variant="pixels",
                width=width,
                height=height,
                most=MAX_SIDE,
                millions=MAX_PIXELS // 1024**2,
            )
        )
