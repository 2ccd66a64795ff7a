"""The styles of what Word itself makes: footnotes and contents, by the names that it knows them by."""

from typing import Any

from publisher.exporters.word.type_style import apply
from publisher.theme import Theme, TypeScale, TypeStyle


def notes(styles: Any, theme: Theme, caption: TypeStyle, script: str) -> None:
    """Make Word's own styles of footnotes, as small as captions, and of the figures that refer to them."""
    from docx.enum.style import WD_STYLE_TYPE

    text = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.base_style = styles["Normal"]
    text.element.styleId = "FootnoteText"
    tokens = TypeStyle(size=caption.size, leading=caption.leading)
    apply(text, tokens, theme, "footnote text", script, keep=False)
    reference = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    reference.element.styleId = "FootnoteReference"
    reference.font.superscript = True


def contents(styles: Any, theme: Theme, scale: TypeScale, script: str) -> None:
    """Make the styles of the entries, each level further in by two characters."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    for level in (1, 2, 3):
        style = styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        style.base_style = styles["Normal"]
        style.element.styleId = f"TOC{level}"
        tokens = TypeStyle(size=scale.body.size, leading=scale.body.leading)
        apply(style, tokens, theme, f"toc {level}", script, keep=False)
        style.paragraph_format.left_indent = Pt((level - 1) * 2 * scale.body.size)
