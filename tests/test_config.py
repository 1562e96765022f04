from pathlib import Path

import pytest

from labmapper.config import SETTINGS, Config, ConfigError, load_config


def test_no_variables_mean_an_embedded_database_in_the_users_data_directory() -> None:
    config = load_config({"XDG_DATA_HOME": "/data"})

    assert config.data_directory == Path("/data/labmapper")
    assert config.database_url == "sqlite:////data/labmapper/labmapper.db"
    assert config.is_embedded


def test_every_setting_is_read_from_its_variable(tmp_path: Path) -> None:
    config = load_config(
        {
            "LABMAPPER_DATA_DIR": str(tmp_path),
            "LABMAPPER_DATABASE_URL": "postgresql://lab:pw@db/lab",
            "LABMAPPER_SECRET_KEY": "x" * 32,
            "LABMAPPER_ENCRYPTION_KEYS": "abc",
            "LABMAPPER_HOST": "0.0.0.0",
            "LABMAPPER_PORT": "9000",
            "LABMAPPER_PATH": "/tools/labmapper/",
            "LABMAPPER_METRICS_HOST": "10.0.0.1",
            "LABMAPPER_METRICS_PORT": "9100",
            "LABMAPPER_DRAIN_SECONDS": "5",
            "LABMAPPER_WORKERS": "3",
            "LABMAPPER_THREADS": "4",
            "LABMAPPER_TLS": "yes",
            "LABMAPPER_PROXIES": "1",
            "LABMAPPER_REGISTRATION": "closed",
            "LABMAPPER_LOGIN_IDLE_HOURS": "1",
            "LABMAPPER_LOGIN_HOURS": "2",
            "LABMAPPER_REMEMBER_IDLE_DAYS": "3",
            "LABMAPPER_REMEMBER_DAYS": "4",
            "LABMAPPER_GUEST_DAYS": "7",
            "LABMAPPER_TRASH_DAYS": "8",
            "LABMAPPER_GUEST_DIAGRAMS": "5",
            "LABMAPPER_GUEST_MIB": "6",
            "LABMAPPER_ALL_GUESTS_MIB": "70",
            "LABMAPPER_FREE_MIB": "80",
            "LABMAPPER_DATABASE_MIB": "90",
            "LABMAPPER_GUESTS_PER_HOUR": "11",
            "LABMAPPER_REGISTRATIONS_PER_HOUR": "12",
            "LABMAPPER_UPLOADS_PER_MINUTE": "13",
            "LABMAPPER_HEAVY_PER_MINUTE": "14",
            "LABMAPPER_RATES_URL": "valkey://cache:6379",
            "LABMAPPER_ACCOUNT_DIAGRAMS": "50",
            "LABMAPPER_ACCOUNT_MIB": "60",
            "LABMAPPER_MAX_BODY_MIB": "2",
            "LABMAPPER_GUEST_BODY_MIB": "1",
            "LABMAPPER_TRANSLATIONS": str(tmp_path),
            "LABMAPPER_LOG_LEVEL": "DEBUG",
        }
    )

    assert config == Config(
        data_directory=tmp_path,
        database_url="postgresql+psycopg2://lab:pw@db/lab",
        secret_key="x" * 32,
        encryption_keys="abc",
        host="0.0.0.0",
        port=9000,
        path="/tools/labmapper",
        metrics_host="10.0.0.1",
        metrics_port=9100,
        drain_seconds=5,
        workers=3,
        threads=4,
        is_behind_tls=True,
        proxies=1,
        is_registration_open=False,
        login_idle_hours=1,
        login_hours=2,
        remember_idle_days=3,
        remember_days=4,
        guest_days=7,
        trash_days=8,
        guest_diagrams=5,
        guest_space=6 * 1024 * 1024,
        all_guests_space=70 * 1024 * 1024,
        free_space=80 * 1024 * 1024,
        database_space=90 * 1024 * 1024,
        guests_per_hour=11,
        registrations_per_hour=12,
        uploads_per_minute=13,
        heavy_per_minute=14,
        rates_url="valkey://cache:6379",
        account_diagrams=50,
        account_space=60 * 1024 * 1024,
        max_body=2 * 1024 * 1024,
        guest_body=1024 * 1024,
        translations=tmp_path,
        log_level="DEBUG",
    )


