"""The way of an update, rehearsed: from one version to the next, to one that fails, and back."""

import os
import subprocess
import sysconfig
import venv
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from support.browser.headless_client import Remote
from support.labs.drawings import draw_lab
from support.server.proxy import find_free_port

pytestmark = [pytest.mark.long, pytest.mark.wheel]

ROOT = Path(__file__).parents[2]
GOOD = """
    def upgrade() -> None:
        op.create_table("newer", sa.Column("id", sa.Integer, primary_key=True))
"""
BAD = """
    def upgrade() -> None:
        raise RuntimeError("this step fails")
"""
_GIT = ("git", "-c", "user.name=Test", "-c", "user.email=test@example.org")


class Installation:
    """A clone with an environment of its own, and a server that two commands stop and start."""

    def __init__(self, folder: Path) -> None:
        self.origin, self.clone, self.venv = folder / "origin", folder / "clone", folder / "venv"
        self.port, self.folder = find_free_port(), folder
        self.address = f"http://127.0.0.1:{self.port}"
        labmapper = self.venv / "bin" / "labmapper"
        self._environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {
            "LABMAPPER_DATA_DIR": str(folder / "data"),
            "LABMAPPER_PORT": str(self.port),
            "LABMAPPER_WORKERS": "1",
            "LABMAPPER_VENV": str(self.venv),
            # What is imported is compiled then, and most of it never is.
            "PIP_NO_COMPILE": "1",
            "LABMAPPER_PIP_OPTIONS": "--no-deps --no-build-isolation --no-index",
            "LABMAPPER_START": f"nohup {labmapper} serve > {folder}/log 2>&1 & echo $! > {folder}/pid; "
            f"curl --silent --fail --retry 300 --retry-delay 1 --retry-connrefused {self.address}/readyz > /dev/null",
            "LABMAPPER_STOP": f"kill $(cat {folder}/pid); tail --pid=$(cat {folder}/pid) --sleep-interval=0.1 -f /dev/null",
        }

    def set_up(self) -> None:
        """Clone what is committed here, install it, and start the server."""
        subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", ROOT, self.origin], check=True)
        subprocess.run(["git", "clone", "--quiet", self.origin, self.clone], check=True)
        venv.create(self.venv)
        self._borrow_packages()
        self.run("git checkout --quiet --detach")
        self.run('"$LABMAPPER_VENV/bin/python" -m pip install --quiet $LABMAPPER_PIP_OPTIONS .')
        self.run(self._environment["LABMAPPER_START"])

    def release(self, number: str, after: str, upgrade: str) -> None:
        """Commit a version whose migration *number* does *upgrade*."""
        heading = f"""\
            \"\"\"A step of a test.\"\"\"
            import sqlalchemy as sa
            from alembic import op
            revision, down_revision, branch_labels, depends_on = "{number}", "{after}", None, None
        """
        file = self.origin / "migrations" / "versions" / f"{number}_test.py"
        file.write_text(dedent(heading) + dedent(upgrade))
        subprocess.run([*_GIT, "add", "."], cwd=self.origin, check=True)
        subprocess.run([*_GIT, "commit", "--quiet", "--message", f"Version {number}"], cwd=self.origin, check=True)

    def update(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run(" ".join(["deploy/update.sh", *arguments]), check=False)

    def run(self, command: str, *, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run *command* in the clone, and return what it said; nothing that it started keeps it waiting."""
        with (self.folder / "said").open("w+") as said:
            done = subprocess.run(
                ["bash", "-c", command],
                cwd=self.clone,
                env=self._environment,
                stdout=said,
                stderr=said,
                text=True,
                check=False,
            )
            said.seek(0)
            done.stderr = said.read()
        assert not check or done.returncode == 0, done.stderr
        return done

    def read_version(self) -> str:
        """Return the revision that the clone is at."""
        command = ["git", "rev-parse", "HEAD"]
        return subprocess.run(command, cwd=self.clone, check=True, capture_output=True, text=True).stdout.strip()

    def _borrow_packages(self) -> None:
        """Let the environment have the packages of this one, pip too, but no Labmapper."""
        own = next((self.venv / "lib").glob("python*/site-packages"))
        for path in Path(sysconfig.get_path("purelib")).iterdir():
            if "labmapper" not in path.name.lower() and not (own / path.name).exists():
                (own / path.name).symlink_to(path)


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    made = Installation(tmp_path)
    made.set_up()
    yield made
    made.run('"$BASH" -c "$LABMAPPER_STOP"', check=False)


def test_an_update_goes_forward_and_one_that_fails_goes_back(installation: Installation) -> None:
    head = max((ROOT / "migrations" / "versions").glob("[0-9]*.py")).name[:4]
    guest = Remote(installation.address)
    _, made = guest.ask("POST", "/api/v1/diagrams", {"diagram": draw_lab("Kept")})
    path = f"/api/v1/diagrams/{made['id']}"

    same = installation.update()
    installation.release("9001", head, GOOD)
    forward = installation.update()

    assert "This is that version already" in same.stderr
    assert forward.returncode == 0, forward.stderr
    assert "The way back: deploy/update.sh back" in forward.stderr
    good = installation.read_version()
    assert guest.ask("GET", path)[1]["title"] == "Kept"
    assert guest.save(made["id"], 1, draw_lab("Kept later"))[0] == 200

    installation.release("9002", "9001", BAD)
    failed = installation.update()

    assert failed.returncode == 1
    assert "at this step: bring the database up to date" in failed.stderr
    assert "Go back with: deploy/update.sh back" in failed.stderr

    back = installation.update("back")

    assert back.returncode == 0, back.stderr
    assert installation.read_version() == good
    assert guest.ask("GET", path)[1]["title"] == "Kept later"
    assert guest.save(made["id"], 2, draw_lab("Going on"))[0] == 200
    assert "There is no update to go back from" in installation.update("back").stderr
