"""What happens to clean text on its way to a press office, kind by kind, the same for the same seed."""

import html
import random
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from opencc import OpenCC
from pypinyin import Style, pinyin

Lines = list[str]
Damage = Callable[[Sequence[str], random.Random], Lines]
"""From the paragraphs of an article to the lines that are left of them."""


@cache
def _convert(config: str) -> Callable[[str], str]:
    convert: Callable[[str], str] = OpenCC(config).convert
    return convert


def _each(paragraphs: Sequence[str], change: Callable[[str], str]) -> Lines:
    return [change(p) for p in paragraphs]


# ── 1 readings ───────────────────────────────────────────────────────────────


def readings(paragraphs: Sequence[str], rng: random.Random) -> Lines:
    """A converter makes Traditional text and puts the reading behind many characters that it changed."""
    style, brackets = rng.choice(
        [
            (Style.TONE, "()"),
            (Style.TONE, "()"),
            (Style.TONE, "（）"),
            (Style.TONE3, "()"),
            (Style.BOPOMOFO, "（）"),
        ]
    )

    def change(text: str) -> str:
        out = []
        for old, new in zip(text, _convert("s2t")(text), strict=True):
            out.append(new)
            if old != new and rng.random() < 0.4:
                out.append(brackets[0] + pinyin(new, style=style)[0][0] + brackets[1])
        return "".join(out)

    return _each(paragraphs, change)


def ruby(paragraphs: Sequence[str], rng: random.Random) -> Lines:
    """A page with ruby markup is pasted as its source."""

    def change(text: str) -> str:
        return "".join(
            f"<ruby>{c}<rt>{pinyin(c)[0][0]}</rt></ruby>" if c > "\u4e00" and rng.random() < 0.1 else c
            for c in text
        )

    return _each(paragraphs, change)


# ── 2 script ─────────────────────────────────────────────────────────────────


def script(paragraphs: Sequence[str], rng: random.Random) -> Lines:
    """A converter makes mainland text Traditional."""
    return _each(paragraphs, _convert(rng.choice(["s2t", "s2tw", "s2hk"])))


# ── 3 lost bytes ─────────────────────────────────────────────────────────────


def lost_byte(paragraphs: Sequence[str], rng: random.Random) -> Lines:
    """One byte of a paragraph's GBK is lost; the decoder drops what it cannot read."""

    def change(text: str) -> str:
        han = [n for n, c in enumerate(text[:-2]) if c > "\u4e00"]
        at = rng.choice(han)
        data = text[at:].encode("gb18030")
        cut = rng.choice([0, 1])
        return text[:at] + (data[:cut] + data[cut + 1 :]).decode("gbk", "ignore")

    out = list(paragraphs)
    n = rng.randrange(len(out))
    for _ in range(20):  # what falls into step at once leaves no stretch to be found
        out[n] = change(paragraphs[n])
        same_end = len(out[n]) < len(paragraphs[n]) and out[n][-8:] == paragraphs[n][-8:]
        if same_end and len({*out[n]} - {*paragraphs[n]}) > 2:
            break
    return out


# ── 4 mojibake ───────────────────────────────────────────────────────────────


def _misread(right: str, wrong: str) -> Damage:
    def damage(paragraphs: Sequence[str], rng: random.Random) -> Lines:
        return _each(paragraphs, lambda p: p.encode(right, "ignore").decode(wrong, "replace"))

    return damage


def _windows(data: bytes) -> str:
    """Read as browsers and Windows read CP1252: the five bytes it lacks stay as they are."""
    return "".join(bytes((b,)).decode("cp1252", "ignore") or chr(b) for b in data)


def utf8_as_western(paragraphs: Sequence[str], rng: random.Random) -> Lines:
    """UTF-8 is read as CP1252."""
    return _each(paragraphs, lambda p: _windows(p.encode()))


def gbk_as_western(paragraphs: Sequence[str], rng: random.Random) -> Lines:
    """GBK is read as CP1252."""
    return _each(paragraphs, lambda p: _windows(p.encode("gbk", "ignore")))


