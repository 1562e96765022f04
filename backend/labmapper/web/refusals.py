"""Answers to what cannot be done, raised anywhere in a request and shown as a page or as the one JSON error shape."""

from collections.abc import Iterable, Mapping
from typing import Any

from labmapper.core.problems import Problem
from labmapper.persistence.quotas import QuotaExceeded
from labmapper.web.formatting import count


class Refusal(Exception):
    """An answer other than what was asked for: HTTP *status*, stable *code*, a sentence, and perhaps problems.

    *extra* stands beside ``error`` in the JSON answer.
    """

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        problems: Iterable[Problem] = (),
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        """Refuse with *message*, which says what to do now."""
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.problems = tuple(problems)
        self.extra = dict(extra or {})

    def as_json(self) -> dict[str, Any]:
        """Return the body of the answer."""
        problems = [problem.as_json() for problem in self.problems]
        return {"error": {"code": self.code, "message": self.message, "problems": problems}, **self.extra}


def refuse_body(limit: int) -> Refusal:
    """Return the refusal of a body larger than *limit* bytes."""
    return Refusal(413, "too-large", f"This is larger than {limit // 1024 // 1024} MiB. Send a smaller file.")


def refuse_quota(error: QuotaExceeded) -> Refusal:
    """Return the refusal of more than one may keep; it says how to make room."""
    most = count(error.diagrams, "diagram") if error.diagrams else f"{error.space // 1024 // 1024:,} MiB"
    what = "diagrams" if error.diagrams else "diagrams or mappings"
    if error.is_guest:
        message = f"Without an account you can keep {most}, and that is reached. Register or log in, or delete {what} and empty the trash."
    else:
        message = f"Your account can keep {most}, and that is reached. Delete {what} and empty the trash."
    return Refusal(409, "quota", message)


def refuse_missing() -> Refusal:
    """Return the refusal of what is not there, or not theirs."""
    return Refusal(404, "not-found", "There is nothing at this address. It was deleted, or belongs to somebody else.")
