from datetime import date, timedelta

import pytest
from django.utils import timezone

from esv.editorial.vocabulary import Status
from esv.exchange import selectors, services
from esv.exchange.tests.conftest import SOURCE
from esv.glossary.models import DisputedDefinition
from esv.knowledge.models import ActionPerspective, Source
from esv.network.models import RoleRoute
from esv.search.models import IndexedEntry

pytestmark = pytest.mark.django_db


def findable(key):
    return IndexedEntry.objects.findable().filter(key=key).exists()


def test_the_starter_edition_comes_in_whole_and_can_be_found(starter):
    reports = {str(report.label): len(report.added) for report in starter.run()}

    assert Source.objects.count() == 221
    assert ActionPerspective.objects.count() == 32
    assert RoleRoute.objects.count() == 44
    assert len(reports) == 15
    for key in ("source:programma-sv-over", "route:university-talk-in-confidence", "figure:unisafe-gbv-62"):
        assert findable(key)


def test_a_second_import_changes_nothing(starter):
    starter.run()
    moments = dict(Source.objects.values_list("slug", "updated_at"))

    reports = starter.run()

    assert all(not report.added and not report.changed for report in reports)
    assert dict(Source.objects.values_list("slug", "updated_at")) == moments


def test_only_what_differs_is_changed(small):
    small.run()
    small.change("sources", lambda sources: sources[0].update(title="A better title"))

    reports = {str(report.label): report for report in small.run()}

    assert [report.changed for report in reports.values() if report.changed] == [("een-studie",)]
    assert Source.objects.get().title == "A better title"


def test_what_is_not_in_the_file_is_left_alone_and_told(small):
    small.run()
    small.change("sources", lambda sources: sources[0].update(id="een-andere-studie"))

    reports = small.run()

    assert reports[-1].left_alone == ("een-studie",)
    assert Source.objects.count() == 2


def test_a_dry_run_tells_what_would_happen_and_changes_nothing(small):
    reports = small.run(dry_run=True)

    assert [len(report.added) for report in reports] == [1, 1]
    assert not Source.objects.exists()
    assert not IndexedEntry.objects.exists()


def test_new_entries_say_that_nobody_reviewed_them_where_they_came_from_and_when_they_are_due(small):
    small.run()

    source = Source.objects.get()
    assert source.status == Status.UNREVIEWED
    assert source.imported_from == f"{small.path.name}/sources.yaml"
    assert source.review_due_on > timezone.localdate() + timedelta(days=700)


def test_an_import_leaves_to_the_editors_what_the_file_does_not_say(small):
    small.run()
    Source.objects.update(owner="Redactie", review_due_on=date(2030, 1, 1), status=Status.PUBLISHED)
    small.change("sources", lambda sources: sources[0].update(year=2025))

    small.run()

    source = Source.objects.get()
    assert (source.year, source.owner, source.status) == (2025, "Redactie", Status.PUBLISHED)
    assert source.review_due_on == date(2030, 1, 1)


def test_a_draft_cannot_be_found_and_something_withdrawn_disappears(small):
    small.run()
    assert findable("source:een-studie")

    small.change("sources", lambda sources: sources[0].update(status="draft"))
    small.run()

    assert not findable("source:een-studie")


def test_files_may_come_alone_when_what_they_point_at_is_there(small):
    small.run()
    (small.path / "themes.yaml").unlink()
    small.write("sources", [{**SOURCE, "id": "nog-een-studie"}])

    small.run()

    assert Source.objects.count() == 2


def test_a_definition_that_a_figure_uses_does_not_disappear(starter):
    starter.run()
    (starter.path / "figures.yaml").unlink()
    used = DisputedDefinition.objects.exclude(figures=None).earliest("pk")
    starter.change(
        "disputed-terms",
        lambda terms: [
            term.update(definitions=[one for one in term["definitions"] if one["id"] != used.slug]) for term in terms
        ],
    )

    (problem,) = starter.problems()

    assert "figure:" in str(problem)


def test_an_edition_is_new_until_it_was_imported_the_way_it_is(small):
    assert selectors.is_new(small.path)

    services.import_catalogue([small.path], now=timezone.now())
    assert not selectors.is_new(small.path)

    small.change("sources", lambda sources: sources[0].update(year=2025))
    assert selectors.is_new(small.path)


def test_a_route_that_is_gone_can_no_longer_be_found(starter):
    starter.run()
    starter.change("role-routes", lambda guide: guide["routes"].pop(0))

    starter.run()

    assert RoleRoute.objects.count() == 43
    assert not findable("route:university-talk-in-confidence")
    assert findable("route:hbo-talk-in-confidence")


def test_a_changed_perspective_keeps_its_permanent_address(starter):
    starter.run()
    before = dict(ActionPerspective.objects.values_list("slug", "reference"))
    starter.change("perspectives", lambda rows: rows[0]["steps_nl"][0].update(what="Stelt de code opnieuw vast."))

    starter.run()

    assert dict(ActionPerspective.objects.values_list("slug", "reference")) == before
    changed = ActionPerspective.objects.get(slug="gedragscode-levend-houden")
    assert changed.steps.all()[0].what_nl == "Stelt de code opnieuw vast."
