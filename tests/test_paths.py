from pathlib import Path

import pytest

from labmapper import paths


@pytest.mark.parametrize(
    "file",
    [
        paths.TEMPLATES / "base.html",
        paths.STATIC / "js" / "main.js",
        paths.STATIC / "css" / "tokens.css",
        paths.MIGRATIONS / "env.py",
        paths.TRANSLATIONS / "README.md",
    ],
    ids=lambda file: file.name,
)
def test_the_files_that_are_not_python_are_where_paths_says(file: Path) -> None:
    assert file.is_file()


def test_a_tree_that_is_missing_is_named() -> None:
    with pytest.raises(RuntimeError, match="without its pictures files"):
        paths._locate("pictures", "no/such/tree")
