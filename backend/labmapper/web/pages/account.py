"""The account of who has logged in: password, log-ins, and its end."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import Field

from labmapper.persistence.accounts.users import Opened
from labmapper.web.accounts.credential_rules import MIN_LENGTH
from labmapper.web.accounts.guessing import PAUSE
from labmapper.web.accounts.identity import for_people, get_person
from labmapper.web.accounts.log_ins import find_log_in, log_out, renew_log_in
from labmapper.web.accounts.password_confirmation import Doubt, confirm
from labmapper.web.language.text import plural, t
from labmapper.web.pages.forms import DeleteForm, PasswordForm, TokenForm, get_text
from labmapper.web.refusals import Refusal
from labmapper.web.services import get_log_ins, get_store, get_tokens, get_users

account = Blueprint("account", __name__, url_prefix="/account")


@account.get("")
@for_people
def show() -> ResponseReturnValue:
    """Show the account."""
    return _render()


@account.post("/password")
@for_people
def change_password() -> ResponseReturnValue:
    """Change the password, which ends every other log-in and every token."""
    form = PasswordForm(prefix="password")
    opened = _open(form, form.current)
    if opened is None:
        return _render(password=form), 422
    renew_log_in(get_users().set_password(opened, get_text(form.new)))
    return _show_again(
        t("Your password has changed. Every other log-in has ended, and every token for scripts is revoked.")
    )


@account.post("/end-sessions")
@for_people
def end_sessions() -> ResponseReturnValue:
    """Log out everywhere, here too. Tokens are no log-ins: scripts go on, as the page says."""
    get_log_ins().end_all(get_person().id)
    log_out()
    flash(t("You have logged out everywhere. Scripts keep their tokens."))
    return redirect(url_for("logging_in.login"), 303)


@account.post("/log-ins/<token:log_in_id>/end")
@for_people
def end_log_in(log_in_id: str) -> ResponseReturnValue:
    """End a log-in, wherever it is."""
    get_log_ins().end(get_person().id, log_in_id)
    return _show_again(t("That log-in has ended."))


@account.post("/log-ins/end-others")
@for_people
def end_other_log_ins() -> ResponseReturnValue:
    """End every log-in but this one."""
    here = find_log_in()
    gone = get_log_ins().end_all(get_person().id, but=here.token if here else None)
    return _show_again(plural("{count} other log-in has ended.", "{count} other log-ins have ended.", gone))


@account.post("/tokens")
@for_people
def create_token() -> ResponseReturnValue:
    """Make a token for scripts and show it, this once. The password says that it is the owner who wants it."""
    form = TokenForm(prefix="token")
    opened = _open(form, form.password)
    if opened is None:
        return _render(token=form), 422
    _, secret = get_tokens().create(opened, get_text(form.name), scope=form.scope.data, days=form.days.data)
    return _render(secret=secret)


@account.post("/tokens/<token:token_id>/revoke")
@for_people
def revoke_token(token_id: str) -> ResponseReturnValue:
    """Take a token back."""
    get_tokens().revoke(get_person().id, token_id)
    return _show_again(t("The token is revoked. Scripts that use it stop working."))


@account.post("/delete")
@for_people
def delete_account() -> ResponseReturnValue:
    """Delete the account with all data."""
    form = DeleteForm(prefix="delete")
    opened = _open(form, form.password)
    if opened is None:
        return _render(delete=form), 422
    get_users().delete(opened)
    log_out()
    flash(t("Your account and everything in it is deleted."))
    return redirect(url_for("logging_in.login"), 303)


def _show_again(message: str) -> ResponseReturnValue:
    """Show the account again, with *message* on what was done."""
    flash(message)
    return redirect(url_for("account.show"), 303)


def _open(form: FlaskForm, password: Field) -> Opened | None:
    """Return the account as the *password* in *form* opens it; None where the form says what is wrong with what is filled in."""
    if not form.validate():
        return None
    try:
        return confirm(get_person(), get_text(password))
    except Doubt as doubt:
        if doubt.is_exhausted:
            raise Refusal(429, "wrong-password", doubt.message, retry_after=PAUSE) from doubt
        password.errors = [doubt.message]
        return None


def _render(
    *,
    password: PasswordForm | None = None,
    delete: DeleteForm | None = None,
    token: TokenForm | None = None,
    secret: str | None = None,
) -> str:
    """Return the page with those forms that have something to say, the others empty, and perhaps a new token."""
    person = get_person()
    return render_template(
        "account.html",
        person=person,
        password_form=password or PasswordForm(formdata=None, prefix="password"),
        delete_form=delete or DeleteForm(formdata=None, prefix="delete"),
        token_form=token or TokenForm(formdata=None, prefix="token"),
        tokens=get_tokens().list(person.id),
        log_ins=get_log_ins().list(person.id),
        here=find_log_in(),
        min_length=MIN_LENGTH,
        now=get_store().clock(),
        secret=secret,
    )
