"""Asking a question and seeing what is known. What is asked is neither logged nor kept."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from esv.design.context import path_in
from esv.portal import names, results
from esv.portal.asking import Asking
from esv.portal.forms import QuestionForm
from esv.search import selectors
from esv.search.findings import Findings

SHORTEST_TO_SUGGEST = 3
LONGEST_TO_SUGGEST = 60


@csrf_exempt  # it only reads, and there is no cookie that another site could make use of
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Search for what answers a question.

    A question that fits in an address is sent on to it, so that it can be shared and the way back works. A longer
    one is answered here, so that it does not appear in an address.
    """
    is_sent = request.method == "POST"
    asking = Asking.read(_sent(request))
    form = QuestionForm({"vraag": asking.question}) if is_sent or "vraag" in request.GET else None
    if form is None or not form.is_valid():
        return _page(request, _waiting(asking, form), status=422 if form else 200)
    if is_sent and asking.fits_in_address:
        return HttpResponseRedirect(f"{reverse('portal:search')}?{asking.query}", status=303)
    return _page(request, _answered(asking, form))


@csrf_exempt  # it only reads, and there is no cookie that another site could make use of
@require_POST
def suggestions(request: HttpRequest) -> HttpResponse:
    """Titles and terms that fit what is being typed, as a part of a page. It comes by POST to stay out of addresses."""
    beginning = request.POST.get("vraag", "").strip().replace("\x00", "")
    language = get_language() or "nl"
    found = []
    if SHORTEST_TO_SUGGEST <= len(beginning) <= LONGEST_TO_SUGGEST:
        found = selectors.suggest(beginning, language=language)
    shown = [
        {
            "text": suggestion.text,
            "kind": names.kind(suggestion.kind),
            "href": path_in(suggestion.path, language),
            "language": suggestion.language if suggestion.language != language else "",
        }
        for suggestion in found
    ]
    return render(request, "portal/suggestions.html", {"suggestions": shown})


def _sent(request: HttpRequest) -> QueryDict:
    return request.POST if request.method == "POST" else request.GET


def _waiting(asking: Asking, form: QuestionForm | None) -> dict[str, Any]:
    """The page before an answer: nothing asked yet, or something that cannot be searched."""
    errors = list(form.errors.get("vraag", [])) if form else []
    return {"asking": asking, "errors": errors, "findings": None}


def _answered(asking: Asking, form: QuestionForm) -> dict[str, Any]:
    findings = _find(asking, form.cleaned_data["vraag"])
    language = get_language() or "nl"
    return {
        "asking": asking,
        "errors": [],
        "findings": findings,
        "results": results.shown_results(findings, language=language),
        "facets": results.shown_facets(findings, asking, language=language) if _can_narrow(findings, asking) else [],
        "pages": results.result_pages(findings, asking),
        "corrections": findings.corrections.items(),
        "literal_query": asking.literal(is_literal=True).query,
        "corrected_query": asking.literal(is_literal=False).query,
        "wider_query": asking.without_narrowing().query,
        "pages_query": f"?{asking.at(1).query}&pagina=",
    }


def _can_narrow(findings: Findings, asking: Asking) -> bool:
    """Whether there is an answer to narrow, or a choice to take back."""
    return findings.has_good_answer or any(asking.chosen.values())


def _find(asking: Asking, question: str) -> Findings:
    first = (asking.page - 1) * selectors.PAGE_SIZE
    return selectors.find(question, chosen=asking.chosen, first=first, corrects=not asking.is_literal)


def _page(request: HttpRequest, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """The whole page, or the part of it with the answer when the script of the page asks for that."""
    wants_part = request.headers.get("HX-Request") == "true" and request.headers.get("HX-Request-Type") != "full"
    part = "#answer" if wants_part else ""
    response = render(request, f"portal/search.html{part}", context, status=status)
    patch_vary_headers(response, ["HX-Request", "HX-Request-Type"])
    patch_cache_control(response, private=True, no_cache=True)
    return response
