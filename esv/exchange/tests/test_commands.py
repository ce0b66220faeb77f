from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from esv.knowledge.models import Source

pytestmark = pytest.mark.django_db


def test_import_tells_what_it_did_for_each_kind(small):
    output = StringIO()

    call_command("import", small.path, language="en", stdout=output)

    assert "sources: 1 added, 0 changed, 0 unchanged" in output.getvalue()


def test_a_dry_run_says_that_nothing_was_changed(small):
    output = StringIO()

    call_command("import", small.path, "--dry-run", language="en", stdout=output)

    assert "nothing was changed" in output.getvalue()
    assert not Source.objects.exists()


def test_a_refused_import_ends_with_an_error_that_tells_every_problem(small):
    small.change("sources", lambda sources: sources[0].update(url="x", language="xx"))

    with pytest.raises(CommandError, match="2 problems: nothing was imported") as caught:
        call_command("import", small.path, language="en")

    assert "field url" in str(caught.value)


def test_export_writes_every_file_of_the_catalogue(small, tmp_path):
    call_command("import", small.path, stdout=StringIO())

    call_command("export", tmp_path / "out", stdout=StringIO())

    assert len(list((tmp_path / "out").iterdir())) == 13
