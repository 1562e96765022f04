"""Answers to what cannot be done, raised anywhere in a request and shown as a page or as the one JSON error shape."""

from collections.abc import Iterable, Mapping
from typing import Any

from labmapper.core.pictures.picture import UnfitPicture
from labmapper.core.problems import Problem
from labmapper.persistence.quotas import QuotaExceeded
from labmapper.persistence.total_space import NoRoom
from labmapper.web.language.text import get_catalogue, plural, t


class Refusal(Exception):
    """An answer other than what was asked for: HTTP *status*, stable *code*, a sentence, and perhaps problems.

    *extra* stands beside ``error`` in the JSON answer; *retry_after* are the seconds after which it is worth to come again.
    """

    def __init__(  # noqa: PLR0913 - all that an answer may say
        self,
        status: int,
        code: str,
        message: str,
        *,
        problems: Iterable[Problem] = (),
        extra: Mapping[str, Any] | None = None,
        retry_after: int | None = None,
    ) -> None:
        """Refuse with *message*, which says what to do now."""
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = str(message)
        self.problems = tuple(problems)
        self.extra = dict(extra or {})
        self.retry_after = retry_after

    def as_json(self) -> dict[str, Any]:
        """Return the body of the answer."""
        problems = [problem.as_json(get_catalogue().messages) for problem in self.problems]
        return {"error": {"code": self.code, "message": self.message, "problems": problems}, **self.extra}


def refuse_body(limit: int) -> Refusal:
    """Return the refusal of a body larger than *limit* bytes."""
    message = t("This is larger than {most} MiB. Send a smaller file.", most=limit // 1024 // 1024)
    return Refusal(413, "too-large", message)


def refuse_picture(error: UnfitPicture) -> Refusal:
    """Return the refusal of a picture that cannot lie on a drawing, in the words of its problem."""
    messages = get_catalogue().messages
    message = f"{error.problem.render_message(messages)} {error.problem.render_hint(messages)}"
    return Refusal(422, "picture-unfit", message, problems=(error.problem,))


def refuse_quota(error: QuotaExceeded) -> Refusal:
    """Return the refusal of more than one may keep; it says how to make room."""
    if error.diagrams:
        message = _refuse_diagrams(error.diagrams, is_guest=error.is_guest)
    else:
        message = _refuse_space(get_catalogue().render_number(error.space // 1024 // 1024), is_guest=error.is_guest)
    return Refusal(409, "quota", message)


def refuse_room(error: NoRoom) -> Refusal:
    """Return the refusal of more where there is no room for anybody, or for no guest."""
    if error.for_guests:
        message = t("All that can be kept without an account is used up. Register or log in; what you have stays.")
    else:
        message = t("This server is short of space and keeps nothing new. Tell its operator; deleting still works.")
    return Refusal(409, "no-room", message)


def _refuse_diagrams(most: int, *, is_guest: bool) -> str:
    if is_guest:
        return plural(
            "Without an account you can keep {count} diagram, and that is reached. Register or log in, or delete diagrams and empty the trash.",
            "Without an account you can keep {count} diagrams, and that is reached. Register or log in, or delete diagrams and empty the trash.",
            most,
        )
    return plural(
        "Your account can keep {count} diagram, and that is reached. Delete diagrams and empty the trash.",
        "Your account can keep {count} diagrams, and that is reached. Delete diagrams and empty the trash.",
        most,
    )


def _refuse_space(most: str, *, is_guest: bool) -> str:
    if is_guest:
        return t(
            "Without an account you can keep {most} MiB, and that is reached. Register or log in, or delete diagrams or mappings and empty the trash.",
            most=most,
        )
    return t(
        "Your account can keep {most} MiB, and that is reached. Delete diagrams or mappings and empty the trash.",
        most=most,
    )


def refuse_missing() -> Refusal:
    """Return the refusal of what is not there, or not theirs."""
    return Refusal(
        404, "not-found", t("There is nothing at this address. It was deleted, or belongs to somebody else.")
    )
