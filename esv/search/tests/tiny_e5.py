"""A made-up e5 model: its weights file, byte by byte, and what its network should compute."""

import math
import struct
from dataclasses import dataclass, field

import numpy as np

HIDDEN, HEADS, LAYERS, INNER, POSITIONS, TYPES = 64, 2, 2, 96, 16, 2
PIECES = [
    "<s>",
    "<pad>",
    "</s>",
    "<unk>",
    "▁",
    "▁query",
    "▁passage",
    ":",
    "▁melding",
    "mel",
    "ding",
    "▁zorg",
    "na",
    "<mask>",
]
SCORES = [0.0, 0.0, 0.0, 0.0, -4.0, -3.0, -3.0, -2.0, -5.0, -6.0, -6.0, -5.0, -5.5, 0.0]
NORMALISATION = {0x09: " ", 0x01: "", 0xFB01: "fi"}
EPSILON = 1e-5


@dataclass
class TinyE5:
    """Tensors by name; four-bit ones as (scales, values 0-15), the rest as float32."""

    floats: dict[str, np.ndarray] = field(default_factory=dict)
    blocks: dict[str, tuple[np.ndarray, np.ndarray]] = field(default_factory=dict)

    def weight(self, name):
        scales, values = self.blocks[name]
        real = (values.astype(np.float32) - 8) * scales.astype(np.float32)[..., None]
        return real.reshape(len(real), -1)


def make_tiny_e5(seed=1):
    rng = np.random.default_rng(seed)
    model = TinyE5()

    def add_linear(name, rows, columns):
        scales = rng.uniform(0.01, 0.03, (rows, columns // 32)).astype(np.float16)
        model.blocks[f"{name}.w"] = scales, rng.integers(0, 16, (rows, columns // 32, 32), dtype=np.uint8)
        model.floats[f"{name}.b"] = rng.normal(0, 0.1, rows).astype(np.float32)

    def add_normalisation(name):
        model.floats[f"{name}.w"] = rng.uniform(0.8, 1.2, HIDDEN).astype(np.float32)
        model.floats[f"{name}.b"] = rng.normal(0, 0.1, HIDDEN).astype(np.float32)

    add_linear("emb.word", len(PIECES), HIDDEN)
    model.blocks["emb.word"] = model.blocks.pop("emb.word.w")
    del model.floats["emb.word.b"]
    model.floats["emb.pos"] = rng.normal(0, 0.2, (POSITIONS, HIDDEN)).astype(np.float32)
    model.floats["emb.type"] = rng.normal(0, 0.2, (TYPES, HIDDEN)).astype(np.float32)
    add_normalisation("emb.ln")
    for layer in range(LAYERS):
        for part in ("q", "k", "v", "ao"):
            add_linear(f"l{layer}.{part}", HIDDEN, HIDDEN)
        add_linear(f"l{layer}.fi", INNER, HIDDEN)
        add_linear(f"l{layer}.fo", HIDDEN, INNER)
        add_normalisation(f"l{layer}.aln")
        add_normalisation(f"l{layer}.oln")
    return model


def to_bytes(model):
    """The file as RETRIEVAL's description of ``e5-small-q4.bin`` lays it out."""
    blob = "".join(PIECES).encode()
    ends = np.cumsum([0, *(len(piece.encode()) for piece in PIECES)]).astype("<u4")
    characters = b"".join(
        struct.pack(f"<IB{len(text)}I", code_point, len(text), *map(ord, text))
        for code_point, text in NORMALISATION.items()
    )
    head = b"E5S1" + struct.pack("<I7ifi", 1, HIDDEN, LAYERS, HEADS, INNER, len(PIECES), POSITIONS, TYPES, EPSILON, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(blob))
    head += ends.tobytes() + np.array(SCORES, dtype="<f4").tobytes() + blob
    head += struct.pack("<iI", len(NORMALISATION), len(characters)) + characters
    return head + _tensors(model, len(head))


def _tensors(model, start):
    contents = {name: (0, values.size, values.astype("<f4").tobytes()) for name, values in model.floats.items()}
    for name, (scales, values) in model.blocks.items():
        contents[name] = (1, values.size, _pack(scales, values))
    offset = start + 4 + sum(2 + len(name) + 21 for name in contents)
    directory, data = struct.pack("<i", len(contents)), b""
    for name, (kind, elements, content) in contents.items():
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", kind, elements, offset + len(data), len(content))
        data += content
    return directory + data


def _pack(scales, values):
    halves = values[..., :16] | (values[..., 16:] << 4)
    return np.concatenate([scales.astype("<f2")[..., None].view(np.uint8), halves], axis=-1).tobytes()


def expected_vector(model, ids):
    """The unit vector of these token ids, by the textbook."""
    state = model.weight("emb.word")[ids] + model.floats["emb.pos"][: len(ids)] + model.floats["emb.type"][0]
    state = _normalise(model, "emb.ln", state)
    for layer in range(LAYERS):
        name = f"l{layer}"
        state = _normalise(model, f"{name}.aln", state + _linear(model, f"{name}.ao", _attend(model, name, state)))
        inner = _linear(model, f"{name}.fi", state)
        bent = 0.5 * inner * (1 + np.vectorize(math.erf)(inner / math.sqrt(2)))
        state = _normalise(model, f"{name}.oln", state + _linear(model, f"{name}.fo", bent))
    mean = state.mean(axis=0)
    return mean / np.linalg.norm(mean)


def _attend(model, name, state):
    size = HIDDEN // HEADS
    query, key, value = (_linear(model, f"{name}.{part}", state) for part in "qkv")
    heads = []
    for head in range(HEADS):
        part = slice(head * size, (head + 1) * size)
        weights = np.exp(query[:, part] @ key[:, part].T / math.sqrt(size))
        heads.append(weights / weights.sum(axis=1, keepdims=True) @ value[:, part])
    return np.concatenate(heads, axis=1)


def _linear(model, name, state):
    return state @ model.weight(f"{name}.w").T + model.floats[f"{name}.b"]


def _normalise(model, name, state):
    centred = state - state.mean(axis=1, keepdims=True)
    scaled = centred / np.sqrt((centred**2).mean(axis=1, keepdims=True) + EPSILON)
    return scaled * model.floats[f"{name}.w"] + model.floats[f"{name}.b"]
