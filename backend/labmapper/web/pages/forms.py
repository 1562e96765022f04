"""The forms of the pages. Each carries a CSRF token by itself."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    Field,
    PasswordField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.fields import SelectChoice  # type: ignore[attr-defined] # new in 3.3, and not in its types yet
from wtforms.validators import InputRequired, Length

from labmapper.persistence.accounts.tokens import ALL, DAYS, MAX_DAYS, MAX_TOKEN_NAME, READ
from labmapper.web.accounts.credential_rules import MIN_LENGTH, find_fault, find_weakness
from labmapper.web.accounts.guest_work import find_guest_work
from labmapper.web.accounts.identity import get_person
from labmapper.web.language.text import lazy, t

# Who has drawn in this browser.
MINE = "me"
OTHERS = "others"

_NAME_NEEDED = InputRequired(lazy("Type a user name."))
_PASSWORD_NEEDED = InputRequired(lazy("Type a password."))
_HINT = lazy("At least {count} characters.", count=MIN_LENGTH)


def ask_new_password(label: str) -> PasswordField:
    """Return a field for a password that somebody chooses."""
    return PasswordField(label, [_PASSWORD_NEEDED], description=_HINT, render_kw={"autocomplete": "new-password"})


def ask_whose_work(chosen: str | None = None) -> RadioField:
    """Return a field that asks who has drawn in this browser before; None is *chosen* by itself, or one answer."""
    return RadioField(
        choices=[
            SelectChoice(MINE, lazy("I did: put it into my account")),
            SelectChoice(OTHERS, lazy("Somebody else did: leave it; after you have logged out it is here again")),
        ],
        default=chosen,
        validate_choice=False,
    )


def refuse_no_answer(field: Field) -> None:
    """Raise ValidationError if *field* does not say whose the work in this browser is, where there is any."""
    if field.data not in {MINE, OTHERS} and find_guest_work() is not None:
        raise ValidationError(t("Say who drew it, so that nobody takes the work of others."))


def get_text(field: Field) -> str:
    """Return what was typed into *field*."""
    text: str = field.data or ""
    return text


class LoginForm(FlaskForm):  # type: ignore[misc] # Flask-WTF carries no types
    """Name and password of somebody who comes back."""

    username = StringField(
        lazy("User name"), [_NAME_NEEDED], render_kw={"autocomplete": "username", "spellcheck": "false"}
    )
    password = PasswordField(lazy("Password"), [_PASSWORD_NEEDED], render_kw={"autocomplete": "current-password"})
    remember = BooleanField(lazy("Keep me logged in on this computer"))
    drawn_by = ask_whose_work()

    def validate_drawn_by(self, field: Field) -> None:
        """Ask before the work of a guest is taken over: others may sit at this computer too."""
        refuse_no_answer(field)


class RegisterForm(FlaskForm):  # type: ignore[misc] # Flask-WTF carries no types
    """Name and password of somebody new."""

    username = StringField(
        lazy("User name"), [_NAME_NEEDED], render_kw={"autocomplete": "username", "spellcheck": "false"}
    )
    password = ask_new_password(lazy("Password"))
    drawn_by = ask_whose_work(chosen=MINE)

    def validate_drawn_by(self, field: Field) -> None:
        """Ask before the work of a guest is taken over: others may sit at this computer too."""
        refuse_no_answer(field)

    def validate_username(self, field: Field) -> None:
        """Refuse what cannot be a name, or would look like another one."""
        fault = find_fault(field.data)
        if fault is not None:
            raise ValidationError(fault)

    def validate_password(self, field: Field) -> None:
        """Refuse a password that is guessed first."""
        refuse_weak(field, get_text(self.username))


class PasswordForm(FlaskForm):  # type: ignore[misc] # Flask-WTF carries no types
    """A change of the password."""

    current = PasswordField(
        lazy("Current password"), [_PASSWORD_NEEDED], render_kw={"autocomplete": "current-password"}
    )
    new = ask_new_password(lazy("New password"))

    def validate_new(self, field: Field) -> None:
        """Refuse a password that is guessed first."""
        refuse_weak(field, get_person().username)


class TokenForm(FlaskForm):  # type: ignore[misc] # Flask-WTF carries no types
    """A new token for scripts."""

    name = StringField(
        lazy("What it is for"),
        [
            InputRequired(lazy("Say what it is for.")),
            Length(max=MAX_TOKEN_NAME, message=lazy("Use at most {count} characters.", count=MAX_TOKEN_NAME)),
        ],
        description=lazy("For example: nightly backup."),
    )
    scope = SelectField(
        lazy("What it may do"),
        description=lazy("Reading is everything of yours, passwords too."),
        choices=[
            SelectChoice(READ, lazy("Read only")),
            SelectChoice(ALL, lazy("Read and change")),
        ],
    )
    days = SelectField(
        lazy("How long it lasts"),
        coerce=int,
        default=DAYS,
        choices=[
            SelectChoice(7, lazy("A week")),
            SelectChoice(30, lazy("A month")),
            SelectChoice(DAYS, lazy("Three months")),
            SelectChoice(MAX_DAYS, lazy("A year")),
        ],
    )
    password = PasswordField(lazy("Your password"), [_PASSWORD_NEEDED], render_kw={"autocomplete": "current-password"})

    def validate_name(self, field: Field) -> None:
        """Refuse what lists cannot show."""
        if not field.data.isprintable():
            raise ValidationError(t("Use letters, digits and signs."))


class DeleteForm(FlaskForm):  # type: ignore[misc] # Flask-WTF carries no types
    """The end of an account; the password says that it is meant."""

    password = PasswordField(lazy("Password"), [_PASSWORD_NEEDED], render_kw={"autocomplete": "current-password"})


class ConvertForm(FlaskForm):  # type: ignore[misc] # Flask-WTF carries no types
    """A config.yaml, as a file or as text."""

    file = FileField(
        lazy("File"),
        description=lazy("A config.yaml, a diagram document, a user-mapping.xml, or the lab file of another tool."),
    )
    text = TextAreaField(lazy("Or paste it here"), render_kw={"rows": 10, "spellcheck": "false"})


def refuse_weak(field: Field, username: str) -> None:
    """Raise ValidationError if the new password in *field* will not do for *username*."""
    weakness = find_weakness(field.data, username)
    if weakness is not None:
        raise ValidationError(weakness)
