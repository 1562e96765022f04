"""What a class is handed: slips to cut out, the instructor's sheet, and lists for mail and for learning platforms."""

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

SLIPS = Format(
    name="slips",
    title="Slips with log-ins to cut out",
    file_name="slips.html",
    suffixes=("slips.html",),
    media_type="text/html",
    words="hand out print cards paper qr class",
    writer=Writer(
        import_late("labmapper.formats.hand_outs.slips:render_slips"),
        "Print slips",
        "file",
        tells_logins=True,
        section="class",
        style=STYLE,
        options=SLIP_OPTIONS,
        check=import_late("labmapper.formats.hand_outs.checks:check_slips"),
    ),
)
STUDENT_PAGES = Format(
    name="student-pages",
    title="A page for each person, with the drawing",
    file_name="pages.html",
    suffixes=("pages.html",),
    media_type="text/html",
    words="hand out print students drawing class",
    writer=Writer(
        import_late("labmapper.formats.hand_outs.student_pages:render_student_pages"),
        "Print a page for each",
        "file",
        tells_logins=True,
        section="class",
        style=STYLE,
        options=PAGE_OPTIONS,
        check=import_late("labmapper.formats.hand_outs.checks:check_slips"),
    ),
)
SHEET = Format(
    name="instructor-sheet",
    title="The instructor's sheet",
    file_name="instructor.html",
    suffixes=("instructor.html",),
    media_type="text/html",
    words="hand out print attendance list class seats",
    writer=Writer(
        import_late("labmapper.formats.hand_outs.sheet:render_sheet"),
        "Print the instructor's sheet",
        "file",
        holds_secrets=False,
        section="class",
        style=STYLE,
        options=SHEET_OPTIONS,
        check=import_late("labmapper.formats.hand_outs.checks:check_people"),
    ),
)
MAIL_MERGE = Format(
    name="mail-merge",
    title="List for mail merge",
    file_name="mail-merge.csv",
    suffixes=("mail-merge.csv",),
    media_type="text/csv",
    words="hand out e-mail word thunderbird",
    writer=Writer(
        import_late("labmapper.formats.hand_outs.lists:render_mail_merge"),
        "Export a list for mail merge (CSV)",
        "users",
        tells_logins=True,
        section="class",
        options=(ADDRESS, LIST_SEPARATOR, GROUPS, PEOPLE),
        check=import_late("labmapper.formats.hand_outs.checks:check_mail_merge"),
    ),
)
GROUP_LIST = Format(
    name="group-list",
    title="List of groups for Moodle or Canvas, without passwords",
    file_name="groups.csv",
    suffixes=("groups.csv",),
    media_type="text/csv",
    words="hand out moodle canvas learning platform",
    writer=Writer(
        import_late("labmapper.formats.hand_outs.lists:render_group_list"),
        "Export a list of groups (CSV)",
        "users",
        holds_secrets=False,
        section="class",
        options=(PLATFORM, COURSE, LIST_SEPARATOR, GROUPS, PEOPLE),
        check=import_late("labmapper.formats.hand_outs.checks:check_group_list"),
    ),
)
