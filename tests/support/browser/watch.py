"""A watch on one page: whatever goes wrong in the browser is a complaint, and a test with complaints fails."""

from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response


class Watch:
    """Collects what a person would not see: errors of scripts, refusals by the policy, requests that fail or leave."""

    def __init__(self, page: Page, server: str) -> None:
        self._server = server
        self._statuses: set[int] = set()
        self._may_fail = False
        self._complaints: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", self._catch)
        page.on("request", self._follow)
        page.on("requestfailed", self._fail)
        page.on("response", self._receive)

    def expect_status(self, status: int) -> None:
        """Let *status* pass from now on: the test means to be refused."""
        self._statuses.add(status)

    def expect_failures(self) -> None:
        """Let requests fail from now on: the test means to be without a network."""
        self._may_fail = True

    def get_complaints(self) -> list[str]:
        """Return everything that went wrong so far."""
        return list(self._complaints)

    def _hear(self, message: ConsoleMessage) -> None:
        # Over plain HTTP from elsewhere a browser heeds the header less, and says so on every page.
        expected = "Cross-Origin-Opener-Policy header has been ignored" in message.text
        expected = expected or any(f"status of {status}" in message.text for status in self._statuses)
        expected = expected or (self._may_fail and "net::ERR_" in message.text)
        if message.type in {"error", "warning"} and not expected:
            self._complaints.append(f"console {message.type}: {message.text}")

    def _catch(self, error: Error) -> None:
        self._complaints.append(f"uncaught: {error}")

    def _follow(self, request: Request) -> None:
        if not request.url.startswith((f"{self._server}/", "data:", "blob:")):
            self._complaints.append(f"request to another host: {request.url}")

    def _fail(self, request: Request) -> None:
        # Pages give up requests of their own when they ask again, are left, or a download begins.
        if request.failure != "net::ERR_ABORTED" and not self._may_fail:
            self._complaints.append(f"request failed: {request.method} {request.url}: {request.failure}")

    def _receive(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self._statuses:
            self._complaints.append(f"answer {response.status}: {response.request.method} {response.url}")
