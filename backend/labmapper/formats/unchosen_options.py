"""What a format would lack of a lab before anybody has chosen its options, or with those that were chosen so far."""

from collections.abc import Mapping

from labmapper.core.lab.defaults import tell_once
from labmapper.core.problems import Problem
from labmapper.formats.format import Content, Format
from labmapper.formats.options import Values, WrongOptionError, parse_values


def choose_values(target: Format, given: Mapping[str, str] | None = None) -> Values:
    """Return the values of the options of *target*: what the texts *given* mean, the defaults, nothing where only a person knows.

    Raises:
        WrongOptionError: They are not options of the format or not values of these, or one is missing without which nothing is seen.
    """
    known = given or {}
    return parse_values(target.write_options, dict.fromkeys(_list_asked(target), "") | dict(known))


def find_values(target: Format) -> Values | None:
    """Return the values as they are before anybody chooses; None where some must be given."""
    try:
        return choose_values(target)
    except WrongOptionError:
        return None


def check_unchosen(target: Format, content: Content, given: Mapping[str, str] | None = None) -> list[Problem]:
    """Return what *target* could not say of *content*, but not that options are missing that nobody has *given* yet."""
    missing, writer = _list_asked(target) - (given or {}).keys(), target.writer
    found = tell_once(content.lab, writer.check(content)) if writer else ()
    return [each for each in found if each.place.item or each.place.field not in missing]


def _list_asked(target: Format) -> set[str]:
    """Return the options that only a person can give, without which a preview of its own is made all the same."""
    has_own = target.writer is not None and target.writer.render_preview is not None
    return {option.name for option in target.write_options if has_own and option.default is None}
