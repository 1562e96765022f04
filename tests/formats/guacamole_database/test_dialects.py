"""Values of lists are quoted like any other text, also where each pod has its own."""

import pytest

from labmapper.core.lab.copy_templates import PodValues, build_template
from labmapper.formats.guacamole_database.dialects import MYSQL, POSTGRESQL, Dialect

VALUES = {1: "it's", 2: "C:\\x", 3: "a\rb"}


@pytest.mark.parametrize(
    ("dialect", "expected"),
    [
        (POSTGRESQL, ["('it''s')", "('C:\\x')", "('a'||chr(13)||'b')"]),
        (
            MYSQL,
            [
                "CONCAT('it''s')",
                "CONCAT('C:',CHAR(92 USING utf8mb4),'x')",
                "CONCAT('a',CHAR(13 USING utf8mb4),'b')",
            ],
        ),
    ],
)
def test_the_value_of_each_pod_is_a_literal_of_its_own(dialect: Dialect, expected: list[str]) -> None:
    template = build_template(dialect.quote([PodValues(VALUES)]))

    assert [template.fill(pod, "").decode() for pod in VALUES] == expected


def test_plain_values_need_no_joining() -> None:
    template = build_template(MYSQL.quote(["pw-", PodValues({1: "a"})]))

    assert template.fill(1, "") == b"'pw-a'"
