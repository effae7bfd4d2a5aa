"""gunicorn's settings; what differs between machines comes from the environment."""

import os
import sys
from pathlib import Path

# `site` is also a module of Python's standard library, so our site/ is a plain folder on the path, never a package.
ROOT = Path(__file__).resolve().parents[2]
for folder in (ROOT, ROOT / "site"):
    sys.path.insert(0, str(folder))

wsgi_app = "config.wsgi:application"
bind = os.environ.get("BIND", f"127.0.0.1:{os.environ.get('PORT', '8000')}")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
# For clients that are slow to send or to read; requests that compute take turns (serving/turns.py).
worker_class = "serving.workers.EvenWorker"
threads = int(os.environ.get("WEB_THREADS", "2"))
# Loaded once and shared by the workers: less memory, and a mistake in the settings stops the start.
preload_app = True
timeout = 30
graceful_timeout = 20
keepalive = 5
loglevel = os.environ.get("LOG_LEVEL", "warning").lower()
accesslog = os.environ.get("ACCESS_LOG") or None
# Longer addresses are never ours; nginx answers 414 above 8 kB before this does.
limit_request_line = 8190
# Its command line is not used, and two sites of one user would fight over the socket.
control_socket_disable = True
