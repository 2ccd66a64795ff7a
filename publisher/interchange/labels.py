"""Numbers as lists and headings are numbered: by figures, letters, Roman and Chinese numerals."""

_HAN = "〇一二三四五六七八九"
_HAN_FORMS = (
    "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
    "taiwaneseCountingThousand", "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand",
)  # fmt: skip
"""What Word calls the ways of Chinese (ECMA-376-1, 17.18.59)."""


def written(number: int, form: str) -> str:
    """Return ``number`` in the form that Word gives this name (ECMA-376-1, 17.18.59)."""
    if form in _HAN_FORMS:
        return "".join(_HAN[int(d)] for d in str(number)) if "igital" in form else _counted(number)
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 % 9 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        roman = _roman(number)
        return roman.lower() if form == "lowerRoman" else roman
    if form.startswith("decimalEnclosedCircle") and 0 < number <= 20:
        return chr(0x245F + number)
    if form == "decimalZero":
        return f"{number:02d}"
    return "" if form == "none" else str(number)


def _counted(number: int) -> str:
    """Return ``number`` as Chinese counts: 十二, 二十, 一百〇三."""
    if not 0 < number < 1000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_HAN[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _HAN[tens]) + "十"
    elif hundreds and ones:
        text += "〇"
    return text + (_HAN[ones] if ones else "")


def _roman(number: int) -> str:
    text = ""
    for worth, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    ):
        text += sign * (number // worth)
        number %= worth
    return text
