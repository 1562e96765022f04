"""Golden folders: each holds a file that is read, and what must come out of it, in every format it is kept in."""

from pathlib import Path

from labmapper.cli.reading import format_problem
from labmapper.core.problems import Problem
from labmapper.formats import registry
from labmapper.formats.exporting import write_file
from labmapper.formats.format import Format
from labmapper.formats.importing import read_file

SEED = bytes(range(32))


def list_sources(golden: Path) -> list[Path]:
    """Return what is read in each folder of *golden*: the file of the first format that finds one of its name there."""
    folders = sorted(path for path in golden.iterdir() if path.is_dir())
    return [_find_source(folder) for folder in folders]


def _find_source(folder: Path) -> Path:
    """Return what is read in *folder*. Where it is written again, as ``written.xml`` for example, that tells what it is."""
    again = [each.file_name for each in registry.list_readable() if (folder / f"written{each.suffixes[0]}").exists()]
    return next(folder / name for name in (*again, *_list_source_names()) if (folder / name).exists())


def render_all(source: Path) -> dict[str, bytes]:
    """Return by file name what *source* gives: its problems, and where it is sound a file of each format that is kept."""
    imported = read_file(source.read_bytes())
    compilation = imported.compile()
    problems = compilation.problems if compilation else imported.problems
    rendered = {"problems.txt": _render_problems(source, problems)}
    if imported.source is None or compilation is None or not compilation.is_sound:
        return rendered
    for target in registry.list_writable():
        name = name_golden(target, source)
        if _is_kept(target, source.with_name(name)):
            chunks, _ = write_file(target, imported.source, compilation, SEED)
            rendered[name] = b"".join(chunks or ())
    return rendered


def name_golden(target: Format, source: Path) -> str:
    """Return how the file of the *target* format is called beside *source*."""
    return target.file_name if target.file_name != source.name else f"written{target.suffixes[0]}"


def _list_source_names() -> list[str]:
    """Return how sources are called, first those of formats that are only read. What is kept of every lab comes last."""
    readable = sorted(registry.list_readable(), key=lambda each: (each.writer is not None, each is registry.MAIN))
    return [each.file_name for each in readable]


def _is_kept(target: Format, golden: Path) -> bool:
    """Mapping and config.yaml are kept of every lab, another format where somebody has put a file of it."""
    return golden.exists() or target.name in {"user-mapping", "config"}


def _render_problems(source: Path, problems: tuple[Problem, ...]) -> bytes:
    return "".join(format_problem(source.name, problem) + "\n" for problem in problems).encode()
