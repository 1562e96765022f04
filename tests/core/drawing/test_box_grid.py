from labmapper.core.drawing.box_grid import Box, BoxGrid


def test_boxes_are_found_in_the_squares_that_another_one_touches_each_once() -> None:
    boxes: dict[str, Box] = {"wide": (-50, 0, 250, 10), "near": (110, 20, 120, 30), "far": (500, 500, 510, 510)}
    grid: BoxGrid[str] = BoxGrid(100)
    for key, box in boxes.items():
        grid.add(key, box)

    assert grid.find_near((90, 5, 130, 6)) == {"wide": boxes["wide"], "near": boxes["near"]}
    assert grid.find_near((-60, -60, -55, -55)) == {}
    assert grid.find_near((-60, 50, -55, 55)) == {"wide": boxes["wide"]}
