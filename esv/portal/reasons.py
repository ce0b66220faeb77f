"""Why something was found, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from esv.search.findings import Reason

MOST_SHOWN = 4


def in_words(reasons: Sequence[Reason], *, page_language: str) -> list[str]:
    """Tell in a few short phrases why something was found, the plainest first.

    Args:
        reasons: as search gives them.
        page_language: language of the text that was found.
    """
    same = list(dict.fromkeys(reason.found or reason.asked for reason in reasons if reason.kind == "word"))
    told = [_words(same)] if same else []
    told += [SENTENCES[reason.kind](reason, page_language) for reason in reasons if reason.kind in SENTENCES]
    return list(dict.fromkeys(filter(None, told)))[:MOST_SHOWN]


def _words(words: Iterable[str]) -> str:
    quoted = [f"“{word}”" for word in words][:MOST_SHOWN]
    return ngettext("word %(words)s", "words %(words)s", len(quoted)) % {"words": ", ".join(quoted)}


def _arrow(reason: Reason, _language: str) -> str:
    return f"{reason.asked} → {reason.found}"


def _spelling(reason: Reason, _language: str) -> str:
    return _("spelling: %(asked)s → %(found)s") % {"asked": reason.asked, "found": reason.found}


def _concept(reason: Reason, _language: str) -> str:
    return _("same concept: %(asked)s → %(found)s") % {"asked": reason.asked, "found": reason.found}


def _similar(reason: Reason, _language: str) -> str:
    return _("looks like: %(asked)s → %(found)s") % {"asked": reason.asked, "found": reason.found}


def _meaning(_reason: Reason, _language: str) -> str:
    return _("same meaning")


def _other_language(_reason: Reason, language: str) -> str:
    return {"nl": _("answers in Dutch"), "en": _("answers in English")}.get(language, "")


SENTENCES: dict[str, Callable[[Reason, str], str]] = {
    "stem": _arrow,
    "compound-part": _arrow,
    "joined-neighbours": _arrow,
    "spelling": _spelling,
    "concept": _concept,
    "similar-spelling": _similar,
    "same-meaning": _meaning,
    "other-language": _other_language,
}
