"""Print-ready HTML: one file with its fonts and pictures inside, and no request to anywhere."""

import base64
import json
from collections.abc import Sequence
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import Any

import msgspec

from publisher import pairs, resources
from publisher.contracts import Context
from publisher.errors import ConfigError, ExportError
from publisher.exporters import bilingual, html_head, watermark
from publisher.exporters.amounts import columns_of_amounts
from publisher.exporters.captions import numbered
from publisher.exporters.columns import across, runs
from publisher.exporters.composed.settling import settled
from publisher.exporters.composed.story import story
from publisher.exporters.faces import Faces
from publisher.exporters.frame import annexed, closing, feet, framed, is_held, is_signed
from publisher.exporters.glyphs import tell_missing, tell_spared
from publisher.exporters.html_text import InlineHtml
from publisher.exporters.json_ld import news_article
from publisher.exporters.titles import GUTTER, title_lines
from publisher.model import Article, Asset, Figure, Heading, Release
from publisher.safety import safe_url
from publisher.theme import Font, Theme
from publisher.walk import plain


class HtmlExporter:
    """Makes the page; the PDF exporter sets the same page for print."""

    name = "html"
    suffix = ".html"
    media_type = "text/html"

    def export(self, release: Release, context: Context) -> bytes:
        """Return the page as UTF-8; a Notice names characters that its fonts lack."""
        faces = Faces(release, context)
        tell_missing(faces.missing(), release, context)
        tell_spared(faces.spared(), release, context)
        return page(release, context, faces.css(), browser=True).encode()


@cache
def _environment(folders: tuple[str, ...]) -> Any:
    """Return the templates of a theme, compiled once for all the files of a run.

    A theme may come from anybody, so its templates run where they reach
    nothing but what they are given. A theme with a template of its own includes
    that of its base by the base's folder: ``press/print.css.j2``.
    """
    import jinja2
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    bases = jinja2.PrefixLoader({Path(folder).name: jinja2.FileSystemLoader(folder) for folder in folders})
    return ImmutableSandboxedEnvironment(
        loader=jinja2.ChoiceLoader([jinja2.FileSystemLoader(folders), bases]),
        autoescape=jinja2.select_autoescape(["html.j2"]),
        undefined=jinja2.StrictUndefined,
    )


def page(release: Release, context: Context, font_faces: str, *, browser: bool) -> str:
    """Return the page of ``release`` in the fonts of the rules ``font_faces``.

    Without ``browser`` it leaves out what only browsers understand, and what
    our line composer does for WeasyPrint. The mark of a draft is behind each
    printed page.
    """
    release, context = numbered(release, context), framed(release, context)
    if not browser:
        release, context, _ = settled(release, context)
    articles = pairs.sides(release) if len(release.editions) == 2 else release.editions
    composed = cache(partial(story, release, context))
    two = len(articles) == 2
    rows = () if not two else bilingual.rows(release, context.theme) if browser else composed().rows
    shares = bilingual.shares(release, context.theme)
    sides = [side(article, context, share) for article, share in zip(articles, shares, strict=True)]
    tokens = {
        **_style(release, context, sides),
        "font_faces": font_faces,
        "watermark": _watermark(release, context),
        "browser": browser,
    }
    sheets = ("print.css.j2", "browser.css.j2") if browser else ("print.css.j2",)
    style = "\n".join(rendered(context.theme, sheet, tokens) for sheet in sheets)
    assets = {asset.name: asset for article in release.editions for asset in article.assets}
    of_page: dict[str, Any] = {
        "sides": sides,
        "rows": [[_row(pair) for pair in part] for part in bilingual.parted(rows, release, context.theme)],
        "css": _markup(style.replace("</", "<\\/")),
        "browser": browser,
        "columned": context.theme.layout.columns > 1 and len(sides) == 1 and not browser,
        "runs": runs,
        "closing": closing(sides[0]["furniture"]),
        "signed": is_signed(release, context.theme),
        "embargoed": is_held(release),
        "html": InlineHtml(context.furniture, wholes=browser),
        "plain": plain,
        "amounts": columns_of_amounts,
        "columns_of": lambda block, side: composed().tables[side["lang"], block.key],
        "tag": lambda block: block.__struct_config__.tag,
        "picture_of": lambda block: _picture(block, assets),
        "safe_url": safe_url,
        "page_title": document_title(articles, context),
        "meta_tags": html_head.names(articles, draft=bool(watermark.words(articles, context))),
        "properties": html_head.properties(articles),
        "json_ld": _markup(_script_json([news_article(article) for article in articles])),
    }
    return rendered(context.theme, "article.html.j2", of_page)


def rendered(theme: Theme, template: str, given: dict[str, Any]) -> str:
    """Return the ``template`` of ``theme`` filled; ConfigError where the theme's author went wrong."""
    import jinja2

    try:
        made: str = _environment(theme.folders).get_template(template).render(given)
    except (jinja2.TemplateError, ArithmeticError, LookupError, RuntimeError, TypeError, ValueError) as error:
        ours = Path(theme.folders[0]).parent == resources.templates()
        if ours and not isinstance(error, jinja2.TemplateError):
            raise
        line = f", line {error.lineno}" if isinstance(error, jinja2.TemplateSyntaxError) else ""
        missing = isinstance(error, jinja2.TemplateNotFound)
        told = f"there is no template {error}" if missing else error
        raise ConfigError(
            f"The theme {theme.name!r} cannot be used: {told} ({template}{line}).",
            hint="Put it right there; docs/themes.md names what templates are given.",
        ) from error
    return made


