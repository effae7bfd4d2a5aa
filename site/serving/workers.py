"""gunicorn's worker with threads, that leaves a connection to its neighbour when it has some itself."""

import socket
import time

from gunicorn.workers.gthread import ThreadWorker

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
