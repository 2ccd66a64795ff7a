"""Word by python-docx: all by styles, fonts by script, one language or two side by side."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from publisher import pairs
from publisher.contracts import Context, Furniture, LabelledText
from publisher.exporters import watermark
from publisher.exporters.columns import TALLEST, across, column_width
from publisher.exporters.frame import closing, framed, is_signed
from publisher.exporters.html_head import summary
from publisher.exporters.titles import title_lines
from publisher.exporters.word import foot, official, package, sections, styles, xml
from publisher.exporters.word.runs import Runs
from publisher.model import (
    Article,
    Block,
    CreditRole,
    Figure,
    Heading,
    Inline,
    LineBreak,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Release,
    Rule,
    Table,
    Text,
)
from publisher.safety import safe_url, xml_safe
from publisher.theme import Page

_MM = 36000
"""English Metric Units in a millimetre."""

_GUTTER = 3.9
"""Space between a column of the bilingual edition and the hairline beside it, in mm."""

_TALLEST = 100.0
"""The height that a picture may take, in mm."""


class DocxExporter:
    """Makes a document that an editor can go on with: every look is a style."""

    name = "docx"
    suffix = ".docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def export(self, release: Release, context: Context) -> bytes:
        """Return the document, the same bytes for the same release."""
        return _Document(release, context).bytes()


class _Document:
    """One document in the making."""

    def __init__(self, release: Release, context: Context) -> None:
        import docx

        self._release = release
        self._context = context = framed(release, context)
        self._two = len(release.editions) == 2
        self._articles = pairs.sides(release) if self._two else release.editions
        self._theme = context.theme
        self._page: Page = self._theme.page_bilingual if self._two else self._theme.page
        self._measure, self._tallest = self._page.measure, _TALLEST
        self._document = docx.Document()
        self._runs = Runs(self._document.part)
        lead = self._articles[0].meta.language
        styles.install(self._document, self._theme, bilingual=self._two, language=lead)

    def bytes(self) -> bytes:
        """Return the finished package."""
        body = self._document._body
        for paragraph in list(body.paragraphs):
            paragraph._p.getparent().remove(paragraph._p)
        self._section()
        self._masthead()
        if self._two:
            self._side_by_side()
        else:
            self._alone(self._articles[0])
        self._notes()
        self._properties()
        stream = BytesIO()
        self._document.save(stream)
        return package.finished(stream.getvalue(), xml_safe(self._articles[0].meta.source), self._theme.fonts)

    # ── The page ─────────────────────────────────────────────────────────────

    def _section(self) -> None:
        section: Any = self._document.sections[0]
        page = self._page
        section.page_width, section.page_height = round(page.width * _MM), round(page.height * _MM)
        section.top_margin, section.bottom_margin = round(page.top * _MM), round(page.bottom * _MM)
        section.left_margin, section.right_margin = round(page.left * _MM), round(page.right * _MM)
        section.header_distance = round(12 * _MM)
        section.footer_distance = round((page.bottom - 11) * _MM)
        if mark := watermark.words(self._articles, self._context):
            xml.watermark(section.header.paragraphs[0], mark, watermark.ink(self._context))
        foot.add(self._document, self._runs, self._articles[0], self._context)
        body = self._theme.type.of(self._articles[0].meta.language).body
        if body.tracking and not self._two:
            xml.grid(section, page.measure, body)

    def _masthead(self) -> None:
        if not is_signed(self._release, self._theme):
            self._source_and_date()
        elif line := self._furniture(self._articles[0]).release_line:
            paragraph = self._document.add_paragraph(style="Meta Line")
            self._runs.add(paragraph, (Text(line),), self._articles[0].meta.language)
        for article in self._articles:
            furniture = self._furniture(article)
            if furniture.draft:
                paragraph = self._document.add_paragraph(style="Draft")
                self._runs.add(paragraph, (Text(furniture.draft),), article.meta.language, style="Strong")
                self._runs.add(paragraph, (Text(" " + furniture.draft_note),), article.meta.language)
        for article in self._articles:
            official.opening(self._document, self._furniture(article), self._line(article))

    def _line(self, article: Article) -> official.Line:
        return lambda place, style, text: self._paragraph(place, style, (Text(text),), article)

    def _source_and_date(self) -> None:
        banner = self._theme.layout.masthead == "banner"
        for number, article in enumerate(self._articles):
            furniture = self._furniture(article)
            last = number == len(self._articles) - 1 and not banner
            style = "Masthead" if last else "Masthead Second" if number else "Masthead Upper"
            paragraph = self._document.add_paragraph(style=style)
            source = furniture.source if banner else furniture.source + "\t"
            self._runs.add(paragraph, (Text(source),), article.meta.language)
            if not banner:
                self._runs.add(paragraph, (Text(furniture.kind),), article.meta.language, style="Kind")
        if banner:
            paragraph = self._document.add_paragraph(style="Masthead")
            for number, article in enumerate(self._articles):
                text = ("\u2003" if number else "") + self._furniture(article).kind
                self._runs.add(paragraph, (Text(text),), article.meta.language, style="Kind")
        line = self._document.add_paragraph(style="Meta Line")
        for part in ("date", "release_line"):
            for number, article in enumerate(self._articles):
                text = getattr(self._furniture(article), part)
                gap = "\u2003" if number else ("\t" if part == "release_line" else "")
                self._runs.add(line, (Text(gap + text),), article.meta.language)

    def _alone(self, article: Article) -> None:
        place = self._document
        layout = self._theme.layout
        self._title(place, article)
        wide = across(article, self._theme)
        columns = 1
        for block in article.blocks:
            asked = 1 if block.key in wide else layout.columns
            if asked != columns:
                sections.end(place, columns, layout.gap)
                columns = asked
            self._measure = self._page.measure if asked == 1 else column_width(self._theme)
            self._tallest = TALLEST if block.key in wide else _TALLEST
            self._block(place, block, article)
        if self._furniture(article).signature and article.blocks:
            # a signature never stands on a page without text (GB/T 9704-2012, 7.3.5)
            place.paragraphs[-1].paragraph_format.keep_with_next = True
        first, groups = closing(self._furniture(article))
        self._close(place, article, first)
        more = any(self._has(part, article) for group in groups for part in group) or self._runs.notes
        if columns > 1 and more:
            sections.end(place, columns, layout.gap)
            columns = 1
        if layout.columns > 1:
            sections.last(place, columns, layout.gap)
        for group in groups:
            self._group(place, article, group)
        self._record(place, article)

    def _record(self, place: Any, article: Article) -> None:
        official.record(place, self._furniture(article), self._line(article))

    def _side_by_side(self) -> None:
        left, right = self._articles
        table = self._table()
        for part in (self._title,):
            self._row(table, lambda place, article, part=part: part(place, article))
        for pair in pairs.pairs(self._release):
            if isinstance(pair.left, Figure) and isinstance(pair.right, Figure):
                self._wide(table, pair.left, pair.right)
                continue
            cells = self._cells(table)
            for cell, block, article in ((cells[0], pair.left, left), (cells[1], pair.right, right)):
                if block is not None:
                    self._block(cell, block, article, first=pair.first, last=pair.last)
                self._settle(cell)
        first, groups = closing(self._furniture(left))
        self._row(table, lambda place, article: self._close(place, article, first))
        for group in groups:
            if any(self._has(part, article) for part in group for article in self._articles):
                self._row(table, lambda place, article, group=group: self._group(place, article, group))
        if any(self._furniture(article).official for article in self._articles):
            self._row(table, self._record)
        self._document.add_paragraph(style="Table End")

    def _table(self) -> Any:
        table = self._document.add_table(rows=0, cols=2)
        table.style = self._document.styles["Side by Side"]
        table.autofit = False
        shares = pairs.shares(self._release)
        self._widths = [round(self._page.measure * share * _MM) for share in shares]
        for column, width in zip(table.columns, self._widths, strict=True):
            column.width = width
        xml.fix_layout(table, sum(self._widths))
        return table

    def _cells(self, table: Any) -> Any:
        row = table.add_row()
        xml.keep_whole(row)
        for cell, width in zip(row.cells, self._widths, strict=True):
            cell.width = width
        xml.columns(row.cells[0], row.cells[1], self._theme.colours.hairline, _GUTTER)
        return row.cells

    def _row(self, table: Any, make: Any) -> None:
        for cell, article in zip(self._cells(table), self._articles, strict=True):
            make(cell, article)
            self._settle(cell)

    def _wide(self, table: Any, left: Figure, right: Figure) -> None:
        """Set a picture over both columns, its captions below one another."""
        row = table.add_row()
        xml.keep_whole(row)
        cell = row.cells[0].merge(row.cells[1])
        self._figure(cell, left, self._articles[0], measure=self._page.measure)
        if right.caption or right.credit:
            self._caption(cell, right, self._articles[1])
        for paragraph in cell.paragraphs[1:]:
            paragraph.alignment = styles.CENTRED
        self._settle(cell)

    @staticmethod
    def _settle(cell: Any) -> None:
        """Drop the empty paragraph that a new cell starts with, if another stands in it."""
        first = cell.paragraphs[0]
        if len(cell._tc) > 2 and not first.text and first._p.find(".//{*}drawing") is None:
            first._p.getparent().remove(first._p)

    # ── The parts ────────────────────────────────────────────────────────────

    def _furniture(self, article: Article) -> Furniture:
        return self._context.furniture[article.meta.language]

    def _style(self, name: str, article: Article) -> str:
        """Return the name of the style for the edition: side by side, each language has its own."""
        return styles.named(name, article.meta.language, bilingual=self._two)

    def _paragraph(self, place: Any, style: str, nodes: tuple[Inline, ...], article: Article) -> Any:
        paragraph = place.add_paragraph(style=self._style(style, article))
        self._runs.add(paragraph, nodes, article.meta.language)
        return paragraph

    def _title(self, place: Any, article: Article) -> None:
        meta = article.meta
        if meta.kicker:
            self._paragraph(place, "Kicker", (Text(meta.kicker),), article)
        title = self._paragraph(place, "Title", self._headline(article), article)
        if meta.kicker:
            title.paragraph_format.space_before = styles.UNDER_KICKER
        if meta.subhead:
            self._paragraph(place, "Subtitle", (Text(meta.subhead),), article)
        document = self._furniture(article).official
        if document and document.addressees:
            self._paragraph(place, "Addressees", (Text(document.addressees),), article)

    def _headline(self, article: Article) -> tuple[Inline, ...]:
        """Return the headline: in Chinese broken for sense, in English with its last two words together."""
        if not article.meta.language.startswith("zh"):
            first, _, last = article.meta.headline.rpartition(" ")
            return (Text(f"{first}\u00a0{last}" if first else last),)
        nodes: list[Inline] = []
        for line in title_lines(article, self._theme, self._share(article)):
            nodes += [LineBreak(), Text(line)] if nodes else [Text(line)]
        return tuple(nodes)

    def _share(self, article: Article) -> float:
        """Return the part of the measure that an edition takes."""
        return pairs.shares(self._release)[self._articles.index(article)] if self._two else 1.0

    def _block(
        self, place: Any, block: Block, article: Article, *, first: bool = True, last: bool = True
    ) -> None:
        match block:
            case Paragraph():
                style = "Body Text" if first else "Body Text Continued"
                paragraph = self._paragraph(place, style, block.inlines, article)
                if self._two and last:
                    paragraph.paragraph_format.space_after = styles.PAIR_GAP
            case Heading():
                self._paragraph(place, f"Heading {min(block.level, 4)}", block.inlines, article)
            case Quote():
                self._paragraph(place, "Quote", block.inlines, article)
            case List():
                number = xml.new_list(self._document, ordered=block.ordered)
                for item in block.items:
                    style = "List Number" if block.ordered else "List Bullet"
                    paragraph = self._paragraph(place, style, item.inlines, article)
                    xml.number(paragraph, number)
            case Figure():
                self._figure(place, block, article)
            case Table():
                self._data(place, block, article)
            case Rule():
                place.add_paragraph(style=self._style("Rule", article))
            case PageBreak():
                paragraph = place.add_paragraph(style=self._style("Body Text", article))
                paragraph.paragraph_format.page_break_before = True

    def _figure(self, place: Any, block: Figure, article: Article, measure: float = 0.0) -> None:
        asset = next((a for a in article.assets if a.name == block.asset), None)
        if asset is None:
            from publisher.errors import ExportError

            raise ExportError(f"The picture {block.asset!r} of block {block.key} is not in the article.")
        if not measure:
            measure = self._page.measure * self._share(article) - _GUTTER if self._two else self._measure
        natural = asset.width / 150 * 25.4
        width = min(measure, natural, self._tallest * asset.width / asset.height)
        paragraph = place.add_paragraph(style=self._style("Picture", article))
        shape = paragraph.add_run().add_picture(BytesIO(asset.data), width=round(width * _MM))
        for edge in ("distT", "distB", "distL", "distR"):
            shape._inline.set(edge, "0")  # where it is missing, LibreOffice puts 9 pt beside the picture
        properties = shape._inline.docPr
        properties.set("descr", xml_safe(block.alt or asset.name))
        properties.set("name", xml_safe(asset.name))
        if block.caption or block.credit:
            self._caption(place, block, article)

    def _caption(self, place: Any, block: Figure, article: Article) -> None:
        paragraph = self._paragraph(place, "Caption", block.caption, article)
        if block.credit:
            credit = (Text(f" {block.credit}"),)
            self._runs.add(paragraph, credit, article.meta.language, style="Picture Credit")

    def _data(self, place: Any, block: Table, article: Article) -> None:
        if block.caption:
            paragraph = self._paragraph(place, "Caption", block.caption, article)
            paragraph.paragraph_format.keep_with_next = True
        rows = [*([block.head] if block.head else []), *block.rows]
        columns = max((len(row) for row in rows), default=0)
        if not columns:
            return
        if self._two:
            table = place.add_table(len(rows), columns)
        else:
            from docx.shared import Mm

            table = self._document._body.add_table(len(rows), columns, Mm(self._measure))
        table.style = self._document.styles["Data"]
        for number, (made, row) in enumerate(zip(list(table.rows), rows, strict=True)):
            xml.keep_whole(made)
            is_head = bool(block.head) and number == 0
            if is_head:
                xml.repeat_head(made)
            for cell, content in zip(made.cells, row, strict=False):
                paragraph = cell.paragraphs[0]
                style = self._style("Table Head" if is_head else "Table Text", article)
                paragraph.style = self._document.styles[style]
                self._runs.add(paragraph, content.inlines, article.meta.language)
        # a table in a cell brings its own closing paragraph
        after = place.paragraphs[-1] if self._two else place.add_paragraph()
        after.style = self._document.styles["Table End"]

    def _close(self, place: Any, article: Article, parts: Sequence[str]) -> None:
        official.closing(place, self._furniture(article), self._line(article))
        self._group(place, article, parts)

    def _has(self, part: str, article: Article) -> bool:
        furniture = self._furniture(article)
        if part == "boilerplate":
            return bool(article.meta.boilerplate)
        return bool(getattr(furniture, part) or (part == "contacts" and furniture.rights))

    def _group(self, place: Any, article: Article, parts: Sequence[str]) -> None:
        made = {
            "end_mark": self._end_mark,
            "credits": self._credits,
            "boilerplate": self._boilerplate,
            "contacts": self._contacts,
        }
        for part in parts:
            made[part](place, article)

    def _end_mark(self, place: Any, article: Article) -> None:
        if mark := self._furniture(article).end_mark:
            self._paragraph(place, "End Mark", (Text(mark),), article)

    def _credits(self, place: Any, article: Article) -> None:
        furniture = self._furniture(article)
        if furniture.credits:
            paragraph = place.add_paragraph(style=self._style("Credits", article))
            for number, line in enumerate(furniture.credits):
                gap = "\u2003" if number else ""
                self._runs.add(paragraph, (Text(f"{gap}{line.label}{line.text}"),), article.meta.language)

    def _boilerplate(self, place: Any, article: Article) -> None:
        for block in article.meta.boilerplate:
            style = "Boilerplate Heading" if isinstance(block, Heading) else "Boilerplate"
            self._paragraph(place, style, block.inlines, article)

    def _contacts(self, place: Any, article: Article) -> None:
        furniture = self._furniture(article)
        if furniture.contacts:
            self._paragraph(place, "Contact Heading", (Text(furniture.contact_heading),), article)
        for contact in furniture.contacts:
            for line in contact:
                self._contact_line(place, line, article)
        if furniture.rights:
            self._paragraph(place, "Rights", (Text(furniture.rights),), article)

    def _contact_line(self, place: Any, line: LabelledText, article: Article) -> None:
        from publisher.model import Link

        value: Inline = Text(line.text)
        if safe_url(line.url):
            value = Link(line.url, (Text(line.text),))
        nodes = (Text(line.label), value) if line.label else (value,)
        self._paragraph(place, "Contact", nodes, article)

    def _notes(self) -> None:
        language = self._articles[0].meta.language
        for number, note in enumerate(self._runs.notes, 1):
            paragraph = self._document.add_paragraph(style="Note")
            self._runs.add(paragraph, (Text(f"{number} {note}"),), language)

    def _properties(self) -> None:
        article = self._articles[0]
        meta, core = article.meta, self._document.core_properties
        core.title = _bounded(" / ".join(a.meta.headline for a in self._articles))
        core.author = _bounded(", ".join(_names(article, CreditRole.TEXT)))
        core.subject = _bounded(meta.subhead)
        core.comments = _bounded(meta.summary or summary(article))
        core.keywords = _bounded(", ".join(meta.keywords))
        core.language = meta.language
        core.last_modified_by = ""
        core.revision = 1
        core.content_status = (
            "Draft" if self._release.is_draft else ("Embargoed" if meta.embargo else "Final")
        )
        core.created = core.modified = package.timestamp(meta.issued)


def _names(article: Article, role: CreditRole) -> Iterable[str]:
    return (name for credit in article.meta.credits if credit.role is role for name in credit.names)


def _bounded(text: str) -> str:
    """Return ``text`` within the 255 characters that core properties hold."""
    text = xml_safe(text)
    return text if len(text) <= 255 else text[:254] + "…"
