"""What was found, made ready to show: addresses, names and reasons in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from esv.design.context import path_in
from esv.portal import names, reasons
from esv.portal.asking import FACET_NAMES, LAST_PAGE, Asking
from esv.portal.excerpts import excerpt
from esv.search.findings import Finding, Findings, Segment
from esv.search.selectors import PAGE_SIZE

NEAREST_SHOWN = 5
VALUES_SHOWN = 12
OPEN_FACETS = frozenset({"kind", "theme"})


@dataclass(frozen=True, slots=True)
class Result:
    """One finding as shown; ``language`` of the passage and of the title are empty where they are the reader's own."""

    finding: Finding
    href: str
    kind: str
    language: str
    title_language: str
    passage: tuple[Segment, ...]
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet as shown, with the address that chooses it or lets it go."""

    name: str
    code: str
    count: int
    is_chosen: bool
    query: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow the results. ``parameter`` is its name in addresses."""

    name: str
    parameter: str
    choices: list[Choice]
    is_open: bool


def shown_results(findings: Findings, *, language: str) -> list[Result]:
    """The findings for this page, or only the nearest where nothing is good enough."""
    shown = findings.findings if findings.has_good_answer else findings.findings[:NEAREST_SHOWN]
    return [_result(finding, language) for finding in shown]


def shown_facets(findings: Findings, asking: Asking, *, language: str) -> list[Facet]:
    """The facets in which something can be chosen."""
    named = names.of_codes(language)
    return [
        _facet(parameter, facet, findings, asking, named.get(facet, {}))
        for parameter, facet in FACET_NAMES.items()
        if len(findings.facets.get(facet, ())) > 1 or facet in asking.chosen
    ]


def result_pages(findings: Findings, asking: Asking) -> Page[int]:
    """The page of results shown, out of those that can be leafed through."""
    total = min(findings.total, PAGE_SIZE * LAST_PAGE)
    return Paginator(range(total), PAGE_SIZE).get_page(asking.page)


def _result(finding: Finding, language: str) -> Result:
    return Result(
        finding=finding,
        href=path_in(finding.path, language),
        kind=names.kind(finding.kind),
        language=_if_other(finding.language, language),
        title_language=_if_other(_language_of_title(finding), language),
        passage=excerpt(finding.passage),
        reasons=reasons.in_words(finding.reasons, page_language=finding.language),
    )


def _language_of_title(finding: Finding) -> str:
    """A source keeps its own title beside our Dutch summary; everything else has a title in both languages."""
    keeps_its_title = finding.kind == "source" and finding.language == "nl" and finding.original_language
    return finding.original_language if keeps_its_title else finding.language


def _if_other(language: str, reader: str) -> str:
    return "" if language == reader else language


def _facet(parameter: str, facet: str, findings: Findings, asking: Asking, named: Mapping[str, str]) -> Facet:
    values = findings.facets.get(facet, ())
    choices = [
        Choice(
            name=named.get(value.code, value.code),
            code=value.code,
            count=value.count,
            is_chosen=value.is_chosen,
            query=asking.toggled(facet, value.code).query,
        )
        for value in [*(v for v in values if v.is_chosen), *(v for v in values if not v.is_chosen)][:VALUES_SHOWN]
    ]
    is_open = facet in OPEN_FACETS or any(choice.is_chosen for choice in choices)
    return Facet(str(names.FACETS[facet]), parameter, choices, is_open)
