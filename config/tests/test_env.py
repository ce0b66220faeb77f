"""Settings are read loudly: a wrong one is told by name, with what to write instead."""

import pytest

from config import env


def test_a_required_setting_that_is_missing_is_named(monkeypatch):
    monkeypatch.delenv("ESV_HOSTS", raising=False)

    with pytest.raises(env.ConfigurationError, match="ESV_HOSTS"):
        env.text("ESV_HOSTS")


def test_a_secret_is_read_from_the_file_that_is_named(monkeypatch, tmp_path):
    path = tmp_path / "key"
    path.write_text("from the file\n")
    monkeypatch.setenv("ESV_KEY_FILE", str(path))
    monkeypatch.setenv("ESV_KEY", "from the environment")

    assert env.secret("ESV_KEY") == "from the file"


@pytest.mark.parametrize("content", [None, "", "\n"])
def test_a_secret_file_that_is_missing_or_empty_is_refused(monkeypatch, tmp_path, content):
    path = tmp_path / "key"
    if content is not None:
        path.write_text(content)
    monkeypatch.setenv("ESV_KEY_FILE", str(path))

    with pytest.raises(env.ConfigurationError, match="ESV_KEY_FILE"):
        env.secret("ESV_KEY", "default")


@pytest.mark.parametrize(
    ("written", "meant"), [("yes", True), ("TRUE", True), ("1", True), ("no", False), ("0", False)]
)
def test_yes_and_no_are_understood(monkeypatch, written, meant):
    monkeypatch.setenv("ESV_X", written)

    assert env.boolean("ESV_X", default=not meant) is meant


@pytest.mark.parametrize(
    "read",
    [
        lambda: env.boolean("ESV_X", default=True),
        lambda: env.integer("ESV_X", 1),
        lambda: env.choice("ESV_X", ("a", "b"), "a"),
    ],
)
def test_a_value_that_cannot_be_meant_is_refused(monkeypatch, read):
    monkeypatch.setenv("ESV_X", "perhaps")

    with pytest.raises(env.ConfigurationError, match="ESV_X is 'perhaps'; write"):
        read()


def test_a_number_below_its_minimum_is_refused(monkeypatch):
    monkeypatch.setenv("ESV_X", "0")

    with pytest.raises(env.ConfigurationError, match="at least 1"):
        env.integer("ESV_X", 5, minimum=1)


def test_a_list_is_divided_by_commas(monkeypatch):
    monkeypatch.setenv("ESV_X", " a.nl, b.nl ,")

    assert env.words("ESV_X") == ["a.nl", "b.nl"]
