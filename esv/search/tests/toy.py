"""A small shelf of invented texts, and a model that knows which words mean the same."""

import hashlib

import numpy as np

from esv.search.passages import Passage, passages_of

_SAME_MEANING = [
    {"intimidatie", "pesten", "treiteren", "harassment", "bullying", "plagen"},
    {"klacht", "klachten", "klachtencommissie", "complaint", "complaints", "bezwaar"},
    {"nazorg", "aftercare", "opvang", "steun"},
    {"promovendus", "promovendi", "phd", "doctoral", "aio"},
    {"fiets", "fietsen", "bicycle", "fietsenstalling"},
]


class ToyModel:
    """Unit vectors in which words of the same meaning, in any language, are one direction."""

    name = "toy"
    dim = 64
    max_tokens = 256
    content_hash = "toy"

    def __init__(self):
        self.asked = []

    def embed_queries(self, texts):
        self.asked.extend(texts)
        return self.embed_passages(texts)

    def embed_passages(self, texts):
        return np.stack([_vector(text) for text in texts]) if texts else np.zeros((0, self.dim), dtype=np.float32)


def _vector(text):
    total = np.full(ToyModel.dim, 0.02, dtype=np.float32)
    for word in text.lower().replace(".", " ").replace("?", " ").replace(",", " ").split():
        total += 0.1 * _direction(word)
        total += sum(_direction(str(number)) for number, words in enumerate(_SAME_MEANING) if word in words)
    return total / np.linalg.norm(total)


def _direction(word):
    seed = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=4).digest())
    return np.random.default_rng(seed).standard_normal(ToyModel.dim).astype(np.float32) / 8


SHELF = [
    ("source:commissie", "nl", "Klachtencommissie", "Hoe een klachtencommissie klachten over intimidatie behandelt."),
    ("source:nazorg", "nl", "Nazorg", "Wat melders na afloop aan nazorg nodig hebben van hun leidinggevende."),
    ("source:promovendi", "nl", "Promovendi", "Promovendi zijn afhankelijk van hun begeleider en vragen zelden hulp."),
    ("source:gedragscode", "nl", "Gedragscode", "Een gedragscode werkt als het team hem elk jaar bespreekt."),
    ("source:vertrouwen", "nl", "Vertrouwenspersonen", "Een vertrouwenspersoon luistert en zoekt met je een weg."),
    ("source:fiets", "nl", "Fietsenstalling", "De fietsenstalling bij het station is verbouwd."),
    ("source:bullying", "en", "Bullying", "How universities prevent bullying among staff and what works."),
    ("source:complaints", "en", "Complaint handling", "Handling complaints fairly: lessons from ombuds officers."),
]


def shelf() -> list[Passage]:
    return [
        passage
        for item, language, title, text in SHELF
        for passage in passages_of(item, item.split(":")[0], language, title, text)
    ]


def vectors_of(passages: list[Passage]):
    made = ToyModel().embed_passages([passage.full_text for passage in passages])
    return {passage.key: vector for passage, vector in zip(passages, made, strict=True)}
