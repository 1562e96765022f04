"""gunicorn, with its settings from ours, and an end in order: nobody new is sent here before the server stops."""

import time
from collections.abc import Callable
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from labmapper.config import Config
from labmapper.web.server.handing_over import Channel
from labmapper.web.server.logs import GunicornLogger
from labmapper.web.server.metrics import end_counting, forget_process
from labmapper.web.server.shutdown import announce_shutdown, begin_server
from labmapper.web.server.workers import Worker

# Seconds that requests have to end after the server has stopped to take new ones.
GRACE = 30


class Server(BaseApplication):  # type: ignore[misc] # gunicorn carries no types
    """gunicorn. Each worker makes an app of its own: connections are not shared."""

    def __init__(self, config: Config, load: Callable[[], Flask], begin: Callable[[Worker], None]) -> None:
        """Serve at the address of *config* what *load* makes; each worker is told to *begin*."""
        self._config = config
        self._load = load
        self._begin = begin
        self._heavy, self._light = Channel(), Channel()
        begin_server()
        super().__init__()

    def load_config(self) -> None:
        """Set what gunicorn is to do."""
        for name, value in self._list_settings().items():
            if name in self.cfg.settings:  # older ones have no control socket to disable
                self.cfg.set(name, value)

    def load(self) -> Flask:
        """Return the app."""
        return self._load()

    def run(self) -> None:
        """Serve until a signal ends it."""
        PatientArbiter(self, self._config.drain_seconds).run()

    def _give_part(self, arbiter: Arbiter, worker: Worker) -> None:
        """Let *worker* be of the kind of which there are fewer among those of *arbiter*."""
        others = arbiter.WORKERS.values()
        computes = 2 * sum(each.computes for each in others) < len(others)
        inbox, outbox = (self._heavy, self._light) if computes else (self._light, self._heavy)
        worker.join(inbox, outbox, computes=computes)

    def _list_settings(self) -> dict[str, Any]:
        config = self._config
        metrics = [_render_address(config.metrics_host, config.metrics_port)] if config.metrics_port else []
        return {
            "bind": [_render_address(config.host, config.port), *metrics],
            "workers": 2 * config.workers,  # one that computes for each that takes connections
            "worker_class": Worker,
            "threads": config.threads,
            "timeout": 120,
            "graceful_timeout": GRACE,
            "keepalive": 5,
            "loglevel": "warning",
            "logger_class": GunicornLogger,
            "control_socket_disable": True,
            # Who is trusted and with what is said by our settings; gunicorn would let anybody on this machine say it.
            "forwarded_allow_ips": "",
            "forwarder_headers": "",
            "secure_scheme_headers": {},
            "when_ready": lambda arbiter: _announce(arbiter, is_alone=not metrics),
            "pre_fork": self._give_part,
            "post_worker_init": self._begin,
            "child_exit": lambda _, worker: forget_process(worker.pid),
            "on_exit": lambda _: end_counting(),
        }


class PatientArbiter(Arbiter):  # type: ignore[misc] # gunicorn carries no types
    """Runs the workers, and lets those who watch know some seconds before it stops them."""

    def __init__(self, server: Server, patience: int) -> None:
        """Run *server*, and stop *patience* seconds after SIGTERM."""
        self._patience = patience
        self._end: float | None = None
        super().__init__(server)

    def handle_term(self) -> None:
        """Say that the server will stop; a second signal stops it at once."""
        announce_shutdown()
        if not self._patience or self._end is not None:
            raise StopIteration
        self._end = time.monotonic() + self._patience

    def kill_workers(self, sig: int) -> None:
        """Send *sig* to all, to those that compute at last: what the others have just handed over is taken still."""
        for process, _ in sorted(self.WORKERS.items(), key=lambda item: item[1].computes):
            self.kill_worker(process, sig)

    def manage_workers(self) -> None:
        """Keep the workers running until the time has come."""
        super().manage_workers()
        if self._end is not None and time.monotonic() >= self._end:
            raise StopIteration


def _render_address(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _announce(arbiter: Arbiter, *, is_alone: bool) -> None:
    addresses = [f"Labmapper is at {arbiter.LISTENERS[0]}/"]
    if not is_alone:
        addresses.append(f"Its metrics are at {arbiter.LISTENERS[1]}/metrics")
    print(*addresses, sep="\n", flush=True)  # noqa: T201 - said to who started it
