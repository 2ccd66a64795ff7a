"""Colours and pictures to the four inks of a press, through its ICC profile."""

from functools import cache, cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from publisher import resources
from publisher.errors import ConfigError
from publisher.exporters.profiles.print_pictures import opened
from publisher.model import Asset

Inks = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, from 0 to 1."""

BLACK: Inks = (0.0, 0.0, 0.0, 1.0)

_CUSTOM = "Custom"
"""The name of a condition that is in no registry (ISO 15930-7, 6.2.2)."""

_MAX_BYTES = 16 * 1024 * 1024
_NEUTRAL = 8.0
"""Inks of less chroma (CIE Lab) are printed in black alone: four plates never meet exactly in small type."""


class Separation:
    """A printing condition, by its ICC profile."""

    def __init__(self, data: bytes, name: str, description: str) -> None:
        self.data = data
        self.registered = name != _CUSTOM
        self.name = name
        self.description = description

    @classmethod
    def load(cls, path: Path | None = None) -> "Separation":
        """Return the condition of the profile in ``path``, by default that of coated paper (FOGRA39).

        Raises ConfigError if it is not the profile of a CMYK press.
        """
        if path is None:
            bundled = resources.templates() / "icc" / "FOGRA39L.icc"
            return cls(bundled.read_bytes(), "FOGRA39", "Coated FOGRA39")
        try:
            with path.open("rb") as stream:
                data = stream.read(_MAX_BYTES + 1)
        except OSError as error:
            raise ConfigError(
                f"The colour profile {path} cannot be read: {error.strerror}.",
                hint="Check the name and the folder, or leave --icc out for coated paper (FOGRA39).",
            ) from error
        return cls(data, _CUSTOM, _described(data, path))

    @cached_property
    def _press(self) -> Any:
        from PIL import ImageCms

        return ImageCms.ImageCmsProfile(BytesIO(self.data))

    def tint(self, ink: str) -> Inks:
        """Return #rrggbb ``ink`` in the four inks, relative colorimetric with black point compensation."""
        from PIL import Image

        converted = self._converted(Image.new("RGB", (1, 1), ink), None).tobytes()
        c, m, y, k = (0.0 if value < _SPECK else round(value / 255, 2) for value in converted)
        return c, m, y, k

    def line(self, ink: str) -> Inks:
        """Return ``ink`` for type and rules: greys in black alone, at the tint of the nearest lightness."""
        lightness, a, b = _lab(ink)
        if a * a + b * b > _NEUTRAL**2:
            return self.tint(ink)
        steps = self._lightness
        nearest = min(range(len(steps)), key=lambda n: abs(steps[n] - lightness))
        return 0.0, 0.0, 0.0, nearest / 100

    @cached_property
    def _lightness(self) -> tuple[float, ...]:
        """The lightness of black ink at each per cent, from 100 down, relative to the paper."""
        from PIL import Image, ImageCms

        strip = Image.new("CMYK", (101, 1))
        strip.putdata([(0, 0, 0, round(n * 2.55)) for n in range(101)])
        transform: Any = ImageCms.buildTransform(
            self._press, _lab_profile(), "CMYK", "LAB", renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC
        )
        made: Any = ImageCms.applyTransform(strip, transform)
        return tuple(value / 2.55 for value in made.tobytes()[::3])

    def picture(self, asset: Asset, width: float, height: float) -> Any:
        """Return the picture as Pillow has it, in the four inks or in grey, opaque.

        ``width`` and ``height`` are its size on paper, in pt. Raises ExportError
        for what is no picture.
        """
        made = opened(asset, width, height)
        return made if made.mode == "L" else self._converted(made, made.info.get("icc_profile"))

    def _converted(self, picture: Any, profile: bytes | None) -> Any:
        from PIL import ImageCms

        source = _embedded(profile, picture.mode)
        if source is None:
            if picture.mode == "CMYK":
                return picture  # separated by whoever made it, for no condition that we know
            source = _srgb()
        transform = ImageCms.buildTransform(
            source,
            self._press,
            picture.mode,
            "CMYK",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        return ImageCms.applyTransform(picture, transform)


_SPECK = 5
"""Less of an ink than 2% (of 255) is noise of the conversion, and no dot on the plate."""


def _described(data: bytes, path: Path) -> str:
    """Return what the profile calls itself; ConfigError if it is not one of a CMYK press (ICC.1 7.2)."""
    from PIL import ImageCms

    hint = "Ask the printer for the ICC profile of the paper, such as PSOcoated or Japan Color."
    if len(data) > _MAX_BYTES or data[36:40] != b"acsp":
        raise ConfigError(f"{path} is not an ICC profile.", hint=hint)
    if data[12:16] != b"prtr" or data[16:20] != b"CMYK":
        raise ConfigError(f"The colour profile {path} is not that of a CMYK press.", hint=hint)
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(data))
        ImageCms.buildTransform(_srgb(), profile, "RGB", "CMYK")
    except (OSError, ImageCms.PyCMSError) as error:
        raise ConfigError(f"The colour profile {path} cannot be used: {error}.", hint=hint) from error
    return str(profile.profile.profile_description or path.stem)


def _embedded(profile: bytes | None, mode: str) -> Any:
    """Return the profile that came with a picture, where it fits the picture's colours."""
    from PIL import ImageCms

    if not profile:
        return None
    try:
        made = ImageCms.ImageCmsProfile(BytesIO(profile))
    except OSError:
        return None  # a broken profile says nothing; the picture is taken as sRGB
    return made if made.profile.xcolor_space.strip() == mode else None


@cache
def _srgb() -> Any:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


@cache
def _lab_profile() -> Any:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))


def _lab(ink: str) -> tuple[float, float, float]:
    """Return #rrggbb ``ink`` as lightness, a* and b* (CIE Lab, D50)."""
    from PIL import Image, ImageCms

    transform: Any = ImageCms.buildTransform(_srgb(), _lab_profile(), "RGB", "LAB")
    made: Any = ImageCms.applyTransform(Image.new("RGB", (1, 1), ink), transform)
    lightness, a, b = made.tobytes()
    return lightness / 2.55, float(a - 256 if a > 127 else a), float(b - 256 if b > 127 else b)
