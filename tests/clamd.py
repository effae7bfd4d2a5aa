"""A virus scanner for tests: ClamAV's own daemon with one signature, or where that is not installed a server that
speaks its protocol."""

import contextlib
import shutil
import socketserver
import struct
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

# The test file that every scanner knows, in two parts: nobody's scanner should find it here.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
NAME = "Eicar-Signature"
DAEMON = shutil.which("clamd", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
PATIENCE = 60  # seconds until the daemon listens


@contextlib.contextmanager
def scanner(folder: Path) -> Iterator[str]:
    """The address of a running scanner."""
    with (daemon if DAEMON else stand_in)(folder) as url:
        yield url


@contextlib.contextmanager
def daemon(folder: Path) -> Iterator[str]:
    signatures, socket = folder / "signatures", folder / "clamd.sock"
    signatures.mkdir()
    (signatures / "eicar.ndb").write_text(f"{NAME}:0:*:{EICAR.hex()}\n")
    configuration = folder / "clamd.conf"
    configuration.write_text(
        f"LocalSocket {socket}\nDatabaseDirectory {signatures}\nTemporaryDirectory {folder}\nForeground yes\n"
    )
    process = subprocess.Popen([DAEMON, "--config-file", configuration], stdout=subprocess.DEVNULL)
    try:
        for _ in range(PATIENCE * 10):
            if socket.exists():
                break
            time.sleep(0.1)
        yield f"unix://{socket}"
    finally:
        process.terminate()
        process.wait()


class Speaker(socketserver.BaseRequestHandler):
    """Reads a stream as clamd(8) describes it, and answers."""

    def handle(self):
        assert self.take(10) == b"zINSTREAM\0"
        data = b""
        while length := struct.unpack(">I", self.take(4))[0]:
            data += self.take(length)
        self.request.sendall(b"stream: OK\0" if EICAR not in data else f"stream: {NAME} FOUND\0".encode())

    def take(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            part = self.request.recv(count - len(data))
            assert part, "ended too early"
            data += part
        return data


@contextlib.contextmanager
def stand_in(folder: Path, handler: type[socketserver.BaseRequestHandler] = Speaker) -> Iterator[str]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"tcp://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
