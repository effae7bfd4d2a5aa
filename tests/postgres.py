"""A PostgreSQL of one's own, started from the installed server and gone without a trace afterwards.

    python tests/postgres.py COMMAND ...

runs a command with DATABASE_URL pointing at it. Without an installed server the command is left out, and in CI that is
a failure.
"""

import contextlib
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "site"), str(ROOT / "site" / "deploy")]

import machine  # noqa: E402 - a script beside the deployment files, needs the path above

from serving.processes import die_with_parent, end  # noqa: E402 - the same

OPTIONS = (
    # What survives a power cut does not matter here; without it tests run several times faster.
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    # Reached through a socket in a folder of its own: no port is opened and no password needed.
    "listen_addresses=",
)


@contextlib.contextmanager
def running_postgres(programs: Path) -> Iterator[str]:
    """Starts a server with the programs in this folder and gives the address of a database in it, not yet created."""
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # a socket's path may have 107 characters at most
    # Nobody is in a folder of root's, where this may have been started from, except root.
    as_account: dict = {**account_for(folder), "cwd": "/", "stdout": subprocess.DEVNULL}
    try:
        subprocess.run([*initdb(programs, folder)], check=True, **as_account)
        command = [str(programs / "postgres"), "-D", f"{folder}/data", "-k", str(folder)]
        for option in OPTIONS:
            command += ["-c", option]
        with (folder / "log").open("w") as log:
            server = subprocess.Popen(command, stderr=log, preexec_fn=die_with_parent, **as_account)
        try:
            wait_until_ready(programs, folder, server)
            # An empty host and a path with two slashes: a socket's folder, then the database.
            yield f"postgres://leergang@/{folder}/leergang"
        finally:
            end(server)
    finally:
        shutil.rmtree(folder)


def new_database(address: str, name: str) -> str:
    """Makes an empty database in the server that a DATABASE_URL from here points at; gives its address."""
    server = address.rpartition("/")[0]
    folder = server.removeprefix("postgres://leergang@/")
    with psycopg.connect(host=folder, user="leergang", dbname="postgres", autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return f"{server}/{name}"


def initdb(programs: Path, folder: Path) -> list[str]:
    command = [str(programs / "initdb"), "-D", f"{folder}/data", "-U", "leergang", "--auth=trust", "--no-sync"]
    return [*command, "--encoding=UTF8", "--locale=C.UTF-8"]


def account_for(folder: Path) -> dict:
    """The account that runs the server, as arguments for subprocess; root may not, so another gets the folder."""
    if os.geteuid() != 0:
        return {}
    account = pwd.getpwnam("postgres")  # Debian's package makes it
    os.chown(folder, account.pw_uid, account.pw_gid)
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def wait_until_ready(programs: Path, folder: Path, server: subprocess.Popen) -> None:
    until = time.monotonic() + 30
    while subprocess.run([programs / "pg_isready", "-q", "-h", folder], cwd="/").returncode != 0:
        if server.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"PostgreSQL did not start:\n{(folder / 'log').read_text()}")
        time.sleep(0.1)


def main() -> int:
    programs = machine.postgresql_bin()
    if programs is None:
        print(f"Left out, no PostgreSQL here. To install: {machine.hint(['postgresql'])}", file=sys.stderr)
        return 1 if os.environ.get("CI") else 0
    with running_postgres(programs) as address:
        new_database(address, "leergang")  # for scripts; pytest makes a database of its own beside it
        return subprocess.run(sys.argv[1:], env={**os.environ, "DATABASE_URL": address}).returncode


if __name__ == "__main__":
    sys.exit(main())
