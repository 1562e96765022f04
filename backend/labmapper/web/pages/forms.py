"""The forms of the pages. Each carries a CSRF token by itself."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import BooleanField, Field, PasswordField, StringField, TextAreaField, ValidationError
from wtforms.validators import InputRequired, Length

from labmapper.persistence.tokens import MAX_TOKEN_NAME
from labmapper.web.accounts.credential_rules import MIN_LENGTH, find_fault, find_weakness
from labmapper.web.accounts.identity import get_person
from labmapper.web.language.text import lazy, t

_NAME_NEEDED = InputRequired(lazy("Type a user name."))
_PASSWORD_NEEDED = InputRequired(lazy("Type a password."))
_HINT = lazy("At least {count} characters.", count=MIN_LENGTH)


def ask_new_password(label: str) -> PasswordField:
    """Return a field for a password that somebody chooses."""
    return PasswordField(label, [_PASSWORD_NEEDED], description=_HINT, render_kw={"autocomplete": "new-password"})


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


class RegisterForm(FlaskForm):  # type: ignore[misc] # Flask-WTF carries no types
    """Name and password of somebody new."""

    username = StringField(
        lazy("User name"), [_NAME_NEEDED], render_kw={"autocomplete": "username", "spellcheck": "false"}
    )
    password = ask_new_password(lazy("Password"))

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
