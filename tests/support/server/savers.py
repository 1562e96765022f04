"""People who save and generate over and over, whatever befalls the server, and who check what they find each time."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.client import HTTPException
from threading import Condition, Event
from time import monotonic, sleep
from typing import Any

from support.browser.headless_client import Remote
from support.labs.drawings import draw_lab

OUTDATED = 412
_SECONDS = 120
# Between two questions to a server that is not there.
_PAUSE = 0.05


@dataclass(slots=True)
class Saver:
    """Somebody with one diagram, whose title tells its revision: *revision* is the last that the server acknowledged.

    A save without an answer may be on its way still when one looks what became of it: the next one is then refused as outdated.
    """

    guest: Remote
    diagram: str
    progress: Condition
    revision: int = 1
    saves: int = 0
    unanswered: int = 0
    outdated: int = 0
    is_unsure: bool = False
    refusals: list[tuple[int, Any]] = field(default_factory=list)
    mappings: list[dict[str, Any]] = field(default_factory=list)

    def save(self) -> None:
        """Save once; where that is not acknowledged, find out whether it was done."""
        path = f"/api/v1/diagrams/{self.diagram}"
        body = {"diagram": draw_lab(f"Save {self.revision + 1}")}
        unanswered = self.unanswered
        saved = self._try("PUT", path, body, **{"If-Match": f'"{self.revision}"'})
        self.is_unsure = self.unanswered > unanswered
        if saved:
            self.revision = saved["revision"]
            self.saves += 1
        else:
            self.look()

    def generate(self) -> None:
        """Generate a mapping, and keep what was acknowledged."""
        made = self._try("POST", f"/api/v1/diagrams/{self.diagram}/mappings", {})
        if made:
            self.mappings.append(made)

    def look(self) -> None:
        """Open the diagram, as soon as that works: it is what was acknowledged last, or what was on its way then."""
        end = monotonic() + _SECONDS
        while not (loaded := self._try("GET", f"/api/v1/diagrams/{self.diagram}")):
            assert monotonic() < end
            sleep(_PAUSE)
        assert loaded["revision"] in {self.revision, self.revision + 1}
        assert loaded["diagram"]["title"] == f"Save {loaded['revision']}"
        self.revision = loaded["revision"]

    def check(self) -> None:
        """Make sure that the server has the last acknowledged revision, and every acknowledged mapping byte for byte."""
        status, loaded = self.guest.ask("GET", f"/api/v1/diagrams/{self.diagram}")
        assert (status, loaded["revision"], loaded["diagram"]["title"]) == (200, self.revision, f"Save {self.revision}")
        for made in self.mappings:
            assert sha256(self.guest.download(made["url"])).hexdigest() == made["sha256"]

    def _try(self, method: str, path: str, body: object = None, **headers: str) -> Any:
        """Return what the server answers, or None with a note where it refuses or says nothing."""
        try:
            status, answer = self.guest.ask(method, path, body, **headers)
        except (OSError, HTTPException):
            self.unanswered += 1
            return None
        if status < 300:
            return answer
        if self.is_unsure and status == OUTDATED:
            self.outdated += 1
        else:
            self.refusals.append((status, answer))
        with self.progress:
            self.progress.notify_all()
        return None


@dataclass(slots=True)
class Savers:
    """Several of them at once."""

    people: list[Saver]
    progress: Condition
    end: Event = field(default_factory=Event)

    def wait(self, is_reached: Callable[[], bool]) -> None:
        """Wait until *is_reached*, or until one of them has failed."""
        with self.progress:
            assert self.progress.wait_for(lambda: self.end.is_set() or is_reached(), _SECONDS)

    def wait_for_saves(self, count: int) -> None:
        """Wait until each of them has saved *count* times more."""
        goals = [saver.saves + count for saver in self.people]
        self.wait(lambda: all(saver.saves >= goal for saver, goal in zip(self.people, goals, strict=True)))

    def work(self, saver: Saver, *, generates: int) -> None:
        """Let *saver* work until the end, which comes for all of them when one fails; every so many saves it *generates*."""
        try:
            while not self.end.is_set():
                saver.save()
                if generates and saver.saves % generates == 0:
                    saver.generate()
                with self.progress:
                    self.progress.notify_all()
        finally:
            self.finish()

    def finish(self) -> None:
        """Let them stop after what they are at."""
        self.end.set()
        with self.progress:
            self.progress.notify_all()


@contextmanager
def run_savers(address: str, count: int, *, generates: int = 0) -> Iterator[Savers]:
    """Yield *count* guests who save at *address* meanwhile; raise what one of them found amiss."""
    progress = Condition()
    savers = Savers([_begin(Remote(address), progress) for _ in range(count)], progress)
    with ThreadPoolExecutor(count) as pool:
        working = [pool.submit(savers.work, saver, generates=generates) for saver in savers.people]
        try:
            yield savers
        finally:
            savers.finish()
        for each in working:
            each.result()


def _begin(guest: Remote, progress: Condition) -> Saver:
    status, made = guest.ask("POST", "/api/v1/diagrams", {"diagram": draw_lab("Save 1")})
    assert status == 201
    return Saver(guest, made["id"], progress)
