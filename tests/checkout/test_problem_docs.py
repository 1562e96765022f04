import runpy
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_page_of_problems_is_what_the_tables_say() -> None:
    render_docs = runpy.run_path(str(ROOT / "scripts" / "write_problem_docs.py"))["render_docs"]

    written = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")

    assert written == render_docs(), "docs/problems.md is out of date: make docs"
