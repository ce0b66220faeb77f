"""Entries for tests."""

from esv.search.entries import Entry, EntryText


def entry(key: str = "source:nazorg", *, nl: str = "", en: str = "", title: str = "", **fields) -> Entry:
    kind, _, slug = key.partition(":")
    texts = {}
    if nl or not en:
        texts["nl"] = EntryText(
            title=title or "Nazorg na een melding", body=nl or "Zo richt je nazorg in voor het team."
        )
    if en:
        texts["en"] = EntryText(title=title or "Aftercare", body=en)
    return Entry(key=key, kind=kind, path=f"/{kind}/{slug}/", texts=texts, **fields)
