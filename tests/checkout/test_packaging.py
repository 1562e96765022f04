"""What is built is what is here: the wheel carries the package and its four trees, and nothing else."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.long, pytest.mark.wheel]

ROOT = Path(__file__).parents[2]

# Where each tree of the repository is in the wheel.
TREES = {
    "backend/labmapper": "labmapper",
    "templates": "labmapper/templates",
    "frontend/static": "labmapper/static",
    "migrations": "labmapper/migrations",
    "translations": "labmapper/translations",
}


def list_tracked(tree: str) -> set[str]:
    """Return the files that git knows or would take up in *tree*, by their paths in it."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", "."]
    names = subprocess.run(command, cwd=ROOT / tree, check=True, capture_output=True, text=True).stdout
    return {name for name in names.split("\0") if name and (ROOT / tree / name).is_file()}


def build(target: str, source: Path, directory: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(directory)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (built,) = directory.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


def list_wheel(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_the_package_and_its_trees_and_nothing_else(wheel: Path) -> None:
    expected = {f"{packaged}/{name}" for tree, packaged in TREES.items() for name in list_tracked(tree)}

    assert {name for name in list_wheel(wheel) if ".dist-info/" not in name} == expected


def test_every_tree_has_its_part_in_the_wheel(wheel: Path) -> None:
    names = list_wheel(wheel)

    for tree in (
        "templates",
        "static/js/model",
        "static/css",
        "migrations/versions",
        "core/examples",
        "core/guacamole",
    ):
        assert any(name.startswith(f"labmapper/{tree}/") for name in names), tree


def test_the_wheel_carries_its_licence(wheel: Path) -> None:
    assert any(name.endswith("dist-info/licenses/LICENSE") for name in list_wheel(wheel))


def test_a_wheel_built_twice_is_the_same(wheel: Path, tmp_path: Path) -> None:
    assert build("wheel", ROOT, tmp_path).read_bytes() == wheel.read_bytes()


def test_a_wheel_built_from_the_source_distribution_is_the_same(wheel: Path, tmp_path: Path) -> None:
    source = build("sdist", ROOT, tmp_path / "sdist")
    with tarfile.open(source) as archive:
        archive.extractall(tmp_path, filter="data")
    unpacked = tmp_path / source.name.removesuffix(".tar.gz")

    again = build("wheel", unpacked, tmp_path / "wheel")

    assert list_wheel(again) == list_wheel(wheel)


def test_a_missing_tree_stops_the_build(tmp_path: Path) -> None:
    with tarfile.open(build("sdist", ROOT, tmp_path / "sdist")) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    (unpacked,) = (tmp_path / "unpacked").iterdir()
    (unpacked / "templates").rename(unpacked / "elsewhere")

    with pytest.raises(subprocess.CalledProcessError):
        build("wheel", unpacked, tmp_path / "wheel")
