"""gunicorn's worker with threads, that shares connections with its neighbour and waits for nobody for ever."""

import socket
import struct
import time

from gunicorn.workers.gthread import TConn, ThreadWorker

SILENCE = 5  # seconds that a client may send or take nothing in the middle of a request
PAUSE = 0.001  # seconds; enough for an idle process to wake up and take the connection


class EvenWorker(ThreadWorker):
    """All processes listen on one socket, and whoever is awake first takes what is there.

    Connections are kept open, so when one process takes all that come at once, as a browser or a proxy opens them, it
    goes on working alone beside an idle neighbour: half the speed of two processes.
    """

    def accept(self, listener: socket.socket) -> None:
        if self.nr_conns:
            time.sleep(PAUSE)
        super().accept(listener)

    def enqueue_req(self, conn: TConn) -> None:
        """Hands the connection to a thread.

        gunicorn waits as long as it takes for the rest of a request; eight clients that promise a form and send half of
        it would hold all threads, and the site with them. By the kernel, for gunicorn sets its own time-outs anew.
        """
        limit = struct.pack("ll", SILENCE, 0)
        conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, limit)
        conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, limit)
        super().enqueue_req(conn)
