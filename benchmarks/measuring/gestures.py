"""Real mouse input on a page with a canvas, one move a frame, and what it costs the page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession, Page, ViewportSize

SIZE: ViewportSize = {"width": 1400, "height": 900}
MOVES = 40
INTERVAL = 1000 / 60
_NEXT_FRAME = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))"
# How long each frame took that had input to answer: from its beginning to that of the next one.
_WATCH_FRAMES = """() => {
  let [hadInput, isAnswering, before] = [false, false, 0];
  window.frameTimes = [];
  for (const name of ['wheel', 'pointermove']) addEventListener(name, () => { hadInput = true; }, { capture: true, passive: true });
  const tick = (now) => {
    if (isAnswering) window.frameTimes.push(now - before);
    [isAnswering, hadInput, before] = [hadInput, false, now];
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one scenario cost: main-thread *milliseconds* a frame, and how many *intervals* of the screen each frame took."""

    milliseconds: float
    intervals: list[int]


@dataclass(frozen=True, slots=True)
class Bench:
    """One page, called *name*, open on one drawing; *errors* are those that its scripts ran into."""

    page: Page
    cdp: CDPSession
    name: str
    errors: list[str]

    def read_seconds(self) -> float:
        """Return how long the main thread has worked so far."""
        return self._read("TaskDuration")

    def read_heap(self) -> float:
        """Return how many MB of JavaScript objects are in use."""
        self.cdp.send("HeapProfiler.collectGarbage")
        return self._read("JSHeapUsedSize") / 1e6

    def find_first(self) -> dict[str, float]:
        """Return where on the screen the first node is."""
        place: dict[str, float] = self.page.evaluate("() => bench.where()")
        return place

    def wait_for_frame(self) -> None:
        """Wait until the next frame has been painted."""
        self.page.evaluate(_NEXT_FRAME)

    def _read(self, name: str) -> float:
        metrics = self.cdp.send("Performance.getMetrics")["metrics"]
        return float(next(metric["value"] for metric in metrics if metric["name"] == name))


def open_bench(browser: Browser, address: str, name: str, nodes: int) -> tuple[Bench, float]:
    """Return the page *name* with a drawing of *nodes* nodes, and the milliseconds of work to its first picture."""
    page = browser.new_page(viewport=SIZE)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}/benchmarks/canvas/{name}.html")
    page.wait_for_function("() => window.bench")
    bench = Bench(page, page.context.new_cdp_session(page), name, errors)
    bench.cdp.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = bench.read_seconds()
    page.evaluate(f"() => {{ bench.load({nodes}); bench.fit(); }}")
    bench.wait_for_frame()
    first_paint = (bench.read_seconds() - before) * 1000
    page.evaluate(_WATCH_FRAMES)
    return bench, first_paint


def measure(bench: Bench, scenario: str) -> Cost:
    """Return what *scenario* costs on *bench*."""
    bench.page.evaluate("() => bench.fit()" if "fitted" in scenario else "() => bench.showClose()")
    bench.page.evaluate(f"() => bench.select({50 if scenario == 'drag 50' else 0})")
    bench.wait_for_frame()
    bench.wait_for_frame()
    gesture = _GESTURES[scenario.split(maxsplit=1)[0]]
    started, places = 0.0, [bench.find_first()]
    for move in gesture(bench):
        if move == 1:  # what begins a gesture is no frame of it
            started = bench.read_seconds()
            bench.page.evaluate("() => { window.frameTimes = []; }")
        elif move == MOVES // 2:
            places.append(bench.find_first())
    milliseconds = (bench.read_seconds() - started) * 1000 / (MOVES - 1)
    if bench.errors or places.count(bench.find_first()) == len(places):
        raise RuntimeError(f"{bench.name} does not answer to '{scenario}'. {' '.join(bench.errors[:1])}")
    return Cost(milliseconds, [round(time / INTERVAL) for time in bench.page.evaluate("() => window.frameTimes")])


def _pan(bench: Bench) -> Iterator[int]:
    """Pan there and back, by the wheel where that pans, else by a drag on empty canvas."""
    mouse = bench.page.mouse
    mouse.move(30, 30)
    is_dragged = bench.name == "cytoscape"
    if is_dragged:
        mouse.down()
    for move in range(1, MOVES + 1):
        if is_dragged:
            offset = 12 * _there_and_back(move)
            mouse.move(30 + offset, 30 + offset / 2)
        else:
            way = 12 if move <= MOVES / 2 else -12
            mouse.wheel(-way, -way / 2)
        bench.wait_for_frame()
        yield move
    if is_dragged:
        mouse.up()


def _zoom(bench: Bench) -> Iterator[int]:
    """Zoom out and in again at the pointer."""
    bench.page.mouse.move(500, 400)
    if bench.name != "cytoscape":
        bench.page.keyboard.down("Control")
    for move in range(1, MOVES + 1):
        bench.page.mouse.wheel(0, 8 if move <= MOVES / 2 else -8)
        bench.wait_for_frame()
        yield move
    bench.page.keyboard.up("Control")


def _drag(bench: Bench) -> Iterator[int]:
    """Drag the first node, and with it whatever is selected."""
    start, mouse = bench.find_first(), bench.page.mouse
    mouse.move(start["x"], start["y"])
    mouse.down()
    mouse.move(start["x"] + 8, start["y"] + 8)
    bench.wait_for_frame()
    for move in range(1, MOVES + 1):
        offset = 8 * _there_and_back(move)
        mouse.move(start["x"] + 8 + offset, start["y"] + 8 + offset / 2)
        bench.wait_for_frame()
        yield move
    mouse.move(start["x"] + 48, start["y"] + 24)
    mouse.up()
    bench.wait_for_frame()


def _there_and_back(move: int) -> int:
    return move if move <= MOVES / 2 else MOVES - move


_GESTURES: dict[str, Callable[[Bench], Iterator[int]]] = {"pan": _pan, "zoom": _zoom, "drag": _drag}
