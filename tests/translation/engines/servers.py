"""A real HTTP server on loopback whose answers a test decides."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = tuple[int, bytes] | tuple[int, bytes, dict[str, str]]


class Served:
    """The server's address, what it answers by path, and what it was asked."""

    def __init__(self) -> None:
        self.url = ""
        self.answers: dict[str, Any] = {}
        self.asked: list[tuple[str, Any]] = []

    def answer(self, path: str, query: Any) -> Answer:
        """Return the answer for ``path``: bytes, or what a function makes of the query."""
        self.asked.append((path, query))
        made = self.answers.get(path, (404, b"{}"))
        made = made(query) if callable(made) else made
        answer: Answer = made if isinstance(made, tuple) else (200, json.dumps(made).encode())
        return answer


@contextmanager
def served() -> Iterator[Served]:
    """Serve on a free port of loopback while the ``with`` block runs."""
    state = Served()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(None)

        def do_POST(self) -> None:
            self._answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def _answer(self, query: Any) -> None:
            status, body, *headers = state.answer(self.path, query)
            self.send_response(status)
            for name, value in (headers[0] if headers else {}).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (http.server's)
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        state.url = f"http://127.0.0.1:{server.server_port}"
        yield state
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
