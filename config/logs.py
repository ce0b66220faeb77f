"""Structured logs that hold events, never texts or network addresses.

An exception is logged by its type and the places it passed through. Its message is left out: messages of the
database and of parsers quote what somebody typed.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

import structlog

KEPT_FROM_RECORDS = frozenset({"status_code"})


def configure(*, is_readable: bool, level: str) -> None:
    """Send all logging, ours and that of libraries, through one formatter to standard error."""
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        keep_only_the_place_of_an_exception,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    renderer: structlog.typing.Processor = (
        structlog.dev.ConsoleRenderer(colors=False) if is_readable else structlog.processors.JSONRenderer()
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[drop_arguments_of_requests, *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    # Wrong hosts and too large forms: anybody can send them, as many as they like.
    logging.getLogger("django.security").setLevel(logging.CRITICAL)
    logging.getLogger("django.db.backends").setLevel(logging.INFO)  # at debug level it prints every parameter


def drop_arguments_of_requests(
    _logger: logging.Logger, _name: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Replace Django's messages about a request, which name its path, by the status code alone."""
    record = event.get("_record")
    if isinstance(record, logging.LogRecord) and record.name.startswith(("django.request", "django.security")):
        event["event"] = "request.failed"
        event["status_code"] = getattr(record, "status_code", None)
    return event


def keep_only_the_place_of_an_exception(
    _logger: logging.Logger, _name: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Turn exception information into a type and a list of places."""
    info = event.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    if isinstance(info, BaseException):
        info = (type(info), info, info.__traceback__)
    if info and info[0]:
        event["exception"] = info[0].__qualname__
        event["places"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(info[2])][
            -8:
        ]
    return event
