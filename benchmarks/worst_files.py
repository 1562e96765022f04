"""The worst files of 16 MiB that there are for each reader: processor seconds and memory to read and draw each.

Every file is read in a process of its own, once by the format that recognises it and, where a format is named with it, once
by that one. Run it by ``python benchmarks/worst_files.py [PART OF A NAME ...]``; it ends with status 1 where a bar is missed.
Processor time is measured, so that other processes hardly matter.
"""

import multiprocessing
import resource
import sys
import time
from collections.abc import Iterator
from multiprocessing.context import SpawnProcess
from pathlib import Path
from queue import Empty
from tempfile import TemporaryDirectory

from measuring.worst_file_shapes import SHAPES
from measuring.worst_file_tangles import TANGLES

SECONDS, MEGABYTES = 2.0, 200.0
FILES = SHAPES | TANGLES
# After so many seconds of the processor a process is ended, so that a busy machine ends none too early. Of the clock it may take
# many more.
MOST_SECONDS, PATIENCE = 15, 600.0


# Seconds to recognise, read and draw, megabytes, and what came of it.
Figures = tuple[float, float, float, float, str]


def _write(name: str, path: Path) -> None:
    path.write_bytes(FILES[name][0]())


def _read(path: Path, known: str, queue: "multiprocessing.Queue[Figures]") -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 1))
    from labmapper.formats import registry  # noqa: PLC0415 - the process measures itself
    from labmapper.formats.importing import read_file  # noqa: PLC0415

    # What a server has imported long ago is not charged to the file.
    read_file(b"name,address\na,10.0.0.1\n").draw()
    data = path.read_bytes()
    before = resource.getrusage(resource.RUSAGE_SELF)
    started = time.process_time()
    recognised = registry.recognise(data)
    seen = time.process_time()
    imported = read_file(data, registry.find_readable(known) if known else recognised)
    read = time.process_time()
    diagram, problems = imported.draw()
    ended = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    nodes = len(diagram.nodes) if diagram else 0
    words = f"{imported.format.name} {nodes} nodes, {len(problems)} problems {problems[0].code if problems else ''}"
    queue.put((seen - started, read - seen, ended - read, memory, f"{words} (before {before.ru_maxrss // 1024} MiB)"))


def _wait(process: SpawnProcess, queue: "multiprocessing.Queue[Figures]") -> Figures:
    """Return what *process* has measured, as much time as it was given where it did not end."""
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        try:
            figures = queue.get(timeout=1.0)
        except Empty:
            if process.is_alive():
                continue
            break
        process.join()
        return figures
    process.kill()
    process.join()
    return MOST_SECONDS, 0.0, 0.0, 0.0, "did not end"


def iter_runs(wanted: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the name of each file with the format that reads it, empty for the one that recognises it."""
    for name, (_, formats) in FILES.items():
        if not wanted or any(each in name for each in wanted):
            yield from ((name, known) for known in ("", *formats))


def main() -> int:
    """Measure and print."""
    missed = 0
    context = multiprocessing.get_context("spawn")
    directory = TemporaryDirectory()
    path = Path(directory.name) / "worst"
    for name, known in iter_runs(sys.argv[1:]):
        # Made in a process of its own, so that its pieces are in the memory of none that reads it.
        maker = context.Process(target=_write, args=(name, path))
        maker.start()
        maker.join()
        queue: multiprocessing.Queue[Figures] = context.Queue()
        process = context.Process(target=_read, args=(path, known, queue))
        process.start()
        recognised, read, drawn, memory, words = _wait(process, queue)
        is_missed = recognised + read + drawn > SECONDS or memory > MEGABYTES
        missed += is_missed
        print(
            f"{'MISSED' if is_missed else 'kept  '} {name:34} {known or '-':12} {recognised:5.2f} + {read:5.2f} + {drawn:5.2f} s"
            f" {memory:5.0f} MiB  {words}",
            flush=True,
        )
    directory.cleanup()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
