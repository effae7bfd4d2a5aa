"""Work done side by side gives what it gives alone: in order, with its errors, also when a process is killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from media.processes import processors, side_by_side

ROOT = Path(__file__).resolve().parents[1]


def doubled(number: int) -> int:
    return 2 * number


def with_process(number: int) -> tuple[int, int]:
    return number, os.getpid()


def refused(number: int) -> int:
    raise ValueError(f"not {number}")


def killed_once(marker: str) -> str:
    """Ends its process the first time it is called, as the kernel does when memory is short."""
    if marker and not Path(marker).exists():
        Path(marker).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return marker


def test_results_come_in_the_order_of_the_jobs():
    assert list(side_by_side(doubled, range(40))) == [2 * number for number in range(40)]


def test_nothing_and_one_need_no_other_process():
    assert list(side_by_side(with_process, [])) == []
    assert list(side_by_side(with_process, [7])) == [(7, os.getpid())]


@pytest.mark.skipif(processors() < 2, reason="one processor does everything itself")
def test_many_are_done_by_others():
    processes = {process for _, process in side_by_side(with_process, range(12))}
    assert os.getpid() not in processes


def test_jobs_are_not_all_taken_at_once():
    """Each is an original of some megabytes."""
    taken = []

    def jobs():
        for number in range(100):
            taken.append(number)
            yield number

    next(side_by_side(doubled, jobs()))
    assert len(taken) < 20


def test_an_error_is_raised_here():
    with pytest.raises(ValueError, match="not 1"):
        list(side_by_side(refused, [1, 2]))


def test_what_a_killed_process_leaves_is_done_all_the_same(tmp_path):
    marker = str(tmp_path / "killed")
    assert list(side_by_side(killed_once, [marker, "", "", ""])) == [marker, "", "", ""]
    assert Path(marker).exists()


HANG = """
import os, sys, time
sys.path[:0] = ["site", "."]
from media.processes import side_by_side

def hang(number):
    os.write(1, f"{os.getpid()}\\n".encode())  # in one piece: two processes write here
    time.sleep(60)

if __name__ == "__main__":
    list(side_by_side(hang, range(4)))
"""


@pytest.mark.skipif(sys.platform != "linux" or processors() < 2, reason="asks Linux")
def test_none_outlives_a_parent_that_is_killed(tmp_path):
    script = tmp_path / "hang.py"
    script.write_text(HANG)
    with subprocess.Popen([sys.executable, str(script)], cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        children = [int(parent.stdout.readline()) for _ in range(2)]
        parent.kill()
    until = time.monotonic() + 20
    while any(is_running(child) for child in children) and time.monotonic() < until:
        time.sleep(0.1)
    assert not any(is_running(child) for child in children)


def is_running(process: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False
