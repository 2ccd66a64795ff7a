"""The review sheet: source and translation side by side in Word, only the translation open to editing."""

from collections.abc import Iterator
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from publisher.model import Origin, State
from publisher.theme import Theme
from publisher.translation.bitext import Bitext, BitextUnit, counts
from publisher.translation.bounded_xml import fit
from publisher.translation.codes import pieces
from publisher.translation.review import package
from publisher.translation.review.difference import difference
from publisher.translation.review.looks import KINDS
from publisher.translation.review.marks import AUTHOR, SIGNATURE, mark_row, mark_sheet, shown

COLUMNS = (11, 91, 97, 45, 17)
"""Widths in mm: number, source, translation, origin and state, settled."""

_TWIPS = 1440 / 25.4
_BLANK = "\u2003" * 12  # a range that holds nothing could not be written in
_TINT = "FAF8F4"  # the paper of what may be written on
_NAMES = {"zh-Hans": "简体中文", "zh-Hant": "繁體中文", "zh": "中文", "en": "English"}
_ORIGINS = {
    Origin.MEMORY: "Memory 记忆库",
    Origin.FUZZY: "Similar 相近句",
    Origin.ENGINE: "Machine 机器",
    Origin.HAND: "By hand 人工",
    Origin.UNTRANSLATED: "Not translated 未译",
}
_STATES = {State.DRAFT: "draft 待审", State.REVIEWED: "reviewed 已审", State.FINAL: "final 定稿"}
_HELP = (
    (
        "Edit the tinted translation; all else is locked. (LibreOffice: press Edit Document.)",
        "A row that you change counts as reviewed.",
        "A row that is right as it stands: tick its box, or type x beside it.",
        "Not sure of a row? Type ? beside it and say why in a comment: it is kept a draft.",
        "To pass all other rows at once, put your name below.",
        "[[ ]] holds what has no translation: write one over it, brackets and all.",
        "Delete no row. Keep the file a .docx, and send it back.",
    ),
    (
        "请直接修改浅色底的译文；其他部分已锁定。（LibreOffice：请点“编辑文档”。）",
        "改过的一行即视为已审。",
        "译文无误、不必改的一行：勾选右侧方框，或键入 x。",
        "拿不准的一行：在右侧键入 ?，并用批注说明；该行仍为待审。",
        "如其余各行全部通过，请在下方签名。",
        "[[ ]] 内的文字尚无译文：请连同括号一起替换为译文。",
        "请勿删除任何一行；保存为 .docx 后发回。",
    ),
)
_CODES = (
    "⟨1⟩…⟨/1⟩ hold bold, italics or a link (see Origin), ⟨2/⟩ a note: set them at the same words, or make "
    "these bold, italic or a link.",
    "⟨1⟩…⟨/1⟩ 之间为加粗、斜体或链接（见“来源”栏），⟨2/⟩ 为注释：请放在译文的对应词语处，"
    "或直接将该词语设为加粗、斜体或链接。",
)
"""Said where the document has any."""

_LOOKS = {"strong": "<w:b/>", "emphasis": "<w:i/>", "link": '<w:u w:val="single"/>'}


def sheet(bitext: Bitext, theme: Theme, *, title: str, at: datetime) -> bytes:
    """Return the sheet as a .docx; ``title`` is the article's headline, ``at`` the time it is made.

    The document is read-only but for the translations, the last column and the
    signature (w:documentProtection with w:permStart): Word opens just these;
    LibreOffice locks the whole until the user asks to edit it, and then nothing,
    so that the reader looks for changed sources itself. Each row carries its
    segment's key and two digests as hidden text.
    """
    maker = _Sheet(bitext, theme, at)
    document = maker.document(fit(title))
    return package.package(
        theme,
        document,
        maker.comments(),
        title=fit(title),
        foot=f"{fit(title)} · {_pair(bitext)}",
        languages=(bitext.source_language, bitext.target_language),
        at=at,
    )


