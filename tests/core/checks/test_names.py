"""Names: what is told of them, and how often."""

from support.labs.hostile import alice, build, draw, router


def test_a_device_whose_name_does_not_count_is_told_once_however_many_connections_it_has() -> None:
    device = router("fw") | {"count": 2}
    device["connections"] = [*device["connections"], {"protocol": "vnc", "host": "fw1", "port": "5901"}]

    problems = build(draw(alice(), devices=[device])).problems

    assert [problem.code for problem in problems].count("name-not-counting") == 1
