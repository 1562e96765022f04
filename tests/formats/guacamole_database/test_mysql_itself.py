"""What MySQL refuses and MariaDB takes is not in the scripts: MariaDB alone loads them in the tests."""

import re

import pytest

from labmapper.core.pipeline import compile_diagram
from labmapper.formats import registry
from labmapper.formats.exporting import write_file
from support.labs.drawings import build_diagram, draw_pods

SEED = bytes(range(32))


def list_statements(**values: str) -> list[str]:
    diagram = build_diagram(draw_pods())
    found = registry.find_writable("guacamole-mysql")
    assert found is not None
    chunks, problems = write_file(found, diagram, compile_diagram(diagram), SEED, values)
    assert chunks is not None, problems
    return [line for line in b"".join(chunks).decode().splitlines() if not line.startswith("--")]


@pytest.mark.parametrize("groups", ["pods", "zones", "none"])
@pytest.mark.parametrize("what", ["add", "people", "remove"])
def test_no_statement_reads_the_table_that_it_changes_but_through_a_table_of_its_own(what: str, groups: str) -> None:
    changing = [
        (found[1], statement[found.end() :])
        for statement in list_statements(what=what, groups=groups)
        if (found := re.match(r"(?:DELETE FROM|UPDATE) (\w+)", statement))
    ]

    assert changing
    for table, rest in changing:
        read = len(re.findall(rf"(?:FROM|JOIN) {table}\b", rest))
        assert read == rest.count(f"FROM (SELECT DISTINCT parent_id FROM {table} "), rest


def test_words_that_only_mariadb_knows_are_not_in_it() -> None:
    script = "\n".join(list_statements(own_password="true", force_change="true", max_connections="2"))

    assert not re.search(
        r"\b(RETURNING|BEGIN NOT ATOMIC|EXECUTE IMMEDIATE|SIGNAL|DELIMITER|VALUE\(|OR REPLACE)", script
    )
    assert "`" not in script


def test_texts_are_compared_without_a_collation_of_the_connection() -> None:
    assert list_statements()[0] == "SET NAMES utf8mb4 COLLATE utf8mb4_bin;"
