"""What a class is handed: slips to cut out, the instructor's sheet, and lists for mail and for learning platforms."""

from dataclasses import replace

from labmapper.formats.format import Format, Writer
from labmapper.formats.hand_outs.options import (
    ADDRESS,
    COURSE,
    GROUPS,
    LIST_SEPARATOR,
    PAGE_OPTIONS,
    PEOPLE,
    PLATFORM,
    SHEET_OPTIONS,
    SLIP_OPTIONS,
)
from labmapper.formats.hand_outs.page import STYLE
from labmapper.formats.late_import import import_late


def _hand_out(name: str, title: str, file_name: str, words: str, writer: Writer) -> Format:
    """Return the format *name* of what a class is handed: a page to print, or a list, as the end of *file_name* says."""
    is_page = file_name.endswith(".html")
    return Format(
        name=name,
        title=title,
        file_name=file_name,
        suffixes=(file_name,),
        media_type="text/html" if is_page else "text/csv",
        words=f"hand out {words}",
        writer=replace(writer, icon="file" if is_page else "users", section="class", style=STYLE if is_page else ""),
    )


SLIPS = _hand_out(
    "slips",
    "Slips with log-ins to cut out",
    "slips.html",
    "print cards paper qr class",
    Writer(
        import_late("labmapper.formats.hand_outs.slips:render_slips"),
        "Print slips",
        tells_logins=True,
        options=SLIP_OPTIONS,
        check=import_late("labmapper.formats.hand_outs.checks:check_slips"),
    ),
)
STUDENT_PAGES = _hand_out(
    "student-pages",
    "A page for each person, with the drawing",
    "pages.html",
    "print students drawing class",
    Writer(
        import_late("labmapper.formats.hand_outs.student_pages:render_student_pages"),
        "Print a page for each",
        tells_logins=True,
        options=PAGE_OPTIONS,
        check=import_late("labmapper.formats.hand_outs.checks:check_slips"),
    ),
)
SHEET = _hand_out(
    "instructor-sheet",
    "The instructor's sheet",
    "instructor.html",
    "print attendance list class seats",
    Writer(
        import_late("labmapper.formats.hand_outs.sheet:render_sheet"),
        "Print the instructor's sheet",
        holds_secrets=False,
        options=SHEET_OPTIONS,
        check=import_late("labmapper.formats.hand_outs.checks:check_people"),
    ),
)
MAIL_MERGE = _hand_out(
    "mail-merge",
    "List for mail merge",
    "mail-merge.csv",
    "e-mail word thunderbird",
    Writer(
        import_late("labmapper.formats.hand_outs.lists:render_mail_merge"),
        "Export a list for mail merge (CSV)",
        tells_logins=True,
        options=(ADDRESS, LIST_SEPARATOR, GROUPS, PEOPLE),
        check=import_late("labmapper.formats.hand_outs.checks:check_mail_merge"),
    ),
)
GROUP_LIST = _hand_out(
    "group-list",
    "List of groups for Moodle or Canvas, without passwords",
    "groups.csv",
    "moodle canvas learning platform",
    Writer(
        import_late("labmapper.formats.hand_outs.lists:render_group_list"),
        "Export a list of groups (CSV)",
        holds_secrets=False,
        options=(PLATFORM, COURSE, LIST_SEPARATOR, GROUPS, PEOPLE),
        check=import_late("labmapper.formats.hand_outs.checks:check_group_list"),
    ),
)
