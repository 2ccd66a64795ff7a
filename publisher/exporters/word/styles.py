"""The theme's tokens as Word styles, and the table and list properties that python-docx has no words for."""

from typing import Any

from publisher.exporters.word import apparatus, furnish, line_rules, rules, xml
from publisher.exporters.word.characters import characters
from publisher.exporters.word.runs import region
from publisher.exporters.word.type_style import apply, clear, set_fonts
from publisher.theme import Theme, TypeStyle

PAIR_GAP = 8 * 12700
"""Space under the last row of a paragraph, side by side (8 pt in English Metric Units)."""

UNDER_KICKER = 6 * 12700
"""Space between kicker and headline (6 pt in English Metric Units)."""

CENTRED = 1
"""Word's number for centred paragraphs (WD_ALIGN_PARAGRAPH.CENTER)."""

_SCRIPTS = ("zh", "en")

# style name: (token, based on, space kept with the next)
_PARAGRAPHS = {
    "Title": ("headline", True),
    "Subtitle": ("subhead", True),
    "Kicker": ("kicker", True),
    "TOC Heading": ("heading", True),
    "Heading 1": ("heading", True),
    "Heading 2": ("heading", True),
    "Heading 3": ("heading", True),
    "Heading 4": ("heading", True),
    "Body Text": ("body", False),
    "Body Text Begun": ("body", False),
    "Body Text Continued": ("body", False),
    "Body Text Ended": ("body", False),
    "Quote": ("quote", False),
    "List Bullet": ("body", False),
    "List Number": ("body", False),
    "Picture": ("caption", True),
    "Picture Alone": ("caption", False),
    "Caption": ("caption", False),
    "Table Head": ("table", True),
    "Table Text": ("table", False),
    "Table Amount Head": ("table", True),
    "Table Amount": ("table", False),
    "Rule": ("body", False),
    "End Mark": ("credits", False),
    "Credits": ("credits", False),
    "Boilerplate Heading": ("boilerplate", True),
    "Boilerplate": ("boilerplate", False),
    "Contact Heading": ("boilerplate", True),
    "Contact": ("boilerplate", False),
    "Rights": ("boilerplate", False),
    "Addressees": ("body", True),
    "Document Number": ("body", True),
    "Red Head": ("masthead", True),
    "Number": ("meta", True),
    "Number and Signatory": ("meta", True),
    "Attachment": ("body", True),
    "Attachment Continued": ("body", True),
    "Signature": ("body", True),
    "Document Note": ("body", False),
    "Date": ("body", False),
    "Annex": ("body", True),
    "Annex Title": ("headline", True),
    "Record": ("credits", True),
    "Record Last": ("credits", False),
}
_OF_PAIRS = ("Body Text Begun", "Body Text Continued", "Body Text Ended")
_BUILT_IN = {
    "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "Body Text", "Quote",
    "List Bullet", "List Number", "Caption", "TOC Heading",
}  # fmt: skip


def named(name: str, language: str, *, bilingual: bool) -> str:
    """Return the name of a paragraph style in an edition."""
    if not bilingual:
        return name
    return f"{name} ({'zh' if language.startswith('zh') else 'en'})"


def install(document: Any, theme: Theme, *, bilingual: bool, language: str) -> None:
    """Replace the template's styles by the theme's."""
    from docx.enum.style import WD_STYLE_TYPE

    styles = document.styles
    scripts = theme.type_bilingual if bilingual else theme.type
    page = theme.page_bilingual if bilingual else theme.page
    lead = "zh" if language.startswith("zh") else "en"
    _defaults(document, theme, language)
    for script in _SCRIPTS if bilingual else (lead,):
        scale = scripts.of(script)
        for name, (token, keep) in _PARAGRAPHS.items():
            if name in _OF_PAIRS and not bilingual:
                continue
            style = _paragraph_style(styles, name, script, bilingual=bilingual)
            tokens: TypeStyle = getattr(scale, token)
            if name.startswith("Heading"):
                tokens = scale.heading_of(int(name[-1]))
            apply(style, tokens, theme, name, script, keep=keep)
        furnish.furnish(styles, theme, scale, script, page, bilingual=bilingual)
    if bilingual:
        _share(styles, theme, lead)
    frame = scripts.of(lead)
    second = [("Masthead Second", scripts.of("en" if lead == "zh" else "zh").masthead)] if bilingual else []
    tab = round(page.measure * 36000)
    for name, tokens in (
        ("Masthead Upper", frame.masthead),
        *second,
        ("Masthead", frame.masthead),
        ("Meta Line", frame.meta),
        ("Header", frame.foot),
        ("Footer", frame.foot),
        ("Draft", frame.meta),
        ("Table End", TypeStyle(size=2.0, leading=4.0)),
    ):
        style = (
            styles[name] if name in ("Header", "Footer") else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        )
        style.base_style = styles["Normal"]
        apply(style, tokens, theme, name, lead, keep=False)
        if name in ("Masthead Upper", "Masthead", "Meta Line", "Footer"):
            xml.right_tab(style, tab)
    if theme.layout.folio == "dashes":
        furnish.folios(styles, frame.foot)
    apparatus.notes(styles, theme, frame.caption, lead)
    apparatus.contents(styles, theme, frame, lead)
    rules.frame(styles, theme, frame.kind)
    characters(styles, theme, frame.kind.size)
    rules.tables(styles, theme)


def _share(styles: Any, theme: Theme, lead: str) -> None:
    """Fit the styles of two languages to the page that they share.

    A picture stands over both. Side by side, a pair has its space below it;
    under one another, a paragraph stays with its translation.
    """
    from docx.shared import Pt

    below = max(scale.caption.after for scale in (theme.type_bilingual.zh, theme.type_bilingual.en))
    for script in _SCRIPTS:
        for name in ("Picture", "Picture Alone", "Caption"):
            styles[f"{name} ({script})"].paragraph_format.alignment = CENTRED
        styles[f"Picture Alone ({script})"].paragraph_format.space_after = Pt(below)
        if theme.layout.bilingual == "columns":
            for name in ("Body Text", "Body Text Ended"):
                styles[f"{name} ({script})"].paragraph_format.space_after = PAIR_GAP
    if theme.layout.bilingual == "alternating":
        styles[f"Body Text ({lead})"].paragraph_format.keep_with_next = True


def _paragraph_style(styles: Any, name: str, script: str, *, bilingual: bool) -> Any:
    from docx.enum.style import WD_STYLE_TYPE

    if bilingual:
        style = styles.add_style(f"{name} ({script})", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        if name in _BUILT_IN:
            clear(styles[name])
            styles[name].base_style = styles["Normal"]
            style.base_style = styles[name]
        style.quick_style = True
        return style
    if name in _BUILT_IN:
        style = styles[name]
        style.base_style = styles["Normal"]
        return style
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    style.quick_style = True
    return style


def _defaults(document: Any, theme: Theme, language: str) -> None:
    """Set Normal and what every style starts from: fonts by script, languages."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    normal = document.styles["Normal"]
    set_fonts(normal.element.get_or_add_rPr(), theme.fonts.latin.family, theme.fonts.han.family)
    if (body := theme.type.of(language).body).tracking:
        normal.font.size = Pt(body.size)  # the grid of characters is counted from it
    normal.font.color.rgb = xml.colour(theme.colours.text)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    english = "en-US" if language.startswith("zh") else region(language)
    chinese = region(language) if language.startswith("zh") else "zh-CN"
    lang = xml.make("w:lang", val=english, eastAsia=chinese, bidi="ar-SA")
    properties.append(lang)
    line_rules.of_document(document, theme.typography, language)
