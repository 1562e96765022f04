"""What holds for all formats, so that everything that goes by the registry can rely on it."""

from itertools import chain

import pytest

from labmapper.formats import registry
from labmapper.web.icons import get_icon

OPTIONS = [option for each in registry.FORMATS for option in (*each.read_options, *each.write_options)]


def test_names_files_and_previews_are_unique() -> None:
    for found in (
        [each.name for each in registry.FORMATS],
        [each.file_name for each in registry.FORMATS],
        [each.writer.preview for each in registry.FORMATS if each.writer and each.writer.preview],
        [each.writer.action for each in registry.FORMATS if each.writer],
    ):
        assert len(found) == len(set(found))


def test_exports_for_gateways_are_told_apart_by_their_icons() -> None:
    icons = [each.writer.icon for each in registry.FORMATS if each.writer and each.writer.section == "gateway"]

    assert len(icons) == len(set(icons)) > 1
    assert all(get_icon(icon) for icon in icons)
    assert "list" not in icons  # the outline is that


def test_every_file_name_has_one_of_the_endings() -> None:
    for each in registry.FORMATS:
        assert each.file_name.endswith(each.suffixes)
        assert each.reader or each.writer


def test_no_option_is_called_as_something_else_in_an_address() -> None:
    assert not {"format", "upload_id", "format_name", "diagram_id"} & {option.name for option in OPTIONS}


def test_no_secret_is_needed_for_reading_because_it_would_stand_in_an_address() -> None:
    assert not any(option.is_secret for option in chain.from_iterable(each.read_options for each in registry.FORMATS))


@pytest.mark.parametrize(
    ("file_name", "expected"),
    [("a.xml", "user-mapping"), ("A.YML", "config"), ("a.b.json", "diagram"), ("a.csv", "credentials"), ("a", None)],
)
def test_a_file_name_says_in_which_format_it_is_written(file_name: str, expected: str | None) -> None:
    found = registry.find_by_ending(file_name)

    assert (found.name if found else None) == expected
