"""Small pictures of diagrams: zones, cables and nodes as shapes, without a word, so that no secret can be in them.

What is on a layer that is hidden is not in them either.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from labmapper.core.drawing.cable_ways import Cable, draw_way, find_ways
from labmapper.core.drawing.right_angles import Way

WIDTH, HEIGHT = 240, 150
_MARGIN = 12
_MOST = 1500
# Colours that show on light and dark alike: an image knows no theme.
_COLOURS = {"device": "#768294", "users": "#7d79d6", "network": "#5b8fb9", "gateway": "#3f9463", "note": "#b5a05a"}
_TILE = 56

Frame = tuple[float, float, float]


def render_thumbnail(document: Mapping[str, Any]) -> str:
    """Return the picture of the diagram *document* as SVG."""
    hidden = set(document["settings"].get("hidden", ()))
    nodes = [node for node in document["nodes"][:_MOST] if node["type"] in _COLOURS and node.get("layer") not in hidden]
    zones = [zone for zone in document["zones"][:_MOST] if zone.get("layer") not in hidden]
    ways = _find_ways(document, nodes)
    frame = _fit(nodes, zones, [corner for way, _ in ways for corner in way])
    shapes = [*_draw_zones(zones, frame), *_draw_links(ways, frame), *_draw_nodes(nodes, frame)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f"{''.join(shapes)}</svg>"
    )


def _find_ways(document: Mapping[str, Any], nodes: list[dict[str, Any]]) -> list[tuple[Way, str]]:
    """Return the ways of the cables between *nodes*, each with how it runs."""
    usual = document["settings"].get("cables") or "straight"
    places = {node["id"]: (float(node["x"]), float(node["y"])) for node in nodes}
    tiles = {node["id"]: places[node["id"]] for node in nodes if node["type"] != "note"}
    cables = []
    for link in document["links"][:_MOST]:
        source, target = link["source"]["node"], link["target"]["node"]
        if source in places and target in places:
            bends = tuple((bend["x"], bend["y"]) for bend in link.get("bends", ()))
            cables.append(Cable(link["id"], source, target, link.get("route") or usual, bends))
    ways = find_ways(cables, places, tiles, (_TILE, _TILE))
    return [(ways[cable.id], cable.route) for cable in cables]


def _fit(nodes: list[dict[str, Any]], zones: list[dict[str, Any]], bends: Way) -> Frame:
    """Return scale and shift under which everything is in the picture, never larger than drawn."""
    half = _TILE / 2
    corners = [(node["x"] - half, node["y"] - half, node["x"] + half, node["y"] + half) for node in nodes]
    corners += [(zone["x"], zone["y"], zone["x"] + zone["width"], zone["y"] + zone["height"]) for zone in zones]
    corners += [(x, y, x, y) for x, y in bends]
    if not corners:
        return 1, 0, 0
    left, top = min(each[0] for each in corners), min(each[1] for each in corners)
    right, bottom = max(each[2] for each in corners), max(each[3] for each in corners)
    scale = min((WIDTH - 2 * _MARGIN) / (right - left), (HEIGHT - 2 * _MARGIN) / (bottom - top), 0.6)
    return scale, WIDTH / 2 - scale * (left + right) / 2, HEIGHT / 2 - scale * (top + bottom) / 2


def _place(frame: Frame, x: float, y: float) -> tuple[float, float]:
    scale, shift_x, shift_y = frame
    return round(scale * x + shift_x, 1), round(scale * y + shift_y, 1)


def _draw_zones(zones: list[dict[str, Any]], frame: Frame) -> Iterator[str]:
    for zone in zones:
        x, y = _place(frame, zone["x"], zone["y"])
        width, height = round(zone["width"] * frame[0], 1), round(zone["height"] * frame[0], 1)
        dashes = ' stroke-dasharray="4 3"' if zone.get("pod") else ""
        yield (
            f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="4" fill="#768294" fill-opacity="0.1"'
            f' stroke="#768294" stroke-opacity="0.5"{dashes}/>'
        )


def _draw_links(ways: list[tuple[Way, str]], frame: Frame) -> Iterator[str]:
    for way, route in ways:
        path = draw_way(way, route, (_TILE, _TILE), lambda point: _place(frame, *point))
        yield f'<path d="{path}" fill="none" stroke="#768294" stroke-opacity="0.7"/>'


def _draw_nodes(nodes: list[dict[str, Any]], frame: Frame) -> Iterator[str]:
    size = round(max(_TILE * frame[0], 3), 1)
    for node in nodes:
        x, y = _place(frame, node["x"], node["y"])
        colour = _COLOURS[node["type"]]
        radius = size / 2 if node["type"] == "users" else size / 5
        yield (
            f'<rect x="{x - size / 2:.1f}" y="{y - size / 2:.1f}" width="{size}" height="{size}" rx="{radius:.1f}"'
            f' fill="{colour}"/>'
        )
