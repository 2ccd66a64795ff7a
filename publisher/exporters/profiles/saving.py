"""A pikepdf document to bytes, the same for the same document, with no doubt where a stream ends."""

import base64
from io import BytesIO
from typing import Any

_DOUBTFUL = b"\r\nendstream"


def saved(document: Any, version: str) -> bytes:
    """Return the file of ``document`` as PDF ``version``.

    A stream whose last byte is a carriage return would end in that, and the
    line feed before ``endstream``: a reader that takes both for one line end
    finds it too short, and PDF/A asks for its length to be right. A file with
    one is written in a plainer way: such streams in ASCII 85, which ends in
    another byte, and the objects as text.
    """
    import pikepdf

    modes = pikepdf.ObjectStreamMode
    data = _written(document, version, object_stream_mode=modes.generate)
    if _DOUBTFUL not in data:
        return data
    with pikepdf.open(BytesIO(data)) as again:
        for one in again.objects:
            if isinstance(one, pikepdf.Stream) and one.read_raw_bytes().endswith(b"\r"):
                _in_ascii(one)
        return _written(
            again,
            version,
            object_stream_mode=modes.disable,
            compress_streams=False,  # they are, and stay as they are
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )


def _written(document: Any, version: str, **how: Any) -> bytes:
    made = BytesIO()
    document.save(
        made,
        deterministic_id=True,
        force_version=version,
        fix_metadata_version=False,  # the metadata were written whole
        preserve_pdfa=True,
        **how,
    )
    return made.getvalue()


def _in_ascii(stream: Any) -> None:
    """Put ASCII 85 around what is in ``stream`` (PDF 1.7, 7.4.3)."""
    import pikepdf

    inside = stream.get("/Filter", pikepdf.Array())
    filters = list(inside) if isinstance(inside, pikepdf.Array) else [inside]
    parameters = stream.get("/DecodeParms")
    given = list(parameters) if isinstance(parameters, pikepdf.Array) else [parameters] * len(filters)
    stream.write(
        base64.a85encode(stream.read_raw_bytes()) + b"~>",
        filter=pikepdf.Array([pikepdf.Name.ASCII85Decode, *filters]),
        decode_parms=pikepdf.Array([None, *given]) if parameters is not None else None,
    )
