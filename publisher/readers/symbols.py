"""Signs of symbol fonts, which are other characters in all other fonts."""

_SYMBOLS = {
    "wingdings": {0xFC: "✓", 0xFB: "✗", 0x6C: "●", 0x6E: "■", 0xA7: "▪", 0xD8: "➢", 0xE0: "→", 0xFE: "☑",
                  0x6F: "☐", 0xA8: "◻", 0x28: "☎", 0x2A: "✉"},
    "symbol": {0xB7: "•", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xA3: "≤", 0xB3: "≥", 0x6D: "μ"},
}  # fmt: skip
"""Symbols of symbol fonts by their places in them."""


def symbol(font: str, code: int) -> str:
    """Return the character that a symbol font shows for ``code``, also from U+F000 on; nothing if unknown."""
    return _SYMBOLS.get(font.lower(), {}).get(code & 0xFF if 0xF000 <= code <= 0xF0FF else code, "")