def test_a_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "key"
    secret.write_text("y" * 40 + "\n")

    config = load_config({"LABMAPPER_SECRET_KEY_FILE": str(secret)})

    assert config.secret_key == "y" * 40


@pytest.mark.parametrize(
    ("env", "complaint"),
    [
        ({"LABMAPPER_PORT": "80a"}, "LABMAPPER_PORT is '80a'; it must be a whole number from 0 to 65535."),
        ({"LABMAPPER_PORT": "٣"}, "LABMAPPER_PORT is '٣'"),
        ({"LABMAPPER_WORKERS": "0"}, "LABMAPPER_WORKERS is '0'; it must be a whole number from 1 to 64."),
        ({"LABMAPPER_PATH": "labmapper"}, "LABMAPPER_PATH is 'labmapper'; it must be '/' or a path such as"),
        ({"LABMAPPER_PATH": "//evil"}, "LABMAPPER_PATH is '//evil'"),
        ({"LABMAPPER_PATH": "/a/../b"}, "LABMAPPER_PATH is '/a/../b'"),
        ({"LABMAPPER_METRICS_PORT": "8000"}, "LABMAPPER_METRICS_PORT is 8000, as LABMAPPER_PORT is"),
        ({"LABMAPPER_TLS": "maybe"}, "LABMAPPER_TLS is 'maybe'; it must be one of: yes, no."),
        ({"LABMAPPER_REGISTRATION": "shut"}, "LABMAPPER_REGISTRATION is 'shut'; it must be one of: open, closed."),
        ({"LABMAPPER_DATABASE_URL": "mysql://x"}, "LABMAPPER_DATABASE_URL must begin with 'postgresql://'"),
        ({"LABMAPPER_RATES_URL": "http://x"}, "LABMAPPER_RATES_URL must begin with 'valkey://' or 'redis://'"),
        ({"LABMAPPER_SECRET_KEY": "short"}, "LABMAPPER_SECRET_KEY is 5 characters long; it must be at least 32"),
        ({"LABMAPPER_SECRET_KEY_FILE": "/no/such"}, "LABMAPPER_SECRET_KEY_FILE names '/no/such', which cannot be read"),
        ({"LABMAPPER_SECRET_KEY_FILE": "/dev/null"}, "LABMAPPER_SECRET_KEY_FILE names '/dev/null', which is empty."),
        (
            {"LABMAPPER_SECRET_KEY": "x" * 32, "LABMAPPER_SECRET_KEY_FILE": "/x"},
            "LABMAPPER_SECRET_KEY and LABMAPPER_SECRET_KEY_FILE are both set",
        ),
        (
            {"LABMAPPER_REGISTRATON": "closed"},
            "LABMAPPER_REGISTRATON is not a setting. Did you mean LABMAPPER_REGISTRATION?",
        ),
    ],
)
def test_a_complaint_names_the_variable(env: dict[str, str], complaint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(env)

    assert str(caught.value).startswith(complaint)


def test_a_complaint_about_the_database_does_not_show_its_password() -> None:
    with pytest.raises(ConfigError) as caught:
        load_config({"LABMAPPER_DATABASE_URL": "mysql://lab:hush@db/lab"})

    assert "hush" not in str(caught.value)


def test_variables_of_the_surroundings_are_left_alone() -> None:
    config = load_config({"LABMAPPER_SERVICE_HOST": "10.0.0.1", "LABMAPPER_TEST_DATABASE_URL": "x"})

    assert config.host == "127.0.0.1"


def test_only_secrets_may_stand_in_files() -> None:
    files = {name for name in SETTINGS if name.endswith("_FILE")}

    assert files == {"DATABASE_URL_FILE", "ENCRYPTION_KEYS_FILE", "RATES_URL_FILE", "SECRET_KEY_FILE"}