def utf8_twice(paragraphs: Sequence[str], rng: random.Random) -> Lines:
    """UTF-8 is read as CP1252, stored as UTF-8, and read as CP1252 again."""
    return _each(paragraphs, lambda p: _windows(_windows(p.encode()).encode()))


def stretch(paragraphs: Sequence[str], rng: random.Random) -> Lines:
    """A stretch of a paragraph came from elsewhere and was misread."""
    wrong = rng.choice(["cp1252", "gb18030"])

    def change(text: str) -> str:
        start = rng.randrange(max(1, len(text) - 24))
        end = start + 2 * rng.randrange(4, 10)
        data = text[start:end].encode()
        shown = data.decode("gb18030", "replace")
        if wrong == "cp1252" or "\ufffd" in shown:
            shown = _windows(data)
        return text[:start] + shown + text[end:]

    return _each(paragraphs, change)


# ── 5 entities, markup, characters ───────────────────────────────────────────


def entities(paragraphs: Sequence[str], rng: random.Random) -> Lines:
    """Marks and some characters come as entities, some of them escaped twice."""
    names = {"“": "&ldquo;", "”": "&rdquo;", "—": "&mdash;", "…": "&hellip;", "·": "&middot;"}

    def change(text: str) -> str:
        out = []
        for c in text:
            entity = names.get(c) or (f"&#{ord(c)};" if rng.random() < 0.05 else html.escape(c, quote=False))
            out.append(html.escape(entity) if entity != c and rng.random() < 0.3 else entity)
        return "".join(out)

    return _each(paragraphs, change)


def markup(paragraphs: Sequence[str], rng: random.Random) -> Lines:
    """Tags are pasted along."""

    def change(text: str) -> str:
        cut = rng.randrange(1, len(text))
        inner = f'<span style="font-size:14px;">{text[:cut]}</span><o:p></o:p>{text[cut:]}'
        return rng.choice([f'<p class="MsoNormal">{inner}</p>', f"<div>{inner}<br/></div>", f"{inner}<br>"])

    return _each(paragraphs, change)


def characters(paragraphs: Sequence[str], rng: random.Random) -> Lines:
    """Characters that look alike, or that do not show."""
    import unicodedata

    radicals = {unicodedata.normalize("NFKC", chr(c)): chr(c) for c in range(0x2F00, 0x2FD6)}
    wide = {chr(c): chr(c + 0xFEE0) for c in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))}
    in_full = rng.random() < 0.5

    def change(text: str) -> str:
        out = []
        for c in text:
            c = radicals.get(c, c) if rng.random() < 0.7 else c
            c = wide.get(c, c) if in_full and "http" not in text and "@" not in text else c
            out.append(c)
            if rng.random() < 0.05:
                out.append(rng.choice("\u200b\u200e\u00ad\ufeff\u2060"))
        return "".join(out)

    return _each(paragraphs, change)


# ── 6 broken lines ───────────────────────────────────────────────────────────


def _broken(text: str, columns: int) -> Lines:
    import re

    lines, line, used = [], "", 0
    for token in re.findall(r"[A-Za-z0-9@:/.,_%+-]+|.[，。、；：？！”’）》…—]*", text):
        width = sum(1 if c.isascii() else 2 for c in token)
        if used + width > columns and line:
            lines.append(line)
            line, used = "", 0
        line, used = line + token, used + width
    return [*lines, line]


def broken_lines(paragraphs: Sequence[str], rng: random.Random) -> Lines:
    """A page's lines are copied from a PDF, its page numbers with them."""
    columns = rng.choice([40, 56, 70, 78])
    style = rng.choice(["indent", "blank", "blank"])
    lines: Lines = []
    for n, paragraph in enumerate(paragraphs):
        part = _broken(paragraph, columns - (4 if style == "indent" else 0))
        if style == "indent":
            part = _broken("　　" + paragraph, columns)
        lines += part
        if style == "blank":
            lines.append("")
        if n in (1, 3):
            lines.insert(len(lines) - 2, f"— {n} —")
    return lines


# ── 7 web furniture ──────────────────────────────────────────────────────────

