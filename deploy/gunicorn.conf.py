"""How the site is served, in the demo and in production.

    gunicorn -c deploy/gunicorn.conf.py config.wsgi

HOST, PORT, WEB_CONCURRENCY (processes), WEB_THREADS (of each) and LOG_LEVEL come from
the environment. Whatever ends the encryption stands in front.
"""

import gc
import os
from pathlib import Path

chdir = str(Path(__file__).resolve().parents[1])
pythonpath = "site"

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))

# Load the site once and fork: less memory, and a mistake in it stops the start.
preload_app = True

# Now and then a fresh process, in case one grows; not all at the same time.
max_requests = 10_000
max_requests_jitter = 1_000

# Browsers that read a page and go on come back within this time.
keepalive = 15
graceful_timeout = 10

# The heartbeat of the workers must not wait for a slow disk.
memory = "/dev/shm"  # noqa: S108
worker_tmp_dir = memory if os.access(memory, os.W_OK) else None

# By default it opens a socket for commands in the home folder.
control_socket_disable = True

# No log of accesses: it would hold addresses and receipts.
accesslog = None
errorlog = "-"
logger_class = "config.server_log.ServerLog"
loglevel = os.environ.get("LOG_LEVEL", "info")


def when_ready(server) -> None:
    """Show what `./run demo` has to say, now that somebody answers.

    The processes are forked after this. What is loaded by now stays for good: left
    alone by the collector of garbage, its memory stays shared.
    """
    gc.collect()
    gc.freeze()
    if welcome := os.environ.get("WELCOME"):
        os.write(1, Path(welcome).read_bytes())
