"""Nearest vectors by key, across languages."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esv.search.vectors.embedder import ModelMismatchError, to_unit_rows
from esv.search.vectors.exact import DenseIndex

HASH = "weights"


def make_vectors(rows, seed=0, dim=16, centre=None):
    noise = np.random.default_rng(seed).normal(size=(rows, dim))
    return to_unit_rows(noise if centre is None else noise + centre)


def make_index(vectors, languages=None, **options):
    index = DenseIndex(vectors.shape[1], HASH, **options)
    index.put(range(len(vectors)), languages or ["nl"] * len(vectors), vectors, content_hash=HASH)
    return index


def keys_of(index, query, language="nl", k=5, allowed=None):
    moment = index.rows()
    rows, _ = moment.top(query, language, k, allowed)
    return moment.keys[rows].tolist()


def test_the_nearest_come_first_with_their_inner_product():
    vectors = make_vectors(200)
    query = vectors[7]

    rows, scores = make_index(vectors).rows().top(query, "nl", 10)

    expected = np.argsort(-(vectors @ query), kind="stable")[:10]
    np.testing.assert_array_equal(rows, expected)
    np.testing.assert_allclose(scores, (vectors @ query)[expected], rtol=1e-5)


def test_only_allowed_rows_are_found():
    vectors = make_vectors(200)
    allowed = np.zeros(200, dtype=np.bool_)
    allowed[[3, 50, 199]] = True

    assert sorted(keys_of(make_index(vectors), vectors[7], allowed=allowed)) == [3, 50, 199]
    assert 7 not in keys_of(make_index(vectors), vectors[7], allowed=np.arange(200) != 7)


def test_a_mask_of_another_moment_is_refused():
    index = make_index(make_vectors(20))

    with pytest.raises(ValueError, match="older moment"):
        index.rows().top(make_vectors(1)[0], "nl", 5, np.ones(19, dtype=np.bool_))


def test_a_replaced_vector_is_found_where_it_now_is():
    vectors = make_vectors(100)
    index = make_index(vectors)

    index.put([5], ["nl"], vectors[60:61], content_hash=HASH)

    assert keys_of(index, vectors[60], k=2) == [60, 5]
    assert len(index) == 100


def test_a_removed_vector_is_gone_and_may_come_back():
    vectors = make_vectors(100)
    index = make_index(vectors)

    index.remove([5, 1_000])

    assert 5 not in index
    assert 5 not in keys_of(index, vectors[5])
    index.put([5], ["nl"], vectors[5:6], content_hash=HASH)
    assert keys_of(index, vectors[5], k=1) == [5]


def test_a_moment_does_not_change_while_the_index_does():
    vectors = make_vectors(100)
    index = make_index(vectors)
    before = index.rows()

    index.remove([5])
    index.put(range(200, 500), ["nl"] * 300, make_vectors(300, seed=1), content_hash=HASH)

    rows, _ = before.top(vectors[5], "nl", 1)
    assert before.keys[rows].tolist() == [5]


def test_vectors_of_another_model_are_refused():
    index = make_index(make_vectors(10))

    with pytest.raises(ModelMismatchError):
        index.put([11], ["nl"], make_vectors(1), content_hash="other weights")


def test_vectors_of_another_length_are_refused():
    index = make_index(make_vectors(10))

    with pytest.raises(ValueError, match="shape"):
        index.put([11], ["nl"], make_vectors(1, dim=8), content_hash=HASH)
    with pytest.raises(ValueError, match="16 values"):
        index.rows().top(make_vectors(1, dim=8)[0], "nl", 3)


@pytest.fixture
def two_languages():
    """Pairs that mean the same, 60 in each language; each language has a corner of its own."""
    meaning = np.random.default_rng(5).normal(size=(60, 64))
    dutch, english = np.eye(64)[0] * 12, np.eye(64)[1] * 12
    return to_unit_rows(np.concatenate([meaning + dutch, meaning + english]))


def test_a_translation_stands_beside_the_original(two_languages):
    index = make_index(two_languages, ["nl"] * 60 + ["en"] * 60)

    found = [set(keys_of(index, two_languages[row], k=2)) for row in range(60)]

    assert sum(keys == {row, row + 60} for row, keys in enumerate(found)) >= 58
    plain = two_languages[:60] @ two_languages.T
    assert not np.any(np.argsort(-plain)[:, 1] >= 60)


def test_with_fewer_than_fifty_rows_a_language_is_not_shifted(two_languages):
    index = make_index(two_languages, ["nl"] * 60 + ["en"] * 60)
    index.remove(range(60, 71))

    rows, scores = index.rows().top(two_languages[3], "nl", 109)

    np.testing.assert_allclose(scores, index.rows().vectors[rows] @ two_languages[3], rtol=1e-5, atol=1e-6)


def test_scores_of_the_questions_own_language_are_plain(two_languages):
    index = make_index(two_languages, ["nl"] * 60 + ["en"] * 60)
    english = np.arange(120) >= 60

    rows, scores = index.rows().top(two_languages[70], "en", 60, english)

    np.testing.assert_allclose(scores, two_languages[rows] @ two_languages[70], rtol=1e-5, atol=1e-6)


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    dutch=st.integers(50, 90),
    english=st.integers(50, 90),
    distance=st.floats(0, 8),
    language=st.sampled_from(["nl", "en", "de"]),
)
def test_the_shift_never_changes_the_order_within_a_language(seed, dutch, english, distance, language):
    corners = np.repeat([np.eye(16)[0] * distance, np.eye(16)[1] * distance], [dutch, english], axis=0)
    vectors = make_vectors(dutch + english, seed=seed, centre=corners)
    query = make_vectors(1, seed=seed ^ 1)[0]
    languages = np.array(["nl"] * dutch + ["en"] * english)

    found, _ = make_index(vectors, languages.tolist()).rows().top(query, language, 40)

    plain = np.argsort(-(vectors @ query), kind="stable")
    for name in ("nl", "en"):
        of_language = [row for row in found if languages[row] == name]
        assert of_language == [row for row in plain if languages[row] == name][: len(of_language)]


@settings(max_examples=40, deadline=None)
@given(
    changes=st.lists(st.tuples(st.sampled_from(["put", "remove"]), st.integers(0, 12), st.integers(0, 40)), max_size=60)
)
def test_after_any_changes_the_index_answers_as_if_built_at_once(changes):
    vectors = make_vectors(41)
    index, expected = DenseIndex(16, HASH), {}
    for change, key, row in changes:
        if change == "put":
            index.put([key], ["nl"], vectors[row : row + 1], content_hash=HASH)
            expected[key] = row
        else:
            index.remove([key])
            expected.pop(key, None)

    moment = index.rows()
    rows, scores = moment.top(vectors[0], "nl", 20)

    assert set(moment.keys[rows].tolist()) == set(expected)
    assert sorted(scores.tolist(), reverse=True) == scores.tolist()
    for key, score in zip(moment.keys[rows].tolist(), scores, strict=True):
        assert score == pytest.approx(vectors[expected[key]] @ vectors[0], abs=1e-5)


@pytest.mark.parametrize("sign_bits_beyond", [100, 100_000])
def test_many_questions_at_once_get_what_each_gets_alone(two_languages, sign_bits_beyond):
    moment = make_index(two_languages, ["nl"] * 60 + ["en"] * 60, sign_bits_beyond=sign_bits_beyond).rows()
    queries, languages = two_languages[20:100], ["nl"] * 40 + ["en"] * 40

    together = moment.top_batch(queries, languages, 5)

    alone = [moment.top(query, language, 5) for query, language in zip(queries, languages, strict=True)]
    assert [rows.tolist() for rows, _ in together] == [rows.tolist() for rows, _ in alone]


@pytest.fixture(scope="module")
def many_vectors():
    """6,000 rows in clouds of twenty, as texts on the same subject are."""
    rng = np.random.default_rng(9)
    subjects = np.repeat(rng.normal(size=(300, 64)), 20, axis=0)
    return to_unit_rows(subjects + 0.5 * rng.normal(size=subjects.shape) + 2)


def test_the_shortlist_of_sign_bits_keeps_the_nearest(many_vectors):
    quick = make_index(many_vectors, sign_bits_beyond=1_000)

    found = [set(keys_of(quick, query, k=10)) for query in many_vectors[::100]]

    exact = make_index(many_vectors)
    expected = [set(keys_of(exact, query, k=10)) for query in many_vectors[::100]]
    kept = sum(len(one & other) for one, other in zip(found, expected, strict=True))
    assert quick.rows().signs is not None
    assert kept >= 0.99 * 10 * len(expected)


def test_rows_that_came_after_the_sign_bits_are_found_too(many_vectors):
    index = make_index(many_vectors, sign_bits_beyond=1_000)

    index.put([10_000], ["fr"], many_vectors[0:1], content_hash=HASH)
    index.remove([0])

    assert keys_of(index, many_vectors[0], "fr", k=1) == [10_000]
