"""The pictures that a drawing names, and those that a file brings along: cleaned, and named by what they are then."""

from collections.abc import Iterable, Mapping

from labmapper.core.drawing.checked_text import Drawing
from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Node, Shape
from labmapper.core.pictures.bounds import MAX_BYTES_TOGETHER
from labmapper.core.pictures.checking import check_picture
from labmapper.core.pictures.picture import Picture, UnfitPicture, parse_data_url
from labmapper.core.problems import Problem


def list_pictures(diagram: Drawing) -> set[str]:
    """Return the ids of the pictures that lie on *diagram*."""
    return {node.picture for node in diagram.nodes if node.type == "shape" and node.picture}


def clean_pictures(diagram: Diagram) -> tuple[Diagram, tuple[Problem, ...]]:
    """Return *diagram* with what can be shown of the pictures that it brings along and names, and what is wrong with the others."""
    named = list_pictures(diagram)
    cleaned: dict[str, Picture] = {}
    unfit: list[Problem] = []
    for name, data in diagram.pictures.items():
        try:
            if name in named:
                cleaned[name] = check_picture(parse_data_url(data))
                check_sum(cleaned.values())
        except UnfitPicture as error:
            cleaned.pop(name, None)
            unfit.append(error.problem)
    problems = (
        (Problem.warning("pictures-left-out", variant="unfit", count=len(unfit), reason=unfit[0].message),)
        if unfit
        else ()
    )
    return _rename(diagram, cleaned), problems


def check_sum(pictures: Iterable[Picture]) -> None:
    """Raise UnfitPicture where *pictures* are more together than one drawing may have."""
    if sum(len(picture.content) for picture in pictures) > MAX_BYTES_TOGETHER:
        raise UnfitPicture(Problem.error("picture-unfit", variant="together", most=MAX_BYTES_TOGETHER // 1024**2))


def _rename(diagram: Diagram, pictures: Mapping[str, Picture]) -> Diagram:
    """Return *diagram* with *pictures*, each under its own id, which nodes name from now on."""
    nodes = [_rename_in(node, pictures) for node in diagram.nodes]
    found = {picture.id: picture.data_url for picture in pictures.values()}
    return diagram.model_copy(update={"nodes": nodes, "pictures": found})


def _rename_in(node: Node, pictures: Mapping[str, Picture]) -> Node:
    if not isinstance(node, Shape) or node.picture is None or node.picture not in pictures:
        return node
    return node.model_copy(update={"picture": pictures[node.picture].id})
