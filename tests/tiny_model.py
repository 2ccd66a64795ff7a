"""Make a real, tiny Argos package: a transformer for CTranslate2 that translates word by word, set by hand.

The weights are not trained but written down. An embedding has two parts, a
code of the piece that a word becomes and a code of its place; the decoder's
one attention finds the source word at the place that is being written and
hands its code to the output layer. So every sentence made of the words below
is translated exactly, and letters and figures (and with them placeholders) go
through as they are. Run as a script, it writes both packages to a folder.
"""

import json
import struct
import sys
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
import sentencepiece
from numpy.typing import NDArray

# one piece of Chinese, and the piece of English that stands for it (▁ is SentencePiece's space)
WORDS: Mapping[str, str] = {
    "公司": "▁companies",
    "项目": "▁projects",
    "今年": "▁this▁year",
    "展览": "▁the▁exhibition",
    "开幕": "▁opened",
    "参加": "▁joined",
    "总投资": "▁total▁investment",
    "达到": "▁reached",
    "在": "▁in",
    "由": "▁by",
    "主办": "▁hosted",
    "家": "▁local",
    "有": "▁there▁are",
    "上午": "▁in▁the▁morning",
    "市长": "▁the▁mayor",
    "说": "▁said",
    "新": "▁new",
    "活动主页": "▁home▁page",
    "请看": "▁see",
    "学校": "▁schools",
    "建成": "▁built",
    # what small models do, so that the guards have something to find
    "转圈": "▁round▁and▁round▁and▁round▁and▁round▁and▁round",
    "空白": "▁",
    "，错乱": "▁round▁round▁round▁round▁round▁round",
    "错乱": "▁order",
    "。": ".",
    "，": ",",
    "：": ":",
    "“": "▁“",
    "”": "”",
    "（": "▁(",
    "）": ")",
}
ASCII = "".join(chr(n) for n in range(33, 127))
SPECIAL = ("<unk>", "<s>", "</s>")
LENGTH = 512
"""The longest sentence, in pieces."""

_PLACES = 32  # frequencies of the code of a place
_SHARP = 40.0  # how sure attention and output are


def package(folder: Path, source: str, target: str, *, layers: int = 1, width: int = 512) -> Path:
    """Write the package for ``source`` to ``target`` (zh, en) to ``folder``; return its path.

    ``layers`` and ``width`` only add layers and dimensions that say nothing,
    so that the cost of a larger model can be measured.
    """
    words = dict(WORDS) if source.startswith("z") else _reversed()
    words |= {char: char for char in ASCII if char not in words} | {"▁": "▁"}
    pieces = sorted({*words, *words.values()})
    name = f"translate-{source}_{target}-1_0"
    model = folder / f".{name}"
    model.mkdir(parents=True)
    _spec(words, [*SPECIAL, *pieces], layers, width).save(str(model))
    metadata = {
        "package_version": "1.0",
        "argos_version": "1.9",
        "from_code": source,
        "from_name": {"zh": "Chinese", "zt": "Chinese (traditional)", "en": "English"}[source],
        "to_code": target,
        "to_name": {"zh": "Chinese", "zt": "Chinese (traditional)", "en": "English"}[target],
    }
    path = folder / f"{name}.argosmodel"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        # a ZipInfo has a fixed time: the same words give the same bytes
        archive.writestr(zipfile.ZipInfo(f"{name}/metadata.json"), json.dumps(metadata))
        archive.writestr(zipfile.ZipInfo(f"{name}/sentencepiece.model"), tokenizer(pieces))
        for file in sorted(model.iterdir()):
            info = zipfile.ZipInfo(f"{name}/model/{file.name}")
            archive.writestr(info, file.read_bytes(), zipfile.ZIP_DEFLATED)
            file.unlink()
    model.rmdir()
    return path


def _reversed() -> dict[str, str]:
    words = {english: chinese for chinese, english in WORDS.items()}
    return words | {w.removeprefix("▁"): c for w, c in words.items() if len(w) > 1}


def tokenizer(pieces: Sequence[str]) -> bytes:
    """Return a SentencePiece model of ``pieces``, the longest that fits taken first.

    Its normalisation is none, and no space is put before a text: the form is
    that of sentencepiece_model.proto.
    """

    def varint(number: int) -> bytes:
        out = bytearray()
        while number > 0x7F:
            out.append(number & 0x7F | 0x80)
            number >>= 7
        return bytes([*out, number])

    def field(number: int, data: bytes) -> bytes:
        return varint(number << 3 | 2) + varint(len(data)) + data

    def flag(number: int, value: int) -> bytes:
        return varint(number << 3) + varint(value)

    def piece(text: str, score: float, kind: int) -> bytes:
        return field(1, field(1, text.encode()) + b"\x15" + struct.pack("<f", score) + flag(3, kind))

    kinds = {"<unk>": 2, "<s>": 3, "</s>": 3}
    body = b"".join(piece(text, 0.0, kinds[text]) for text in SPECIAL)
    body += b"".join(piece(text, -1.0 / len(text), 1) for text in pieces)
    trainer = flag(3, 1) + flag(40, 0) + flag(41, 1) + flag(42, 2)
    normalizer = field(1, b"identity") + flag(3, 0) + flag(4, 0) + flag(5, 1)
    made = body + field(2, trainer) + field(3, normalizer)
    sentencepiece.SentencePieceProcessor(model_proto=made)  # raises if it is none
    return made


