"""Two thousand broken and hostile files: each is refused with a reason or comes out clean, and nothing is left."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("mutations.py")


@pytest.mark.slow
def test_broken_and_hostile_files(tmp_path):
    command = [sys.executable, str(SCRIPT), "20261124", "2000"]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-1500:]
    outcomes = json.loads(done.stdout)
    assert sum(outcomes.values()) == 2000
    assert min(outcomes["accepted"], outcomes["refused"]) > 300  # both ways were walked
    assert not list(tmp_path.iterdir())
