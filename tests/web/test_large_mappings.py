"""A file much larger than the memory it may take: its server stays small meanwhile, and answers others."""

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from support.browser.headless_client import Remote
from support.labs.drawings import draw_lab
from support.server.savers import run_savers
from support.server.server import find_workers, run_server
from support.server.soak import pick

pytestmark = pytest.mark.long

STUDENTS = pick(800, 2_000)
DEVICES = 250
FILE_OCTETS = STUDENTS * 100_000
MOST_MORE_OCTETS = FILE_OCTETS // 3


def draw_much() -> dict[str, Any]:
    diagram = draw_lab("Much", students=STUDENTS)
    diagram["nodes"][0] |= {"count": DEVICES}
    diagram["nodes"][0]["connections"][0]["parameters"] |= {"private-key": "k" * 200}
    return diagram


def read_peak(process: int) -> int:
    """Return how many octets of memory *process* has held at most, as Linux counts them."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) * 1024


def test_a_large_file_fills_no_memory_and_holds_nobody_up(tmp_path: Path) -> None:
    with run_server(tmp_path) as address, run_savers(address, 1) as others, ThreadPoolExecutor(1) as pool:
        workers = find_workers(tmp_path)
        guest = Remote(address)
        diagram = guest.ask("POST", "/api/v1/diagrams", {"diagram": draw_much()})[1]["id"]
        others.wait_for_saves(3)
        before = sum(map(read_peak, workers))

        making = pool.submit(guest.ask, "POST", f"/api/v1/diagrams/{diagram}/mappings", {})
        others.wait_for_saves(3)
        assert not making.done()
        status, made = making.result()

        assert (status, made["size"] > FILE_OCTETS) == (201, True)
        assert sha256(guest.download(made["url"])).hexdigest() == made["sha256"]
        assert sum(map(read_peak, workers)) - before < MOST_MORE_OCTETS
