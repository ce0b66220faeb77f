"""The web server: a few processes that share one search index, made before they part.

No access log: addresses of visitors and the words they search for are not kept (PRODUCT.md §6).
"""

import multiprocessing

from config import env

wsgi_app = "config.wsgi:application"
workers = env.integer("ESV_WEB_PROCESSES", min(multiprocessing.cpu_count(), 4), minimum=1)
threads = env.integer("ESV_WEB_THREADS", 4, minimum=1)
preload_app = True
accesslog = None
loglevel = "warning"
timeout = 60
graceful_timeout = 10


def post_worker_init(_worker: object) -> None:
    """Start the search model before the first question; it cannot be started before the processes part."""
    from esv.search import stored_vectors

    stored_vectors.embedder().embed_queries(["warm"])