class _Sheet:
    """One sheet in the making: permissions and comments are numbered as they come."""

    def __init__(self, bitext: Bitext, theme: Theme, at: datetime) -> None:
        self._bitext = bitext
        self._line = theme.colours.hairline[1:].upper()
        self._accent = theme.colours.accent[1:].upper()
        self._at = f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        self._ranges = 0
        self._comments: list[str] = []

    def document(self, title: str) -> str:
        body = "".join((*self._head(title), self._help(), _end(), self._signature(), _end(), self._table()))
        spaces = f'xmlns:w="{package.WORD}" xmlns:w14="{package.WORD_2010}"'
        relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
        return (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {spaces} '
            f'xmlns:r="{relations}" xmlns:mc="{compatibility}" mc:Ignorable="w14"><w:body>{body}{_end()}'
            f'<w:sectPr><w:footerReference w:type="default" r:id="{package.FOOTER}"/>'
            '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
            '<w:pgMar w:top="1021" w:right="1021" w:bottom="1077" w:left="1021" w:header="567" '
            'w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
        )

    def comments(self) -> str:
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<w:comments xmlns:w="{package.WORD}">{"".join(self._comments)}</w:comments>'
        )

    # ── Above the table ──────────────────────────────────────────────────────

    def _head(self, title: str) -> Iterator[str]:
        yield _paragraph("SheetKicker", _run("REVIEW SHEET　译文审校"), keep=True)
        yield _paragraph("SheetTitle", _run(title) + _hidden(mark_sheet(self._bitext)), keep=True)
        origins, states = counts(self._bitext)
        listed = "　".join(f"{_ORIGINS[origin]} {origins[origin]}" for origin in Origin if origin in origins)
        drafts = states.get(State.DRAFT, 0)
        open_rows = f"{_STATES[State.DRAFT]} {drafts}" if drafts else ""
        facts = (
            fit(self._bitext.name),
            _pair(self._bitext),
            f"{len(self._bitext.units)} rows 行",
            listed,
            open_rows,
        )
        text = "　·　".join(fact for fact in facts if fact)
        yield _paragraph("SheetMeta", _run(text), keep=True)

    def _help(self) -> str:
        coded = any(unit.codes for unit in self._bitext.units)
        cells = []
        for lines, more in zip(_HELP, _CODES, strict=True):
            said = enumerate((*lines[:-1], more, lines[-1]) if coded else lines, 1)
            cells.append(
                _cell(130.5, "".join(_paragraph("SheetHelp", _run(f"{n}\t{text}")) for n, text in said))
            )
        edges = f"<w:top {self._edge(12, self._accent)}/>"
        return _table((130.5, 130.5), _row("".join(cells)), edges)

    def _signature(self) -> str:
        widths = (38.0, 92.5, 26.0, 104.5)
        labels = ("Reviewed by 审校人", "Date 日期")
        cells = []
        for n, label in enumerate(labels):
            mark = "" if n else _hidden(SIGNATURE)
            cells.append(_cell(widths[2 * n], _paragraph("SheetLabel", _run(label) + mark)))
            cells.append(
                _cell(widths[2 * n + 1], _paragraph("SheetTarget", self._open(_run(_BLANK))), tint=True)
            )
        edges = f"<w:top {self._edge()}/><w:bottom {self._edge()}/>"
        return _table(widths, _row("".join(cells)), edges)

    # ── The table ────────────────────────────────────────────────────────────

    def _table(self) -> str:
        names = _name(self._bitext.source_language), _name(self._bitext.target_language)
        labels = (
            "No.",
            f"Source 原文 · {names[0]}",
            f"Translation 译文 · {names[1]}",
            "Origin 来源",
            "OK 无误",
        )
        head = "".join(
            _cell(
                width,
                _paragraph("SheetLabel", _run(label), centre=label == labels[-1]),
                edge="head",
                line=self._accent,
            )
            for width, label in zip(COLUMNS, labels, strict=True)
        )
        rows = [_row(head, head=True)]
        rows += [self._unit(n, unit) for n, unit in enumerate(self._bitext.units, 1)]
        edges = (
            f"<w:top {self._edge(12, self._accent)}/><w:bottom {self._edge()}/><w:insideH {self._edge()}/>"
        )
        return _table(COLUMNS, "".join(rows), edges)

    def _unit(self, number: int, unit: BitextUnit) -> str:
        source, target = self._bitext.source_language, self._bitext.target_language
        ticked = unit.state is not State.DRAFT
        cells = (
            (_paragraph("SheetNumber", _run(str(number)) + _hidden(mark_row(unit))), False),
            (_paragraph("SheetSource", _source(unit, source)), False),
            (_paragraph("SheetTarget", self._open(self._noted(unit, target))), True),
            ("".join(self._origin(unit)), False),
            (_paragraph("SheetTick", self._open(_box(ticked))), True),
        )
        return _row(
            "".join(
                _cell(width, content, tint=tint)
                for width, (content, tint) in zip(COLUMNS, cells, strict=True)
            )
        )

    def _noted(self, unit: BitextUnit, language: str) -> str:
        """Return the translation with the remarks on it as comments."""
        run = _run(shown(unit), language)
        for remark in unit.remarks:
            number = len(self._comments)
            author = quoteattr(fit(remark.author) or AUTHOR)
            text = f"{remark.text} ({remark.rule})" if remark.rule else remark.text
            self._comments.append(
                f'<w:comment w:id="{number}" w:author={author} w:date="{self._at}" w:initials="P">'
                f"{_paragraph('CommentText', _run(fit(text)))}</w:comment>"
            )
            run = (
                f'<w:commentRangeStart w:id="{number}"/>{run}<w:commentRangeEnd w:id="{number}"/>'
                '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
                f'<w:commentReference w:id="{number}"/></w:r>'
            )
        return run

    def _origin(self, unit: BitextUnit) -> Iterator[str]:
        score = f" {unit.score:.0%}" if unit.origin is Origin.FUZZY else ""
        style = "SheetAlert" if unit.state is State.DRAFT or unit.remarks else "SheetStrong"
        state = "" if unit.origin is Origin.UNTRANSLATED else f" · {_STATES[unit.state]}"
        yield _paragraph("SheetOrigin", _run(_ORIGINS[unit.origin] + score, style=style) + _run(state))
        for code in unit.codes:
            what = _run(f"⟨{code.number}⟩ {KINDS.get(code.kind, '')}", style="SheetStrong")
            yield _paragraph("SheetOrigin", what + _run(f" {fit(code.url)}" if code.url else ""))
        for offer in unit.suggestions[:2]:
            name = f" · {fit(offer.memory)}" if offer.memory else ""
            yield _paragraph(
                "SheetOrigin", _run(f"Offer 可参考 {offer.score:.0%}{name}", style="SheetStrong")
            )
            styles = {"kept": "", "deleted": "SheetDeleted", "inserted": "SheetInserted"}
            pieces = difference(fit(offer.source), fit(unit.source))
            runs = (_run(text, self._bitext.source_language, styles[kind]) for kind, text in pieces)
            yield _paragraph("SheetOrigin", "".join(runs))
            yield _paragraph("SheetOrigin", _run(fit(offer.target), self._bitext.target_language))

    def _open(self, content: str) -> str:
        """Return ``content`` open to everyone's editing in the locked document."""
        self._ranges += 1
        number = f'w:id="{self._ranges}"'
        return f'<w:permStart {number} w:edGrp="everyone"/>{content}<w:permEnd {number}/>'

    def _edge(self, eighths: int = 4, colour: str = "") -> str:
        return f'w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour or self._line}"'


