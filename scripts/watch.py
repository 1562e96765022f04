"""Runs the tests of what is changed, whenever it is: ``make watch``.

A changed test is run itself; for a changed source those tests are run that mirror it: ``tests/web/test_errors.py`` for
``backend/labmapper/web/errors.py``, ``tests/frontend/util/ids.test.js`` for ``frontend/static/js/util/ids.js``. Where
there is none of that name, all tests of the folder are run.
"""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from watchfiles import watch

ROOT = Path(__file__).resolve().parents[1]
TESTS = ROOT / "tests"
# Each tree of sources, with the tree of its tests.
TREES = {
    ROOT / "backend" / "labmapper": TESTS,
    ROOT / "frontend" / "static" / "js": TESTS / "frontend",
    ROOT / "templates": TESTS / "web" / "pages",
    ROOT / "frontend" / "static": TESTS / "web" / "static_files",
    ROOT / "migrations": TESTS / "persistence" / "database",
}


def find_tests(changed: Path) -> set[Path]:
    """Return the tests, files or folders, that are about the file *changed*."""
    if is_test(changed):
        return {changed} if changed.exists() else set()
    if changed.is_relative_to(TESTS / "golden"):
        return {TESTS / "test_golden.py"}
    for sources, tests in TREES.items():
        if changed.is_relative_to(sources):
            return _find_mirrored(tests / changed.relative_to(sources), tests)
    return set()


def is_test(path: Path) -> bool:
    """Return whether *path* is a file of tests."""
    return path.is_relative_to(TESTS) and (path.match("test_*.py") or path.match("*.test.js"))


def _find_mirrored(mirror: Path, tests: Path) -> set[Path]:
    """Return the tests that are named as *mirror* is, or else the nearest folder that there is above it, in *tests*."""
    names = (f"test_{mirror.stem}.py", f"test_{mirror.stem}_*.py", f"{mirror.stem}.test.js")
    named = {path for name in names for path in mirror.parent.glob(name)}
    if named:
        return named
    folder = mirror.parent
    while folder != tests and not folder.is_dir():
        folder = folder.parent
    return {folder}


def run(tests: Iterable[Path]) -> None:
    """Run *tests*, those of JavaScript with Node and the others with pytest."""
    scripts = [str(path) for path in tests if path.suffix == ".js" or path.is_relative_to(TESTS / "frontend")]
    python = [str(path) for path in tests if str(path) not in scripts]
    if scripts:
        patterns = [f"{path}/**/*.test.js" if Path(path).is_dir() else path for path in scripts]
        subprocess.run(["node", "--test", *patterns], cwd=TESTS / "frontend", check=False)
    if python:
        options = ["--quiet", "-m", "not browser"] if not any("browser" in path for path in python) else ["--quiet"]
        subprocess.run([sys.executable, "-m", "pytest", *options, *python], cwd=ROOT, check=False)


def main() -> None:
    """Run tests until Ctrl-C."""
    print("Waiting for a change. Stop with Ctrl-C.", flush=True)
    for changes in watch(*TREES, TESTS, raise_interrupt=False):
        tests = set().union(*(find_tests(Path(path)) for _, path in changes))
        if tests:
            print("\n".join(str(path.relative_to(ROOT)) for path in sorted(tests)), flush=True)
            run(sorted(tests))


if __name__ == "__main__":
    main()
