"""The Dutch texts of the interface: ``python -m house.translations compile | collect | check``.

Source strings are English and stand in Python and in templates. ``collect`` brings the ``.po`` files up to date with
them, ``check`` fails on a string that is missing, fuzzy, no longer used, or has other placeholders than its source.
Works with the ``polib`` and ``babel`` libraries, so that no gettext programs need to be installed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
FOLDERS = ("config", "esv")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%")
KEYWORDS = {
    "gettext": None,
    "gettext_lazy": None,
    "_": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be translated; ``plural`` and ``context`` may be empty."""

    singular: str
    plural: str = ""
    context: str = ""


def compile_all() -> int:
    """Write the ``.mo`` file beside every ``.po`` file."""
    for path in _files():
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))
    return 0


def collect() -> int:
    """Add what is new to the ``.po`` files and take out what is no longer used; tell what is to be translated."""
    found = dict(_found())
    for path in _files():
        kept = {_text(entry): entry for entry in polib.pofile(str(path), wrapwidth=110) if not entry.obsolete}
        fresh = polib.POFile(wrapwidth=110)
        fresh.metadata = polib.pofile(str(path)).metadata
        for text, places in sorted(found.items(), key=lambda pair: (pair[1][0], pair[0].singular)):
            fresh.append(_entry(text, places, kept.get(text)))
        fresh.save(str(path))
        todo = sum(not entry.translated() for entry in fresh)
        print(f"{path.relative_to(ROOT)}: {len(found)} texts, {todo} to be translated")
    return 0


def check() -> int:
    """Say what is wrong with the translations; return 1 when something is."""
    found = dict(_found())
    wrong = [f"{path.parent.parent.name}: {line}" for path in _files() for line in _faults(path, found)]
    print("\n".join(wrong))
    if wrong:
        print("\nRun: python -m house.translations collect; then translate what it names.")
    return bool(wrong)


def _faults(path: Path, found: dict[Text, list[str]]) -> Iterator[str]:
    entries = {_text(entry): entry for entry in polib.pofile(str(path))}
    for text, places in found.items():
        entry = entries.get(text)
        if entry is None or not (entry.msgstr or all(entry.msgstr_plural.values() or [""])):
            yield f"missing: {text.singular!r} ({places[0]})"
        elif entry.fuzzy:
            yield f"fuzzy: {text.singular!r}"
        elif _has_other_placeholders(text, entry):
            yield f"other placeholders than the source: {text.singular!r}"
    yield from (f"no longer used: {text.singular!r}" for text in entries if text not in found)


def _has_other_placeholders(text: Text, entry: polib.POEntry) -> bool:
    """Whether a translation asks for something the source does not give; a singular may leave out the number."""
    given = set(PLACEHOLDER.findall(text.singular + text.plural))
    translations = [entry.msgstr] if entry.msgstr else list(entry.msgstr_plural.values())
    used = [set(PLACEHOLDER.findall(translation)) for translation in translations]
    return any(asked - given for asked in used) or (not text.plural and used[0] != given)


def _files() -> list[Path]:
    return sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))


def _text(entry: polib.POEntry) -> Text:
    return Text(entry.msgid, entry.msgid_plural or "", entry.msgctxt or "")


def _entry(text: Text, places: list[str], known: polib.POEntry | None) -> polib.POEntry:
    entry = known or polib.POEntry(
        msgid=text.singular,
        msgid_plural=text.plural,
        msgctxt=text.context or None,
        msgstr_plural={0: "", 1: ""} if text.plural else {},
    )
    entry.occurrences = [(place, "") for place in sorted(set(places))]
    entry.flags = ["python-format"] if PLACEHOLDER.search(text.singular + text.plural) else []
    return entry


def _found() -> dict[Text, list[str]]:
    """Every text in the sources, with the files it stands in."""
    found: dict[Text, list[str]] = {}
    for path in sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if _has_texts(path)):
        for text in _texts_in(path):
            found.setdefault(text, []).append(str(path.relative_to(ROOT)))
    return found


def _has_texts(path: Path) -> bool:
    is_source = path.suffix == ".py" and not {"tests", "migrations"} & set(path.parts)
    return is_source or (path.suffix in {".html", ".txt"} and "templates" in path.parts)


def _texts_in(path: Path) -> Iterator[Text]:
    from babel.messages.extract import extract
    from django.utils.translation.template import templatize

    source = path.read_text(encoding="utf-8")
    python = source if path.suffix == ".py" else _without_indents(templatize(source, origin=str(path)))
    for _line, message, _comments, context in extract("python", BytesIO(python.encode()), keywords=KEYWORDS):
        singular, plural = message if isinstance(message, tuple) else (message, "")
        yield Text(singular, plural, context or "")


def _without_indents(python: str) -> str:
    """What is left of a template between its texts is no Python, so its indents mean nothing."""
    return "\n".join(line.strip() for line in python.splitlines())


if __name__ == "__main__":
    sys.exit({"compile": compile_all, "collect": collect, "check": check}[sys.argv[1]]())
