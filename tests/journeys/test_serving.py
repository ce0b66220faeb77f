"""The product as a newcomer starts it: one command, answers, and nothing left behind.

A change made by another process is found within five seconds by every web process, also after one was killed.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.error import HTTPError, URLError

import psycopg
import pytest
from django.conf import settings
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent.parent
PROBE = """
from esv.search import services
from esv.search.entries import Entry, EntryText
text = EntryText(title="Kwartelvlieger", body="Een woord dat nergens anders staat.")
{action}
"""
PUT = 'services.put(Entry(key="source:probe", kind="source", path="/bronnen/probe/", texts={"nl": text}))'
REMOVE = 'services.remove("source:probe")'


@pytest.fixture(scope="module")
def environment(django_db_setup):
    """An environment with a database of its own on the server of the tests."""
    name = f"{settings.DATABASES['default']['NAME']}_serving"
    address = os.environ["DATABASE_URL"]
    own = address.replace("/esv?", f"/{name}?") if "/esv?" in address else f"{address.rsplit('/', 1)[0]}/{name}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    yield {
        **os.environ,
        "DATABASE_URL": own,
        "ESV_ENVIRONMENT": "development",
        "ESV_SEARCH_EMBEDDER": "none",
        "ESV_WEB_PROCESSES": "2",
    }
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="module")
def site(environment):
    """The product, served; ended by Ctrl-C, after which none of its processes is left."""
    port = free_port()
    command = [sys.executable, "-m", "house.serve", "--port", str(port)]
    server = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    address = f"http://127.0.0.1:{port}"
    wait_until(lambda: answers(address), seconds=120)
    yield address, server
    processes = descendants(server.pid)
    server.send_signal(signal.SIGINT)
    said, _ = server.communicate(timeout=30)
    assert server.returncode == 0
    assert "Everything is kept" in said
    wait_until(lambda: not any(Path(f"/proc/{process}").exists() for process in processes), seconds=10)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(is_so, *, seconds):
    """Wait; a machine may be slow, so the limit is far beyond what is promised where no promise is tested."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.1)


def answers(address):
    try:
        return read(address).startswith("<!doctype html>")
    except (URLError, ConnectionError):
        return False


def read(address):
    try:
        with urllib.request.urlopen(address, timeout=30) as response:
            return response.read().decode()
    except HTTPError as error:
        return error.read().decode()


def descendants(parent):
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    children = [int(pid) for pid, ppid in (line.split() for line in listed.splitlines()) if int(ppid) == parent]
    return children + [one for child in children for one in descendants(child)]


def in_another_process(action, environment):
    subprocess.run(
        [sys.executable, "-m", "config.commandline", "shell", "--no-imports", "-c", PROBE.format(action=action)],
        cwd=ROOT,
        env=environment,
        check=True,
    )


def found_by_all(address):
    """What a number of questions in a row find: with two web processes both get some of them."""
    return {"Kwartelvlieger" in read(f"{address}/zoeken/?vraag=kwartelvliegers").split("<main")[1] for _ in range(12)}


def test_a_newcomer_gets_an_answer_from_the_starter_edition(site):
    address, _ = site

    assert "source:" not in read(f"{address}/")
    assert "/bronnen/" in read(f"{address}/zoeken/?vraag=nazorg%20na%20een%20melding").split("<main")[1]
    assert 'lang="en"' in read(f"{address}/en/")


def test_what_another_process_changes_is_found_by_every_web_process(site, environment):
    address, _ = site
    assert found_by_all(address) == {False}

    in_another_process(PUT, environment)
    assert found_by_all(address) == {True}

    in_another_process(REMOVE, environment)
    assert found_by_all(address) == {False}


def test_killed_processes_come_back_and_know_what_changed_meanwhile(site, environment):
    address, server = site
    web, worker = children_of(server)
    for process in (*descendants(web), worker):
        os.kill(process, signal.SIGKILL)

    in_another_process(PUT, environment)

    wait_until(lambda: answers(address), seconds=60)
    assert found_by_all(address) == {True}
    wait_until(lambda: worker not in descendants(server.pid) and len(children_of(server)) == 2, seconds=30)


def children_of(server):
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()]
    mine = {
        ("web" if "gunicorn" in args else "worker"): int(pid) for pid, ppid, args in rows if int(ppid) == server.pid
    }
    return [mine[name] for name in ("web", "worker") if name in mine]


def test_a_port_in_use_is_told_with_one_that_is_free(site, environment):
    address, _ = site
    port = address.rsplit(":", 1)[1]

    done = subprocess.run(
        [sys.executable, "-m", "house.serve", "--port", port],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip

    assert done.returncode != 0
    assert f"Port {port} is in use. This one is free: bin/serve --port" in done.stderr
