"""Set-up skips what is done and goes on after an interruption."""

from pathlib import Path

import pytest

from house import setup


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup, "VAR", tmp_path / "var")
    (tmp_path / "lock").write_text("1")
    return tmp_path


def step(project, work):
    return setup.Step("one", "doing it", ("lock",), (project / "made",), work)


def test_a_step_is_done_once_and_again_when_its_input_changes(project, monkeypatch, capsys):
    done = []

    def work():
        done.append(1)
        (project / "made").touch()

    monkeypatch.setattr(setup, "STEPS", {"one": step(project, work)})
    setup.set_up(["one"])
    setup.set_up(["one"])
    assert len(done) == 1

    (project / "lock").write_text("2")
    setup.set_up(["one"])

    assert len(done) == 2


def test_a_step_whose_result_is_gone_is_done_again(project, monkeypatch):
    monkeypatch.setattr(setup, "STEPS", {"one": step(project, (project / "made").touch)})
    setup.set_up(["one"])

    (project / "made").unlink()
    setup.set_up(["one"])

    assert (project / "made").exists()


def test_an_interrupted_step_is_not_taken_for_done(project, monkeypatch):
    def interrupted():
        (project / "made").touch()
        raise KeyboardInterrupt

    monkeypatch.setattr(setup, "STEPS", {"one": step(project, interrupted)})

    with pytest.raises(KeyboardInterrupt):
        setup.set_up(["one"])

    assert not setup.STEPS["one"].is_done()


def test_a_failing_command_is_shown_with_its_log(project):
    with pytest.raises(SystemExit, match=r"no such thing[\s\S]*setup\.log"):
        setup.run("sh", "-c", "echo no such thing; exit 3")


def test_every_step_depends_on_files_that_exist():
    root = Path(setup.__file__).resolve().parent.parent

    for one in setup.STEPS.values():
        for pattern in one.inputs:
            assert any(root.glob(pattern)), f"{one.name} depends on {pattern}"
