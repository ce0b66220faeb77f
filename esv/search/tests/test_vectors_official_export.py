"""A folder with the official ONNX export instead of ours."""

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, pre_tokenizers

from esv.search.vectors.onnx_e5 import OnnxE5


@pytest.fixture
def official_folder(tmp_path):
    """A network that only looks up words; inputs and outputs are those of the export."""
    table = np.random.default_rng(3).normal(size=(4, 8)).astype(np.float32)
    names = ["input_ids", "attention_mask", "token_type_ids"]
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"]) for name in names]
    output = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "tokens", 8])
    node = helper.make_node("Gather", ["table", "input_ids"], ["last_hidden_state"])
    graph = helper.make_graph([node], "official", inputs, [output], [numpy_helper.from_array(table, "table")])
    onnx.save(
        helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8),
        str(tmp_path / "model.onnx"),
    )
    words = Tokenizer(models.WordLevel({"[UNK]": 0, "query:": 1, "passage:": 2, "zorg": 3}, unk_token="[UNK]"))
    words.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    words.save(str(tmp_path / "tokenizer.json"))
    return tmp_path, table


def test_the_official_export_is_pooled_over_its_tokens(official_folder):
    folder, table = official_folder

    vector = OnnxE5(folder).embed_passages(["zorg"])[0]

    mean = (table[2] + table[3]) / 2
    np.testing.assert_allclose(vector, mean / np.linalg.norm(mean), rtol=1e-5)


def test_the_official_export_is_known_by_its_weights(official_folder):
    folder, _ = official_folder

    embedder = OnnxE5(folder)

    assert embedder.dim == 8
    assert len(embedder.content_hash) == 64
