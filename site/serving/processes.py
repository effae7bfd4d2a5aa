"""Processes that live and die together. Knows nothing of Django, so that tests and scripts can use it too."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping

PATIENCE = 25  # seconds that a process gets to finish what it does; gunicorn itself takes at most 20
TICK = 0.2  # seconds between two looks at the processes
PR_SET_PDEATHSIG = 1  # Linux: the signal that a process gets when its parent dies


class Together:
    """Some commands, run side by side until one ends by itself or this process is told to stop."""

    def __init__(self, commands: Mapping[str, list[str]], environment: Mapping[str, str]):
        self.commands = commands
        self.environment = {**os.environ, **environment}
        self.processes: dict[str, subprocess.Popen] = {}
        self.is_stopping = False

    def run(self, on_tick: Callable[[], None]) -> str:
        """Returns when all have ended: empty if that was asked for, else a sentence saying which ended by itself."""
        signal.signal(signal.SIGINT, self.ask_to_stop)
        signal.signal(signal.SIGTERM, self.ask_to_stop)
        try:
            for name, command in self.commands.items():
                self.processes[name] = subprocess.Popen(
                    command, env=self.environment, preexec_fn=leave_stopping_to_parent
                )
            return self.watch(on_tick)
        finally:
            for process in self.processes.values():
                process.terminate()
            for process in self.processes.values():
                end(process)

    def watch(self, on_tick: Callable[[], None]) -> str:
        while not self.is_stopping:
            for name, process in self.processes.items():
                if process.poll() is not None:
                    return f"The {name} process ended by itself (exit code {process.returncode})"
            on_tick()
            time.sleep(TICK)
        return ""

    def ask_to_stop(self, *received):
        self.is_stopping = True


def leave_stopping_to_parent() -> None:
    """Runs in each new process, before its program (`preexec_fn`).

    Ctrl-C reaches the whole process group, but only the parent answers it and then asks each process once: to the
    worker of django-tasks a second request means to drop its task.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    die_with_parent()


def die_with_parent() -> None:
    """Runs in a new process too: on Linux it will not outlive a parent that was killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def end(process: subprocess.Popen, patience: float = PATIENCE) -> None:
    """Asks the process to finish, and ends it if it does not in that many seconds."""
    process.terminate()
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
