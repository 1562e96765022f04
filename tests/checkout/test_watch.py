"""``make watch`` finds the tests of what is changed."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def watch() -> ModuleType:
    spec = importlib.util.spec_from_file_location("watch", ROOT / "scripts" / "watch.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        ("backend/labmapper/web/errors.py", {"tests/web/test_errors.py"}),
        ("backend/labmapper/cli/new.py", {"tests/cli"}),
        ("backend/labmapper/cli/new/part.py", {"tests/cli"}),
        ("frontend/static/js/util/ids.js", {"tests/frontend/util/ids.test.js"}),
        ("frontend/static/css/editor.css", {"tests/web/static_files"}),
        ("templates/login.html", {"tests/web/pages"}),
        ("tests/golden/pods/diagram.json", {"tests/test_golden.py"}),
        ("tests/test_config.py", {"tests/test_config.py"}),
        ("tests/test_gone.py", set()),
        ("tests/support/server/server.py", set()),
        ("README.md", set()),
    ],
)
def test_a_changed_file_has_its_tests_run(watch: ModuleType, changed: str, tests: set[str]) -> None:
    assert {str(path.relative_to(ROOT)) for path in watch.find_tests(ROOT / changed)} == tests