def side(article: Article, context: Context, share: float) -> dict[str, Any]:
    """Return what the template knows of one edition that takes ``share`` of the measure."""
    meta = article.meta
    chinese = meta.language.startswith("zh")
    blocks, annexes = annexed(article, context.theme) if share == 1 else (article.blocks, ())
    return {
        "article": article,
        "blocks": blocks,
        "annexes": annexes,
        "meta": meta,
        "lang": meta.language,
        "script": "zh" if chinese else "en",
        "furniture": context.furniture[meta.language],
        "headline_lines": title_lines(article, context.theme, share),
        "levels": heading_levels(article, frozenset(annex.label.key for annex in annexes)),
        "across": across(article, context.theme) if share == 1 else frozenset(),
        "issued": _moment(meta.issued),
        "embargo": _moment(meta.embargo),
    }


def heading_levels(article: Article, annexes: frozenset[str] = frozenset()) -> dict[str, int]:
    """Return the level in HTML of each heading by its key: the headline is the first, and none is skipped.

    The blocks with the keys ``annexes`` open an annex, at the second level.
    """
    found: dict[str, int] = {}
    level = 1
    for block in (*article.blocks, *article.meta.boilerplate):
        if block.key in annexes:
            level = 2
        elif isinstance(block, Heading):
            level = found[block.key] = min(block.level + 1, level + 1)
    return found


def _moment(at: datetime | None) -> str:
    return at.isoformat(timespec="seconds") if at else ""


def _row(pair: pairs.Pair) -> dict[str, Any]:
    """Return a row; pictures, their captions below one another, and large tables have the whole width."""
    wide = isinstance(pair.left, Figure) and isinstance(pair.right, Figure)
    return {**msgspec.structs.asdict(pair), "wide": wide, "in_turn": bilingual.is_wide(pair)}


def _style(release: Release, context: Context, sides: list[dict[str, Any]]) -> dict[str, Any]:
    theme = context.theme
    two = len(sides) == 2
    scripts = theme.type_bilingual if two else theme.type
    lead = sides[0]
    foot = scripts.of(lead["lang"]).foot
    chinese = lead["script"] == "zh"
    ink = getattr(theme.colours, foot.ink or "secondary")
    han = "press-han, press-spare"
    family = f"press-latin-zh, press-marks, {han}" if chinese else f"press-latin, {han}"
    if two:
        family = f"press-latin, press-latin-zh, press-marks, {han}"
    words, counters = feet([side["furniture"] for side in sides], theme)
    return {
        "fonts": theme.fonts,
        "colours": theme.colours,
        "dark": msgspec.structs.asdict(theme.colours_dark) if theme.colours_dark != theme.colours else {},
        "two": two,
        "layout": theme.layout,
        "typography": theme.typography,
        "page": theme.page_bilingual if two else theme.page,
        "zh": scripts.zh,
        "en": scripts.en,
        "screen": theme.type,
        "lead": scripts.of(lead["lang"]),
        "lead_script": lead["script"],
        "stack": _stack,
        "left_share": bilingual.shares(release, theme)[0],
        "gutter": GUTTER,
        "foot_left": _css_string("\n".join(words)),
        "foot_right": _css_counters("\n".join(counters)),
        "foot_style": f"font: {foot.size}pt/{foot.leading}pt {family}; color: {ink};",
    }


def document_title(articles: Sequence[Article], context: Context) -> str:
    """Return what a program shows as the file's title: the headlines, and first that it is a draft."""
    headlines = " / ".join(article.meta.headline for article in articles)
    mark = watermark.words(articles, context)
    return f"{mark} – {headlines}" if mark else headlines


def _watermark(release: Release, context: Context) -> str:
    words = watermark.words(release.editions, context)
    if not words:
        return ""
    on = context.theme.page_bilingual if len(release.editions) == 2 else context.theme.page
    steps = watermark.outline(words, context.theme.fonts.sans.bold, on)
    return watermark.image(steps, watermark.ink(context), on)


def _stack(*families: Font) -> str:
    return ", ".join(_css_string(name) for f in families for name in (f.family, *f.fallback))


def _css_string(text: str) -> str:
    """Return ``text`` as a CSS string in which nothing but letters and digits stands bare."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'


def _css_counters(pattern: str) -> str:
    """Return ``{page} / {pages}`` as a CSS content list."""
    parts = pattern.replace("{pages}", "\0pages\0").replace("{page}", "\0page\0").split("\0")
    names = {"page": "counter(page)", "pages": "counter(pages)"}
    return " ".join(names.get(part) or _css_string(part) for part in parts if part)


def _picture(block: Figure, assets: dict[str, Asset]) -> dict[str, Any]:
    asset = assets.get(block.asset)
    if asset is None:
        raise ExportError(f"The picture {block.asset!r} of block {block.key} is not in the article.")
    data = base64.b64encode(asset.data).decode("ascii")
    return {
        "url": f"data:{asset.media_type};base64,{data}",
        "width": asset.width,
        "height": asset.height,
        "alt": block.alt or plain(block.caption).strip() or asset.name,
    }


def _script_json(value: list[dict[str, Any]]) -> str:
    """Return JSON that cannot close the script element it stands in."""
    document: Any = value[0] if len(value) == 1 else value
    return json.dumps(document, ensure_ascii=False, indent=1).replace("<", "\\u003c").replace(">", "\\u003e")


def _markup(text: str) -> Any:
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 - escaped by the callers for the element it stands in