def _spec(words: Mapping[str, str], vocabulary: Sequence[str], layers: int, width: int) -> Any:
    """Return the transformer, ``width`` dimensions wide: codes of words, of places, and the output's."""
    places = 4 * _PLACES
    half = (width - places) // 2 // 2 * 2
    word, place, out = slice(0, half), slice(half, half + places), slice(half + places, 2 * half + places)
    numbers = {piece: n for n, piece in enumerate(vocabulary)}
    codes = _codes(len(vocabulary), half)

    source = np.zeros((len(vocabulary), width), np.float32)
    for piece, n in numbers.items():
        source[n, word] = codes[numbers[words.get(piece, piece)]]
    target = np.zeros_like(source)
    target[:, word] = codes
    encodings = np.zeros((LENGTH + 2, width), np.float32)
    encodings[:, place] = _place_codes(LENGTH + 2)
    project = np.zeros_like(source)
    project[:, out] = codes * (_SHARP / half)

    spec = ctranslate2.specs.transformer_spec.TransformerSpec.from_config((layers, layers), num_heads=1)
    for side, embeddings in ((spec.encoder.embeddings[0], source), (spec.decoder.embeddings, target)):
        side.weight = embeddings
    for side in (spec.encoder, spec.decoder):
        side.scale_embeddings = False
        side.position_encodings.encodings = encodings
        _norm(side.layer_norm, width)
        for layer in side.layer:
            _silent(layer, width)
    attention = spec.decoder.layer[-1].attention
    queries = np.zeros((width, width), np.float32)
    queries[place, place] = np.eye(places) * _SHARP
    keys = np.zeros((2 * width, width), np.float32)
    keys[:width][place, place] = np.eye(places)
    keys[width:][word, word] = np.eye(half)
    hand_over = np.zeros((width, width), np.float32)
    hand_over[out, word] = np.eye(half)
    for linear, weight in zip(attention.linear, (queries, keys, hand_over), strict=True):
        linear.weight, linear.bias = weight, np.zeros(len(weight), np.float32)
    spec.decoder.projection.weight = project
    spec.decoder.projection.bias = np.zeros(len(vocabulary), np.float32)
    spec.config.add_source_eos = True
    spec.register_source_vocabulary(list(vocabulary))
    spec.register_target_vocabulary(list(vocabulary))
    spec.validate()
    spec.optimize(quantization="int8")
    return spec


def _codes(count: int, size: int) -> NDArray[np.float32]:
    """Return ``count`` rows of as many +1 as -1: of one length, a mean of zero, nearly at right angles."""
    row = np.repeat(np.array([1, -1], np.float32), size // 2)
    random = np.random.default_rng(1)
    return np.stack([random.permutation(row) for _ in range(count)])


def _place_codes(count: int) -> NDArray[np.float32]:
    """Return the codes of ``count`` places: sines and cosines, their opposites too for a mean of zero."""
    angles = np.arange(count)[:, None] * np.geomspace(1.5, 0.005, _PLACES)[None, :]
    return np.concatenate([np.cos(angles), np.sin(angles), -np.cos(angles), -np.sin(angles)], 1).astype(
        np.float32
    )


def _norm(norm: Any, width: int) -> None:
    norm.gamma, norm.beta = np.ones(width, np.float32), np.zeros(width, np.float32)


def _silent(layer: Any, width: int) -> None:
    """Set the weights of a layer so that it adds nothing."""
    parts = [layer.self_attention, layer.ffn, *([layer.attention] if hasattr(layer, "attention") else [])]
    for part in parts:
        _norm(part.layer_norm, width)
    linears = [
        (layer.self_attention.linear, (3 * width, width)),
        *([(layer.attention.linear, (width, 2 * width, width))] if hasattr(layer, "attention") else []),
    ]
    for group, sizes in linears:
        for linear, size in zip(group, sizes, strict=True):
            linear.weight = np.zeros((size, width), np.float32)
            linear.bias = np.zeros(size, np.float32)
    inner = 4 * width
    layer.ffn.linear_0.weight = np.zeros((inner, width), np.float32)
    layer.ffn.linear_0.bias = np.zeros(inner, np.float32)
    layer.ffn.linear_1.weight = np.zeros((width, inner), np.float32)
    layer.ffn.linear_1.bias = np.zeros(width, np.float32)


def main(arguments: Iterable[str]) -> None:
    """Write both packages to the folder named."""
    (folder,) = arguments
    Path(folder).mkdir(parents=True, exist_ok=True)
    for source, target in (("zh", "en"), ("en", "zh")):
        sys.stdout.write(f"{package(Path(folder), source, target)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
