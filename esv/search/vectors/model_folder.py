"""The folder of a converted model: its files and the card that says what they are."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

CARD = "model.json"
ENCODER = "encoder.onnx"
WORD_VECTORS = "word_vectors.npy"
VOCABULARY = "vocabulary.json"
PARTS = (ENCODER, WORD_VECTORS, VOCABULARY)


class ModelFolderError(ValueError):
    """The folder holds no model that can be used."""


@dataclass(frozen=True)
class ModelCard:
    """What is in the folder.

    ``content_hash`` names the weights and the way they were converted; ``files`` holds the sha256 of every part.
    """

    name: str
    dim: int
    max_tokens: int
    content_hash: str
    source: str
    source_sha256: str
    files: dict[str, str]


def read_card(folder: Path) -> ModelCard:
    """The card of a converted model.

    Raises:
        ModelFolderError: there is no card, or it is not one of ours.
    """
    try:
        return ModelCard(**json.loads((folder / CARD).read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise ModelFolderError(f"no {CARD} in {folder}: convert the model first") from error
    except (ValueError, TypeError) as error:
        raise ModelFolderError(f"{CARD} in {folder} is damaged: {error}") from error


def write_card(folder: Path, card: ModelCard) -> None:
    """Write the card as the last file of a conversion."""
    (folder / CARD).write_text(json.dumps(asdict(card), indent=2) + "\n", encoding="utf-8")


def file_sha256(path: Path) -> str:
    """Hexadecimal sha256 of a file of any size."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def holds(folder: Path, content_hash: str) -> bool:
    """Whether this very model is in the folder, every file undamaged (reads all of it, about 0.1 s)."""
    try:
        card = read_card(folder)
        digests = {part: file_sha256(folder / part) for part in PARTS}
    except (ModelFolderError, FileNotFoundError):
        return False
    return card.content_hash == content_hash and card.files == digests
