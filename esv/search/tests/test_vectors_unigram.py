"""Cutting text into word pieces, compared with the library that defines it."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from esv.search.vectors.convert_e5 import package_weights
from esv.search.vectors.e5_weights import read_weights
from esv.search.vectors.unigram import UnigramTokenizer, load_tokenizer, save_vocabulary

TEXTS = [
    "query: Hoe richten we nazorg in na een melding?",
    "Klachtencommissie ongewenste omgangsvormen, artikel 5.2 lid 3 (ABRvS 2021)",
    "  dubbele   spaties\ten\nregels\u00a0  ",
    "naïve façade café ﬁnal ½ „aanhaling” — emoji 😀😀 €5 \u200bnul",
    "Łódź ВКонтакте 中文字符 العربية \u12345\U0001f9ff\U0001faf8x",
    "e\u0301 samengesteld, ﷺ, \x01\x7f",
    "",
    "x" * 700,
]


@pytest.fixture(scope="module")
def vocabulary():
    return read_weights(package_weights()).vocabulary


@pytest.fixture(scope="module")
def tokenizer(vocabulary):
    return UnigramTokenizer(vocabulary)


@pytest.fixture(scope="module")
def library(vocabulary):
    """The same vocabulary in ``tokenizers``."""
    pieces = list(zip(vocabulary.pieces, vocabulary.scores, strict=True))
    reference = Tokenizer(models.Unigram(pieces, unk_id=vocabulary.unk))
    steps = [
        normalizers.Replace(Regex(f"\\x{{{code_point:X}}}"), text)
        for code_point, text in vocabulary.normalisation.items()
        if unicodedata.normalize("NFKC", chr(code_point)) != text
    ]
    reference.normalizer = normalizers.Sequence([*steps, normalizers.NFKC()])
    reference.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(prepend_scheme="always")]
    )
    marks = [("<s>", vocabulary.bos), ("</s>", vocabulary.eos)]
    reference.post_processor = processors.TemplateProcessing(single="<s> $A </s>", special_tokens=marks)
    reference.enable_truncation(256)
    return reference


@pytest.mark.parametrize("text", TEXTS)
def test_known_texts_are_cut_as_the_library_cuts_them(tokenizer, library, text):
    assert tokenizer.ids(text, 256) == library.encode(text).ids


@settings(max_examples=300, deadline=None)
@given(
    text=st.text(st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=80).filter(lambda text: "<" not in text)
)
def test_any_latin_text_is_cut_as_the_library_cuts_it(tokenizer, library, text):
    assert tokenizer.ids(text, 256) == library.encode(text).ids


def test_a_mark_written_in_a_text_is_only_text(tokenizer, vocabulary):
    assert tokenizer.ids("</s> <s>", 256)[1:-1].count(vocabulary.eos) == 0


def test_a_saved_vocabulary_cuts_the_same(tokenizer, vocabulary, tmp_path):
    save_vocabulary(tmp_path / "vocabulary.json", vocabulary)

    loaded = load_tokenizer(tmp_path / "vocabulary.json")

    assert [loaded.ids(text, 256) for text in TEXTS] == [tokenizer.ids(text, 256) for text in TEXTS]
