"""Writes the settings of this machine to var/env, once: a secret key, and what a site on one's own computer needs.

Whatever is in the file stays as it is; to start anew, remove it. env.example lists what else can be set there. Only
Python's standard library is used, because Django does not start without a secret key.
"""

import os
import secrets
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = """\
# Settings of this machine; site/deploy/env.example explains them all.
SECRET_KEY={secret_key}
ALLOWED_HOSTS=localhost,127.0.0.1,[::1]
BASE_URL=http://localhost:8000
PLAIN_HTTP=true
"""


def write_env(path: Path) -> bool:
    """Whether the file was written; one that is there is left alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(file, "w") as settings:
        settings.write(SETTINGS.format(secret_key=secrets.token_urlsafe(50)))
    return True


if __name__ == "__main__":
    folder = Path(os.environ.get("VAR_DIR", ROOT / "var"))
    target = Path(os.environ.get("ENV_FILE", folder / "env"))
    if write_env(target):
        print(f"Wrote {target}.", file=sys.stderr)
