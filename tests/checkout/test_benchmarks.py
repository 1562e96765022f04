"""The benchmarks still run: each at a size that takes a second, those that need browsers and servers as far as they can be imported.

What they time they name by where it stands, so whoever moves a function learns here that a benchmark watches it.
"""

import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
MODULES = sorted(path.stem for path in (CHECKOUT / "benchmarks").glob("*.py"))
MODULES += sorted(f"measuring.{path.stem}" for path in (CHECKOUT / "benchmarks" / "measuring").glob("*.py"))

COMPILE = """
import compile
compile.ROUNDS, compile.SMALL, compile.LARGE = 1, 20, 40
compile.main()
"""
CONVERT = """
import convert, tempfile, pathlib
convert.ROUNDS = 1
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    convert.write_config(folder / "same.yaml", 2, 2)
    convert.write_config(folder / "pods.yaml", 2, 2, pods=True)
    convert.show("tiny", *convert.compare(folder, "same.yaml", "pods.yaml"), wanted=1)
"""
# The same app on SQLite: what is watched does not depend on the database.
PARTS = """
import contextlib, parts, preview_parts, tempfile
from labmapper.app import create_app
from labmapper.config import load_config
from labmapper.persistence.database.connection import dispose
from labmapper.persistence.database.schema import upgrade

@contextlib.contextmanager
def run_small_app():
    with tempfile.TemporaryDirectory() as folder:
        config = load_config({"LABMAPPER_DATA_DIR": folder, "LABMAPPER_LOG_LEVEL": "WARNING"})
        app = create_app(config)
        upgrade(app, config)
        yield app
        dispose(app)

parts.run_app = preview_parts.run_app = run_small_app
parts.SIZES, preview_parts.SIZES = (20,), {20: 4}
preview_parts.main()
parts.main()
"""
REFUSED = """
from labmapper.core.drawing.document import parse_diagram
from measuring.dear_inputs import list_diagrams
print([name for name, drawing in list_diagrams(65536).items() if parse_diagram(drawing)[0] is None])
"""
RUNS = {"compiling": COMPILE, "converting": CONVERT, "the parts of answers": PARTS}


@pytest.mark.parametrize("what", RUNS)
def test_a_small_benchmark_of_it_comes_to_its_end(what: str) -> None:
    assert run(RUNS[what])


def test_the_search_for_the_dearest_request_sends_drawings_that_are_worked_on() -> None:
    assert run(REFUSED) == "['unknown keys']\n"  # one that is refused for its shape hides what it was to find


def test_all_benchmarks_find_what_they_import() -> None:
    run("import " + ", ".join(MODULES))


def run(code: str) -> str:
    """Run *code* as if it stood beside the benchmarks, and return what it prints."""
    places = [str(CHECKOUT / "benchmarks"), str(CHECKOUT / "tests")]
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\nsys.path[:0] = {places!r}\n{code}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout
