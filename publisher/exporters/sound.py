"""What no format can hold, found before any file is begun: broken characters, damaged or immense pictures."""

import re
import warnings
from io import BytesIO

from publisher.errors import ExportError
from publisher.exporters.glyphs import named
from publisher.model import Asset, Release
from publisher.walk import texts

MAX_PIXELS = 80_000_000
"""The largest picture that is opened: 240 MB in memory; A2 at 300 dpi has 35 million pixels."""

_BROKEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no character of an XML document (XML 1.0, production 2): controls and lone surrogates."""


def check(release: Release) -> None:
    """Raise ExportError if ``release`` has a character or a picture that cannot be written."""
    for article in release.editions:
        broken = [c for _, text in texts(article) for c in _BROKEN.findall(text)]
        if broken:
            raise ExportError(
                f"The text has characters that no file can hold: {named(broken, release)}.",
                hint="Take them out; they often come of a copy from a damaged file.",
            )
    for asset in dict.fromkeys(asset for article in release.editions for asset in article.assets):
        _check_picture(asset)


def _check_picture(asset: Asset) -> None:
    """Raise ExportError unless ``asset`` is a whole PNG or JPEG of a size that can be opened.

    The size is read before anything is unpacked. A JPEG is then decoded at an
    eighth of its size, a PNG proved by the sums of its chunks: either takes
    little memory.
    """
    from PIL import Image, ImageFile

    # WeasyPrint, once loaded, lets Pillow take half a picture for a whole one
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is lower
            picture = Image.open(BytesIO(asset.data), formats=("PNG", "JPEG"))
            width, height = picture.size
            if width * height <= MAX_PIXELS:
                if picture.format == "PNG":
                    picture.verify()
                else:
                    picture.draft(None, (width // 8, height // 8))
                    picture.load()
                return
    except Image.DecompressionBombError:
        pass
    except (OSError, ValueError, SyntaxError) as error:  # Pillow's PNG reader raises the last
        raise ExportError(
            f"The picture {asset.name} is damaged, or neither PNG nor JPEG.",
            hint="Save it again as JPEG or PNG.",
        ) from error
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    raise ExportError(
        f"The picture {asset.name} has more than {MAX_PIXELS // 1_000_000} million pixels.",
        hint="Save it again smaller; a page needs 300 dots per inch.",
    )