# ── Elements ─────────────────────────────────────────────────────────────────


def _source(unit: BitextUnit, language: str) -> str:
    """Return the source as runs: its codes in it, and what is between them as it looks in the article."""
    runs = []
    for text, kinds in pieces(unit.source, unit.codes):
        looks = tuple(look for kind, look in _LOOKS.items() if kind in kinds)
        runs.append(_run(fit(text), language, "SheetStrong" if "code" in kinds else "", looks))
    return "".join(runs)


def _run(text: str, language: str = "", style: str = "", looks: tuple[str, ...] = ()) -> str:
    """Return ``text`` as a run: line feeds as breaks, tabs as tabs; ``looks`` are of its properties."""
    if not text:
        return ""
    look = f'<w:rStyle w:val="{style}"/>' if style else ""
    if language:
        east = "zh-TW" if "Hant" in language else "zh-CN"
        chinese = language.startswith("zh")
        look += '<w:rFonts w:hint="eastAsia"/>' if chinese else ""
        look += "".join(looks)
        latin = quoteattr("en-US" if chinese or "-" not in language else language)
        look += f'<w:lang w:val={latin} w:eastAsia="{east}"/>'
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    parts = []
    for n, line in enumerate(text.split("\n")):
        parts.append("<w:br/>" if n else "")
        for m, piece in enumerate(line.split("\t")):
            parts.append("<w:tab/>" if m else "")
            parts.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "")
    return f"<w:r>{look}{''.join(parts)}</w:r>"


def _hidden(text: str) -> str:
    """Return ``text`` as a run that is there and not seen; Word and LibreOffice keep it through a save."""
    return (
        '<w:r><w:rPr><w:noProof/><w:vanish/><w:sz w:val="2"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def _box(ticked: bool) -> str:
    """Return a box to tick: a content control, and to every other program the character ☐ or ☒."""
    return (
        "<w:sdt><w:sdtPr><w14:checkbox>"
        f'<w14:checked w14:val="{int(ticked)}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" '
        f'w:hint="eastAsia"/></w:rPr><w:t>{"☒" if ticked else "☐"}</w:t></w:r></w:sdtContent></w:sdt>'
    )


def _paragraph(style: str, runs: str, *, keep: bool = False, centre: bool = False) -> str:
    kept = "<w:keepNext/>" if keep else ""
    middle = '<w:jc w:val="center"/>' if centre else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}{middle}</w:pPr>{runs}</w:p>'


def _end() -> str:
    return _paragraph("SheetEnd", "")


def _cell(width: float, content: str, *, tint: bool = False, edge: str = "", line: str = "") -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{_TINT}"/>' if tint else ""
    border = (
        f'<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{line}"/></w:tcBorders>'
        if edge
        else ""
    )
    size = f'<w:tcW w:w="{round(width * _TWIPS)}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{size}{border}{shade}</w:tcPr>{content}</w:tc>"


def _row(cells: str, *, head: bool = False) -> str:
    repeat = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{cells}</w:tr>"


def _table(widths: tuple[float, ...], rows: str, edges: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{round(width * _TWIPS)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{round(sum(widths) * _TWIPS)}" w:type="dxa"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:top w:w="85" w:type="dxa"/><w:left w:w="113" w:type="dxa"/><w:bottom w:w="85" w:type="dxa"/>'
        '<w:right w:w="113" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _pair(bitext: Bitext) -> str:
    return f"{_name(bitext.source_language)} → {_name(bitext.target_language)}"


def _name(language: str) -> str:
    return _NAMES.get(language, _NAMES.get(language.partition("-")[0], language))
