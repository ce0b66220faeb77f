"""Every kind of page and state of the site, for tests that visit them all."""

from urllib.parse import quote

from django.urls import reverse

from esv.evaluation.models import Promise
from esv.glossary.models import Concept, DisputedTerm
from esv.knowledge.models import ActionPerspective, Dilemma, Exercise, Figure, Source
from esv.network.models import Initiative, Institution, RoleRoute, SupportChannel
from esv.portal.shelves import SHELVES

SEARCHES = {
    "an answer": "/zoeken/?vraag=nazorg+na+een+melding",
    "narrowed": "/zoeken/?vraag=nazorg&soort=source&taal=en",
    "a correction": "/zoeken/?vraag=" + quote("intimdatie op de werkvloer"),
    "the words as typed": "/zoeken/?vraag=intimdatie&letterlijk=ja",
    "nothing": "/zoeken/?vraag=" + quote("xqzjk vwpf"),
    "right to left": "/zoeken/?vraag=" + quote("كيف أبلغ عن التحرش؟"),
    "a second page": "/zoeken/?vraag=melding&pagina=2",
    "nothing asked": "/zoeken/",
    "an empty question": "/zoeken/?vraag=",
    "too long a question": "/zoeken/?vraag=" + "a" * 5001,
}


def general() -> list[str]:
    """Addresses of the pages that are there without a catalogue, and of the shelves."""
    names = ("home", "catalogue", "about", "accessibility", "themes")
    pages = [reverse(f"portal:{name}") for name in names]
    return [*pages, *(shelf.address for shelf in SHELVES), reverse("glossary:terms"), reverse("design:styleguide")]


def items() -> list[str]:
    """The address of one item of each kind, and of those that look different from others of their kind."""
    things = [
        Source.objects.filter(language="en", is_verified=True).first(),
        Source.objects.filter(is_verified=False).first(),
        Source.objects.instruments().first(),
        ActionPerspective.objects.first(),
        Figure.objects.filter(comparisons__is_comparable=False).first(),
        Figure.objects.exclude(definition=None).first(),
        Dilemma.objects.first(),
        Exercise.objects.first(),
        Concept.objects.in_glossary().filter(disputes__isnull=False).first(),
        Concept.objects.in_glossary().exclude(verification_note="").first(),
        Concept.objects.themes().exclude(broader=None).first(),
        Concept.objects.themes().filter(broader=None).first(),
        DisputedTerm.objects.first(),
        Institution.objects.first(),
        Initiative.objects.first(),
        SupportChannel.objects.filter(is_verified=True).first(),
        RoleRoute.objects.first(),
    ]
    return [thing.path for thing in things if thing is not None]


def everything() -> list[str]:
    """Every public item of every shelf, by its address."""
    return [thing.path for shelf in SHELVES for thing in shelf.entries()]


def promise_not_in_force() -> Promise:
    """A promise that may not be seen, because it is not in force."""
    return Promise.objects.exclude(pk__in=Promise.objects.in_force())[0]
