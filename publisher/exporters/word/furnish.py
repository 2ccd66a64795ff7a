"""The styles of what stands around the text of an official document, in Word."""

from typing import Any

from publisher.exporters.word import xml
from publisher.theme import Page, Theme, TypeScale, TypeStyle

_EMU = 36000
_PT = 12700


def furnish(styles: Any, theme: Theme, scale: TypeScale, script: str, page: Page, *, bilingual: bool) -> None:
    """Set indents, rules and tabs of the styles (GB/T 9704-2012, 7.2 to 7.4), by the body's size."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    def style(name: str) -> Any:
        return styles[f"{name} ({script})" if bilingual else name]

    em, leading = scale.body.size, scale.body.leading
    colours = theme.colours
    for name in (
        "Addressees",
        "Document Number",
        "Document Note",
        "Attachment",
        "Attachment Continued",
        "Signature",
        "Date",
    ):
        style(name).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    for name in ("Number", "Number and Signatory"):
        form = style(name).paragraph_format
        form.space_before = Pt(2 * leading)
        form.space_after = Pt(scale.headline.before)
        xml.border(style(name), "bottom", colours.accent, 11, 11)
    style("Number").paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    signed = style("Number and Signatory")
    signed.paragraph_format.left_indent = Pt(scale.meta.size)
    xml.right_tab(signed, round(page.measure * _EMU - scale.meta.size * _PT))
    style("Red Head").paragraph_format.space_before = Pt(3 * leading)  # 35 mm from the type area (7.2.4)
    label = 3 * em if script == "zh" else 0.0
    for name in ("Attachment", "Attachment Continued"):
        form = style(name).paragraph_format
        form.left_indent = Pt((2 * em if script == "zh" else 0) + label + em)
        form.first_line_indent = Pt(-(label + em) if name == "Attachment" else -em)
    style("Attachment").paragraph_format.space_before = Pt(leading)
    for name in ("Signature", "Date"):
        form = style(name).paragraph_format
        # a date of some seven characters, four from the edge, and the issuer over its middle
        form.alignment = WD_ALIGN_PARAGRAPH.CENTER
        measure = page.measure * _EMU / _PT
        # names of issuers are longer in English
        form.left_indent = Pt(measure - 15 * em if script == "zh" else measure / 5)
        form.right_indent = Pt(0 if script == "zh" else 2 * em)
    style("Signature").paragraph_format.space_before = Pt(2 * leading if script == "zh" else leading)
    annex = style("Annex")
    annex.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    annex.paragraph_format.page_break_before = True
    form = style("Annex Title").paragraph_format
    form.alignment = WD_ALIGN_PARAGRAPH.CENTER
    form.space_before = form.space_after = Pt(leading)  # on the third line
    for name in ("Record", "Record Last"):
        made = style(name)
        made.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
        made.paragraph_format.space_before = Pt(leading if name == "Record" and bilingual else 0)
        made.paragraph_format.space_after = Pt(0)
        size = scale.credits.size
        made.paragraph_format.left_indent = made.paragraph_format.right_indent = Pt(size)
        # alike in both styles: then the two are one block, and LibreOffice frames it
        for edge, ink, eighths, space in (
            ("top", colours.text, 8, 1),
            ("bottom", colours.text, 8, 1),
            ("between", colours.text, 6, 1),
            # unseen, but the rules reach as far: they are as wide as the type area (7.4.1)
            ("left", "#ffffff", 2, round(size)),
            ("right", "#ffffff", 2, round(size)),
        ):
            xml.border(made, edge, ink, eighths, space)
        if not bilingual:
            xml.right_tab(made, round(page.measure * _EMU - size * _PT))


def folios(styles: Any, foot: TypeStyle) -> None:
    """Set the number of odd pages right and of even pages left, one character in (7.5)."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    even = styles.add_style("Footer Even", WD_STYLE_TYPE.PARAGRAPH)
    even.base_style = odd = styles["Footer"]
    odd.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    odd.paragraph_format.right_indent = Pt(foot.size)
    even.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    even.paragraph_format.left_indent = Pt(foot.size)
    even.paragraph_format.right_indent = Pt(0)
