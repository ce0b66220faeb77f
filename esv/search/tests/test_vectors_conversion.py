"""From the file of weights to a folder that can be used."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from esv.search.tests.tiny_e5 import expected_vector, make_tiny_e5, to_bytes
from esv.search.vectors import convert_e5
from esv.search.vectors.e5_weights import WeightsError
from esv.search.vectors.model_folder import ModelFolderError, holds, read_card
from esv.search.vectors.onnx_e5 import OnnxE5
from esv.search.vectors.reference import ReferenceMismatchError, ReferenceText, stored_references


@pytest.fixture
def weights_file(tmp_path):
    path = tmp_path / "weights.bin"
    path.write_bytes(to_bytes(make_tiny_e5()))
    return path


@pytest.fixture
def steps():
    return []


@pytest.fixture
def convert(weights_file, tmp_path, steps):
    def run(references=(), expected_sha256=None):
        return convert_e5.convert(
            weights_file,
            tmp_path / "model",
            source="made up",
            expected_sha256=expected_sha256,
            references=list(references),
            say=steps.append,
        )

    return run


def test_the_converted_network_computes_what_the_weights_say(convert, tmp_path):
    convert()

    vectors = OnnxE5(tmp_path / "model").embed_queries(["melding"])

    ids = [0, 5, 7, 8, 2]  # <s> ▁query : ▁melding </s>
    assert vectors[0] @ expected_vector(make_tiny_e5(), ids) > 0.999


def test_vectors_have_length_one_and_one_row_a_text(convert, tmp_path):
    convert()
    embedder = OnnxE5(tmp_path / "model")

    vectors = embedder.embed_passages(["melding", "", "zorg na melding " * 50])

    assert vectors.shape == (3, embedder.dim)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, rtol=1e-5)
    assert embedder.embed_passages([]).shape == (0, embedder.dim)


def test_a_vector_does_not_depend_on_the_texts_beside_it(convert, tmp_path):
    convert()
    embedder = OnnxE5(tmp_path / "model")

    together = embedder.embed_passages(["melding", "zorg na melding", "zorg"])

    np.testing.assert_array_equal(together[1], embedder.embed_passages(["zorg na melding"])[0])


def test_questions_and_passages_are_told_apart(convert, tmp_path):
    convert()
    embedder = OnnxE5(tmp_path / "model")

    assert not np.array_equal(embedder.embed_queries(["zorg"]), embedder.embed_passages(["zorg"]))


def test_text_beyond_the_longest_is_ignored(convert, tmp_path):
    convert()
    embedder = OnnxE5(tmp_path / "model")

    longer = embedder.embed_passages(["zorg " * 40, "zorg " * 90])

    np.testing.assert_array_equal(longer[0], longer[1])


def test_many_threads_get_what_one_gets(convert, tmp_path):
    convert()
    embedder = OnnxE5(tmp_path / "model")
    texts = ["melding", "zorg", "zorg na melding", "na"] * 8

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda text: embedder.embed_queries([text])[0], texts))

    np.testing.assert_array_equal(np.array(found), embedder.embed_queries(texts))


def test_a_second_conversion_does_nothing(convert, tmp_path, steps):
    first = convert()
    made = (tmp_path / "model" / "encoder.onnx").stat().st_mtime_ns
    steps.clear()

    second = convert()

    assert second.content_hash == first.content_hash
    assert (tmp_path / "model" / "encoder.onnx").stat().st_mtime_ns == made
    assert steps == ["multilingual-e5-small, 4 bits: already converted"]


def test_a_damaged_folder_is_converted_again(convert, tmp_path):
    card = convert()
    (tmp_path / "model" / "word_vectors.npy").write_bytes(b"half a file")

    convert()

    assert holds(tmp_path / "model", card.content_hash)


def test_other_weights_have_another_hash(convert, weights_file):
    first = convert()
    weights_file.write_bytes(to_bytes(make_tiny_e5(seed=2)))

    assert convert().content_hash != first.content_hash


def test_a_model_that_fails_the_check_leaves_the_folder_as_it_was(convert, tmp_path, weights_file):
    good = convert()
    weights_file.write_bytes(to_bytes(make_tiny_e5(seed=2)))
    wrong = ReferenceText("query", "melding", np.eye(64, dtype=np.float32)[0])

    with pytest.raises(ReferenceMismatchError, match="cosine"):
        convert(references=[wrong])

    assert read_card(tmp_path / "model").content_hash == good.content_hash
    assert sorted(path.name for path in tmp_path.iterdir()) == ["model", "weights.bin"]


def test_weights_of_another_version_are_not_converted(convert, tmp_path):
    with pytest.raises(WeightsError, match="expected"):
        convert(expected_sha256="0" * 64)

    assert not (tmp_path / "model").exists()


def test_an_empty_folder_is_no_model(tmp_path):
    with pytest.raises(ModelFolderError, match=r"model\.onnx"):
        OnnxE5(tmp_path)


def test_a_folder_without_its_vocabulary_is_no_model(convert, tmp_path):
    convert()
    (tmp_path / "model" / "vocabulary.json").unlink()

    with pytest.raises(ModelFolderError, match=r"vocabulary\.json"):
        OnnxE5(tmp_path / "model")


def test_the_command_says_why_it_failed(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(convert_e5, "PACKAGE", "a_package_that_is_not_there")

    assert convert_e5.main(["--out", str(tmp_path / "model")]) == 1
    assert "install a_package_that_is_not_there" in capsys.readouterr().err


def test_the_model_in_the_package_converts_and_finds_meaning_across_languages(tmp_path, capsys):
    status = convert_e5.main(["--out", str(tmp_path / "model")])

    embedder = OnnxE5(tmp_path / "model")
    question = embedder.embed_queries(["Wat doet een vertrouwenspersoon?"])[0]
    passages = embedder.embed_passages(
        [
            "A confidential adviser listens and explains which steps are possible.",
            "The train to Utrecht leaves at noon.",
        ]
    )
    assert status == 0
    assert "lowest cosine 0.99" in capsys.readouterr().out
    assert passages[0] @ question > passages[1] @ question + 0.05
    assert (embedder.dim, embedder.max_tokens, len(stored_references())) == (384, 256, 6)
