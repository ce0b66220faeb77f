import subprocess
import sys

import pytest

from house.conformance import checks, pages, verdicts
from house.conformance.instruments import Instrument


@pytest.fixture
def instrument(tmp_path):
    """An instrument that prints its arguments and ends as the last one says."""
    program = tmp_path / "runner.py"
    program.write_text("import sys; print('\\n'.join(sys.argv[1:-1])); sys.exit(int(sys.argv[-1]))")
    return Instrument("headers", (sys.executable, program), program, marks=("FOUT",))


def test_an_instrument_that_ends_well_has_passed_and_its_chatter_is_left_out(instrument):
    verdict = instrument.look("/begrippen/", "GOED nosniff", "0")

    assert verdict == verdicts.Verdict("headers", "/begrippen/", "passed")


def test_only_what_is_wrong_is_told_of_an_instrument_that_found_something(instrument):
    verdict = instrument.look("/", "GOED nosniff", "FOUT Referrer-Policy", "1")

    assert verdict == verdicts.Verdict("headers", "/", "failed", ("FOUT Referrer-Policy",))


def test_an_instrument_that_breaks_down_could_not_run_instead_of_failing_the_page(instrument):
    verdict = instrument.look("/", "GOED nosniff", "3")

    assert verdict.outcome == "could not run"
    assert verdict.findings == ("it ended with 3",)


def test_an_instrument_without_marks_tells_all_it_said(tmp_path):
    done = subprocess.CompletedProcess([], 1, "file.py: no licence\n", "")

    verdict = Instrument("reuse", (), tmp_path).read("all files", done)

    assert verdict.findings == ("file.py: no licence",)


def test_an_instrument_that_is_not_there_could_not_run(tmp_path):
    verdict = Instrument("headers", ("false",), tmp_path / "gone.py").look("/")

    assert verdict.lines() == ["could not run headers         /: gone.py is not there"]


def test_what_only_signals_does_not_fail_the_run():
    failed = verdicts.Verdict("reading", "/over/", "failed", ("LET OP some.txt Flesch-Douma 40",))

    verdict = verdicts.as_signal(failed, without="some.txt ")

    assert verdict == verdicts.Verdict("reading", "/over/", "signal", ("LET OP Flesch-Douma 40",))


def test_a_key_page_that_is_not_there_fails():
    found = [pages.Page("/over/", 404, ""), pages.Page("/en/over/", 200, "<main></main>")]

    assert [verdict.outcome for verdict in checks.answers(found)] == ["failed", "passed"]


def test_over_plain_http_it_says_which_rules_were_not_looked_at(tmp_path):
    (verdict,) = checks.headers(tmp_path, "http://127.0.0.1:8000", [])

    assert verdict.outcome == "could not run"
    assert verdict.about == "strict transport security"


def test_a_folder_without_the_schema_does_not_pass_for_a_valid_description(tmp_path):
    assert checks.publiccode(tmp_path).outcome == "could not run"


def test_the_first_item_of_a_list_is_looked_at_too():
    listing = pages.Page(
        "/en/begrippen/", 200, '<a href="/en/begrippen/?blad=2">2</a><a href="/en/begrippen/melding/">'
    )

    assert pages.first_item(listing) == ["/en/begrippen/melding/"]


def test_reading_is_measured_on_the_running_text_of_the_main_part_only():
    html = "<nav><p>Menu</p></nav><main><h1>Over ons</h1><p>Wij <b>helpen</b> je.</p><script>x</script></main>"

    assert pages.prose(html) == "Over ons\n\nWij helpen je."


def test_the_summary_counts_every_outcome():
    told = [verdicts.judge("page", "/", []), verdicts.judge("page", "/over/", ["answers 404"])]

    assert verdicts.summary(told) == "1 passed, 1 failed, 0 could not run, 0 signal"
