"""What the script of an update asks Docker for: a program that only notes it stands in for the engine."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTES = """\
#!/bin/sh
echo "$*" >> "$NOTES/asked"
case "$*" in
  *"cat /etc/caddy/Caddyfile") cat "$NOTES/mounted" ;;
  *pg_dump*) echo "a copy"; [ ! -e "$NOTES/no-copy" ] ;;
  "image tag labmapper:before-update labmapper") [ ! -e "$NOTES/no-image" ] ;;
esac
"""
GIT = ("git", "-c", "user.name=Test", "-c", "user.email=test@example.org")
COPY = "compose exec -T database pg_dump --format=custom --username=labmapper labmapper"
SEEN = "compose exec -T proxy cat /etc/caddy/Caddyfile"


class Clone:
    """A clone with the script alone, one version behind, and notes of what Docker is asked for."""

    def __init__(self, folder: Path) -> None:
        self.notes, self.origin, self.path = folder / "notes", folder / "origin", folder / "clone"
        self.notes.mkdir()
        (self.notes / "docker").write_text(NOTES)
        (self.notes / "docker").chmod(0o755)
        (self.notes / "mounted").write_text("old")
        (self.origin / "deploy").mkdir(parents=True)
        (self.origin / "deploy" / "update.sh").write_bytes((ROOT / "deploy" / "update.sh").read_bytes())
        (self.origin / "deploy" / "update.sh").chmod(0o755)
        subprocess.run(["git", "init", "--quiet", self.origin], check=True)
        self.release("old")
        subprocess.run(["git", "clone", "--quiet", self.origin, self.path], check=True)

    def release(self, caddyfile: str) -> None:
        """Commit a version whose proxy reads *caddyfile*."""
        (self.origin / "deploy" / "Caddyfile").write_text(caddyfile)
        subprocess.run([*GIT, "add", "."], cwd=self.origin, check=True)
        message = f"--message={caddyfile}"
        subprocess.run([*GIT, "commit", "--quiet", "--allow-empty", message], cwd=self.origin, check=True)

    def run(self, *arguments: str) -> tuple[int, list[str]]:
        """Run the script, and return its status and what Docker was asked for meanwhile."""
        (self.notes / "asked").write_text("")
        path = f"{self.notes}{os.pathsep}{os.environ['PATH']}"
        environment = {**os.environ, "PATH": path, "NOTES": str(self.notes)}
        environment.pop("LABMAPPER_VENV", None)
        command = ["deploy/update.sh", *arguments]
        done = subprocess.run(command, cwd=self.path, env=environment, check=False, stderr=subprocess.PIPE, text=True)
        self.said = done.stderr
        return done.returncode, (self.notes / "asked").read_text().splitlines()


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path)


def test_an_update_keeps_the_image_and_copies_the_database_before_it_stops_anything(clone: Clone) -> None:
    clone.release("old")
    (clone.path / "backups").mkdir()

    status, asked = clone.run()

    assert status == 0
    assert asked == [
        "image tag labmapper labmapper:before-update",
        "compose build --pull web",
        "compose pull --quiet proxy database",
        COPY,
        "compose stop web",
        COPY,
        "compose run --rm migrate",
        "compose up --detach --wait",
        SEEN,
    ]


def test_a_proxy_whose_file_changed_is_restarted(clone: Clone) -> None:
    clone.release("new")

    _, asked = clone.run()

    assert asked[-2:] == [SEEN, "compose restart proxy"]


def test_an_update_that_fails_before_the_stop_leaves_the_image_of_the_server_that_runs(clone: Clone) -> None:
    clone.release("new")
    (clone.notes / "no-copy").touch()

    status, asked = clone.run()

    assert status == 1
    assert clone.said.count("The update broke off, at this step: copy the database.") == 1
    assert asked[-2:] == [COPY, "image tag labmapper:before-update labmapper"]
    assert (clone.path / "deploy" / "Caddyfile").read_text() == "old"


@pytest.mark.parametrize("is_kept", [True, False])
def test_the_way_back_takes_the_image_that_was_kept_and_builds_only_without_one(clone: Clone, is_kept: bool) -> None:
    clone.release("new")
    clone.run()
    (clone.notes / "mounted").write_text("new")
    if not is_kept:
        (clone.notes / "no-image").touch()

    status, asked = clone.run("back")

    assert status == 0
    assert asked[:3] == ["compose stop web", COPY, "image tag labmapper:before-update labmapper"]
    assert ("compose build web" in asked) is not is_kept
    assert [each.split()[4] for each in asked if "database p" in each] == ["pg_dump", "psql", "pg_restore"]
    assert asked[-3:] == ["compose up --detach --wait", SEEN, "compose restart proxy"]
