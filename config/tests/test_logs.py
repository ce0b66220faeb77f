"""Logs say what happened; never what somebody typed, nor from where."""

import io
import json
import logging

import pytest
import structlog

from config import logs


@pytest.fixture
def written():
    """What is logged as machines read it; afterwards logging is as it was."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    logs.configure(is_readable=False, level="DEBUG")
    stream = io.StringIO()
    handler = root.handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(stream)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.handlers[:], level = before
    root.setLevel(level)


def test_an_event_is_logged_with_its_fields(written):
    structlog.get_logger("esv.search").info("search.embedded", passages=3)

    assert written()[0]["event"] == "search.embedded"
    assert written()[0]["passages"] == 3


def test_an_exception_is_logged_by_type_and_place_but_without_its_message(written):
    try:
        int("canary")
    except ValueError:
        logging.getLogger("esv").exception("it failed")

    assert written()[0]["exception"] == "ValueError"
    assert "test_logs.py" in written()[0]["places"][-1]
    assert "canary" not in json.dumps(written())


def test_a_failed_request_is_logged_by_status_only(written, client, settings):
    client.get("/canary/?vraag=canary")

    assert any(line["event"] == "request.failed" and line["status_code"] == 404 for line in written())
    assert "canary" not in json.dumps(written())
    assert "127.0.0.1" not in json.dumps(written())
