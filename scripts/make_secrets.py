"""Write the secrets that docker-compose.yml reads, each in a file of its own. What is there already stays."""

import base64
import secrets
from pathlib import Path

DIRECTORY = Path(__file__).parents[1] / "secrets"


def main() -> None:
    """Write the files that are missing, in a directory for their owner only."""
    # The containers' users are not the owner: the directory keeps others out, the files let those in who got them.
    DIRECTORY.mkdir(mode=0o700, exist_ok=True)
    password = write("database_password", secrets.token_urlsafe(32))
    write("database_url", f"postgresql://labmapper:{password}@database/labmapper")
    write("secret_key", secrets.token_urlsafe(48))
    write("encryption_keys", base64.urlsafe_b64encode(secrets.token_bytes(32)).decode())
    print(f"The secrets are in {DIRECTORY}. Keep a copy: without encryption_keys nothing that is stored can be read.")


def write(name: str, value: str) -> str:
    """Return the secret *name*, which is *value* unless there is one already."""
    path = DIRECTORY / name
    if not path.exists():
        path.write_text(f"{value}\n", encoding="utf-8")
        path.chmod(0o644)
    return path.read_text(encoding="utf-8").strip()


if __name__ == "__main__":
    main()
