"""Makes .venv with the packages of uv.lock. `make` runs it again when the lock or pyproject.toml has changed.

Only Python's standard library is used: this is what brings everything else.
"""

import os
import subprocess
import sys
from pathlib import Path

import machine

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
UV = "uv==0.13.9"


def works() -> bool:
    """Whether there is an environment whose Python still runs (an upgraded or removed Python leaves a dead one)."""
    return PYTHON.exists() and subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode == 0


def main() -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - pip has not checked it yet: this comes first
        return complain(
            f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}. Try: make PYTHON3=python3.12"
        )
    if not works():
        if not machine.provide(["venv"]):
            return complain("Python cannot make a virtual environment here.")
        # A process of its own, because this one does not see a module that was installed a moment ago.
        run(sys.executable, "-m", "venv", "--clear", VENV)
    run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", UV)
    run(PYTHON, "-m", "uv", "sync", "--frozen", "--quiet", "--inexact")
    (VENV / "installed").touch()
    return 0


def run(*command: str | Path) -> None:
    # uv has to use the Python that made the environment, never to fetch another one.
    own = {"UV_PROJECT_ENVIRONMENT": str(VENV), "UV_PYTHON_DOWNLOADS": "never", "UV_PYTHON": str(PYTHON)}
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, **own})


def complain(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
