"""Writes the vocabulary of the weights as a tokenizer of the ``tokenizers`` library."""

import unicodedata
from collections import defaultdict

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from esv.search.vectors.e5_weights import Vocabulary


def build_tokenizer(vocabulary: Vocabulary) -> Tokenizer:
    """Text to ids: replace characters, cut at white space, choose the likeliest pieces, mark begin and end."""
    tokenizer = Tokenizer(
        models.Unigram(list(zip(vocabulary.pieces, vocabulary.scores, strict=True)), unk_id=vocabulary.unk)
    )
    tokenizer.normalizer = _normalizer(vocabulary.normalisation)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(prepend_scheme="always")]
    )
    marks = [(vocabulary.pieces[index], index) for index in (vocabulary.bos, vocabulary.eos)]
    template = f"{marks[0][0]} $A {marks[1][0]}"
    tokenizer.post_processor = processors.TemplateProcessing(single=template, special_tokens=marks)
    return tokenizer


def _normalizer(replacements: dict[int, str]) -> normalizers.Normalizer:
    """Unicode NFKC, preceded by the replacements in which the map differs from it."""
    groups: dict[str, list[int]] = defaultdict(list)
    for code_point, text in replacements.items():
        if unicodedata.normalize("NFKC", chr(code_point)) != text:
            groups[text].append(code_point)
    steps = [normalizers.Replace(_any_of(code_points), text) for text, code_points in groups.items()]
    return normalizers.Sequence([*steps, normalizers.NFKC()])


def _any_of(code_points: list[int]) -> Regex:
    return Regex("[" + "".join(f"\\x{{{code_point:X}}}" for code_point in code_points) + "]")
