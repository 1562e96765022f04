"""Pages for registering, logging in and logging out."""

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from labmapper.persistence.accounts.attempts import Guess
from labmapper.persistence.accounts.users import Opened, UsernameTaken, fold_username
from labmapper.web.accounts.client_address import find_address
from labmapper.web.accounts.guessing import PAUSE, TooManyGuesses, check_guess, tell
from labmapper.web.accounts.guest_work import find_guest_work
from labmapper.web.accounts.known_browsers import find_browser, remember_browser
from labmapper.web.accounts.log_ins import log_in, log_out
from labmapper.web.accounts.rates import get_rates
from labmapper.web.language.text import lazy, plural, t
from labmapper.web.pages.forms import MINE, LoginForm, RegisterForm, get_text
from labmapper.web.refusals import Refusal
from labmapper.web.security import is_safe_target
from labmapper.web.services import check_room, get_attempts, get_config, get_users

logging_in = Blueprint("logging_in", __name__)

_TOO_MANY = lazy("Too many log-ins have failed. Wait 15 minutes, then try again.")


@logging_in.route("/login", methods=["GET", "POST"])
def login() -> ResponseReturnValue:
    """Let somebody in who has an account."""
    if current_user.is_authenticated:
        return redirect(find_target())
    form = LoginForm()
    status = 200
    if form.is_submitted():
        try:
            account = check_log_in(form) if form.validate() else None
        except TooManyGuesses:
            form.password.errors, status = [_TOO_MANY], 429
        else:
            if account is not None:
                return welcome(account, form, remember=form.remember.data)
            status = 422
    page = _render("login.html", form, is_open=get_config().is_registration_open)
    return page, status, _tell_pause(status)


@logging_in.route("/register", methods=["GET", "POST"])
def register() -> ResponseReturnValue:
    """Make an account."""
    if current_user.is_authenticated:
        return redirect(find_target())
    if not get_config().is_registration_open:
        message = t("Registration is closed here. Ask whoever runs this Labmapper for an account.")
        raise Refusal(403, "registration-closed", message)
    form = RegisterForm()
    status = 200
    if form.is_submitted():
        try:
            account = create_user(form) if form.validate() else None
        except TooManyGuesses:
            form.username.errors, status = [_TOO_MANY], 429
        else:
            if account is not None:
                return welcome(account, form)
            status = 422
    return _render("register.html", form), status, _tell_pause(status)


@logging_in.post("/logout")
def logout() -> ResponseReturnValue:
    """End this log-in."""
    log_out()
    flash(t("You have logged out."))
    return redirect(url_for("logging_in.login"), 303)


def find_target() -> str:
    """Return where to go after logging in: the page that was asked for, if it is one of ours."""
    target = request.values.get("next", "")
    return target if is_safe_target(target) else url_for("editor.open_latest")


def check_log_in(form: LoginForm) -> Opened | None:
    """Return the account that *form* opens, or None with the reason in the form; raise TooManyGuesses before another guess."""
    username = get_text(form.username)
    key = fold_username(username)
    account = check_guess(Guess(find_address(), key, find_browser(key)), username, get_text(form.password))
    if account is None:
        form.password.errors = [t("The user name or the password is wrong.")]
    return account


def create_user(form: RegisterForm) -> Opened | None:
    """Return the account that *form* makes, or None with the reason in the form; raise TooManyGuesses before another guess."""
    attempts, guess = get_attempts(), Guess(find_address())
    notes = attempts.admit(guess)
    if notes is None:
        tell("registration-refused", guess)
        raise TooManyGuesses
    get_rates().spend(get_rates().registrations)
    check_room()
    try:
        row = get_users().create(get_text(form.username), get_text(form.password))
    except UsernameTaken:
        form.username.errors = [t("This user name is taken. Choose another.")]
        return None
    attempts.withdraw(notes)
    attempts.note_home(Guess(find_address(), row.username_key))
    return Opened.of(row)


def _render(template: str, form: LoginForm | RegisterForm, **more: object) -> str:
    return render_template(template, form=form, next=find_target(), work=find_guest_work(), **more)


def _tell_pause(status: int) -> dict[str, str]:
    return {"Retry-After": str(PAUSE)} if status == 429 else {}  # noqa: PLR2004 - Too Many Requests


def welcome(account: Opened, form: LoginForm | RegisterForm, *, remember: bool = False) -> ResponseReturnValue:
    """Begin the log-in of *account* by *form* and go on to where they wanted to be."""
    target = find_target()
    taken = log_in(account, remember=remember, takes_over=form.drawn_by.data == MINE)
    if taken:
        flash(
            plural(
                "{count} diagram drawn before logging in now belongs to your account.",
                "{count} diagrams drawn before logging in now belong to your account.",
                taken,
            )
        )
    response = make_response(redirect(target, 303))
    remember_browser(response, account)
    return response
