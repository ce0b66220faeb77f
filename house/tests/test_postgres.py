"""The embedded server survives being killed, and two checkouts do not meet."""

import os
import signal
import time
from pathlib import Path

import psycopg
import pytest

from house import postgres


@pytest.fixture
def other_checkout(tmp_path, monkeypatch):
    """A server of its own, in another folder; stopped afterwards."""
    tmp_path.chmod(0o755)
    monkeypatch.setattr(postgres, "DATA", tmp_path / "a folder" / "postgres")
    yield postgres
    postgres.stop(even_when_used=True)


def test_a_killed_server_starts_again_with_what_was_kept(other_checkout):
    address = other_checkout.start()
    with psycopg.connect(address) as connection:
        connection.execute("CREATE TABLE kept (what text)")
        connection.execute("INSERT INTO kept VALUES ('this')")
    server = int((postgres.DATA / "postmaster.pid").read_text().split()[0])

    os.kill(server, signal.SIGKILL)
    while Path(f"/proc/{server}").exists():
        time.sleep(0.05)

    with psycopg.connect(other_checkout.start()) as connection:
        assert connection.execute("SELECT what FROM kept").fetchone() == ("this",)


def test_a_server_in_use_is_left_running_and_an_idle_one_is_stopped(other_checkout):
    address = other_checkout.start()

    with psycopg.connect(address):
        assert not other_checkout.stop()
        assert other_checkout.is_running()

    assert other_checkout.stop()
    assert not other_checkout.is_running()


def test_starting_twice_gives_the_same_server(other_checkout):
    assert other_checkout.start() == other_checkout.start()


def test_each_checkout_has_an_address_of_its_own(tmp_path, monkeypatch):
    here = postgres.url()

    monkeypatch.setattr(postgres, "DATA", tmp_path / "postgres")

    assert postgres.url() != here
    assert len(str(postgres.socket_folder())) < 90