_BEFORE = [
    "您当前的位置：首页 > 新闻中心 > 正文",
    "首页 > 校园新闻 > 正文",
    "字体：【大 中 小】 打印 关闭",
    "点击数：1286次",
    "分享到：微信 微博 QQ空间",
]
_AFTER = [
    "上一篇：我校举行消防演练", "下一篇：没有了", "【打印本页】【关闭窗口】", "浏览次数：1,024", "分享到：",
    "版权所有 © 2024 冀ICP备12345678号", "扫一扫在手机打开当前页", "[打印] [关闭] [返回顶部]",
    "上一条：工会举办趣味运动会 下一条：无",
]  # fmt: skip


def furniture(paragraphs: Sequence[str], rng: random.Random) -> Lines:
    """The whole page is copied, not the article alone."""
    after = rng.sample(_AFTER, 4)
    if rng.random() < 0.4:
        after += ["相关新闻", "· 学校召开年度工作会议 2024-03-01", "· 图书馆延长开放时间"]
    return [*rng.sample(_BEFORE, 2), *paragraphs, *after]


# ── 8 punctuation ────────────────────────────────────────────────────────────


def punctuation(paragraphs: Sequence[str], rng: random.Random) -> Lines:
    """Marks are typed in half width, quotes straight, dashes as hyphens, with spaces about."""
    narrow = {"，": ",", "。": ".", "；": ";", "：": ":", "？": "?", "！": "!", "（": "(", "）": ")"}

    def change(text: str) -> str:
        import re

        out = "".join(narrow.get(c, c) if rng.random() < 0.7 else c for c in text)
        if rng.random() < 0.5 and "’" not in out:
            out = out.replace("“", '"').replace("”", '"')
        out = out.replace("……", rng.choice(["...", "。。。", "…"])).replace("——", rng.choice(["--", "－－"]))
        out = re.sub("、", lambda m: "、、" if rng.random() < 0.1 else "、", out)
        return re.sub("(?<=[\u4e00-\u9fff])(?=[，、；])", lambda m: " " if rng.random() < 0.1 else "", out)

    return _each(paragraphs, change)


def typewriter(paragraphs: Sequence[str], rng: random.Random) -> Lines:
    """English is typed with straight quotes, hyphens for dashes, and two spaces."""
    table = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "—": "--"})
    return _each(paragraphs, lambda p: p.translate(table).replace(". ", rng.choice([".  ", ". "])))


# ── 9 duplicates ─────────────────────────────────────────────────────────────


def duplicates(paragraphs: Sequence[str], rng: random.Random) -> Lines:
    """A paragraph is pasted twice."""
    n = rng.randrange(len(paragraphs))
    return [*paragraphs[: n + 1], paragraphs[n], *paragraphs[n + 1 :]]


KINDS: Mapping[str, tuple[str, Damage]] = {
    "readings": ("1 readings", readings),
    "ruby": ("1 readings", ruby),
    "script": ("2 script", script),
    "lost-byte": ("3 lost bytes", lost_byte),
    "utf8-as-western": ("4 mojibake", utf8_as_western),
    "gbk-as-western": ("4 mojibake", gbk_as_western),
    "utf8-as-gbk": ("4 mojibake", _misread("utf-8", "gb18030")),
    "gbk-as-big5": ("4 mojibake", _misread("gbk", "cp950")),
    "gbk-as-korean": ("4 mojibake", _misread("gbk", "cp949")),
    "utf8-twice": ("4 mojibake", utf8_twice),
    "stretch": ("4 mojibake", stretch),
    "entities": ("5 entities, markup, characters", entities),
    "markup": ("5 entities, markup, characters", markup),
    "characters": ("5 entities, markup, characters", characters),
    "broken-lines": ("6 broken lines", broken_lines),
    "furniture": ("7 web furniture", furniture),
    "punctuation": ("8 punctuation", punctuation),
    "duplicates": ("9 duplicates", duplicates),
}
"""Each damage by name, with the kind it belongs to; all are done to mainland text."""

ENGLISH: Mapping[str, tuple[str, Damage]] = {
    "typewriter": ("8 punctuation", typewriter),
    "utf8-as-western": ("4 mojibake", utf8_as_western),
}
