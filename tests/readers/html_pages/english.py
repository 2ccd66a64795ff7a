"""Pages in the ways of Western CMSs, of office programs and browsers; and some that hold no article."""

import base64
import json

from tests.readers.html_pages import stories as s
from tests.readers.html_pages.parts import FOOT, HALL, NAV, RELATED, Saved, links, page, ps


def word_html() -> Saved:
    """What Word saves as a filtered and an unfiltered page: mso styles, lists drawn by hand, notes."""
    t = s.EN
    items = "".join(
        f"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·"
        f"<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>{item}<o:p></o:p></p>"
        for item in t.items
    )
    body = (
        f"<div class=WordSection1><p class=MsoTitle>{t.headline}<o:p></o:p></p>"
        + ps(t.paragraphs[:3], "<p class=MsoNormal>", "<o:p></o:p></p>\n").replace(
            "on Thursday.<",
            'on Thursday.<a style=\'mso-footnote-id:ftn1\' href="#_ftn1" name="_ftnref1" title=""><span '
            "class=MsoFootnoteReference><span style='mso-special-character:footnote'>[1]</span></span></a><",
        )
        + f"<h2>{t.heading}</h2>{items}{ps(t.paragraphs[3:], '<p class=MsoNormal>')}</div>"
        "<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width=\"33%\">"
        "<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href=\"#_ftnref1\" "
        'name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Timetable of the harbor office.</p></div></div>'
    )
    head = (
        f'<meta name=Generator content="Microsoft Word 15"><title>{t.headline}</title><!--[if gte mso 9]><xml><w:WordDocument>'
        "<w:View>Print</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {margin:0} --></style>"
    )
    says = (t.headline, *t.paragraphs[1:], t.heading, *t.items, "Timetable of the harbor office.")
    return Saved(
        "word",
        page(head, body, "EN-US", "cp1252", "windows-1252"),
        says,
        ("WordDocument", "Print", "margin"),
    )


def wordpress_en() -> Saved:
    """WordPress with JSON-LD in a graph, a cookie banner, related posts within the text, footnotes."""
    t = s.EN
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Organization", "@id": "#org", "name": t.source},
            {
                "@type": ["Article", "NewsArticle"], "headline": t.headline.replace("evening", "evening"),
                "author": {"@type": "Person", "name": t.author}, "datePublished": "2026-03-05T09:15:00+00:00",
                "publisher": {"@type": "Organization", "name": t.source}, "keywords": ["ferry", "Gull Island"],
            },
        ],
    }  # fmt: skip
    note = '<sup class="fn"><a href="#fn-1" id="fnref-1">1</a></sup>'
    talk = "".join(
        f'<li class="comment"><p>{c}</p><time>March {n}, 2026</time></li>'
        for n, c in enumerate(s.COMMENTS_EN, 6)
    )
    body = (
        f'<div id="cookie-notice">{ps(s.COOKIES_EN)}<button>Accept</button></div><header id="masthead"><nav>'
        f'{links(s.NAV_EN, "span")}</nav></header><article class="post"><h1 class="entry-title">{t.headline}</h1>'
        f'<p class="byline">By <a href="/author/eb">{t.author}</a> | March 5, 2026</p><div class="entry-content">'
        f"<p>{t.paragraphs[0]}{note}</p>{ps(t.paragraphs[1:2])}"
        f'<div class="wp-caption aligncenter"><a href="big.png"><img src="ferry.png" width="600"></a>'
        f'<p class="wp-caption-text">{t.caption}</p></div>{ps(t.paragraphs[2:4])}'
        f'<div class="jp-relatedposts"><h3>Related</h3>{links(s.RELATED_EN, "p")}</div><h3>{t.heading}</h3>'
        f'{ps(t.paragraphs[4:])}<ol>{ps(t.items, "<li>", "</li>")}</ol><section class="footnotes"><hr><ol><li id="fn-1">'
        '<p>Sailings are listed by the harbor office. <a href="#fnref-1">↩</a></p></li></ol></section>'
        f'</div></article><div id="comments"><h2>3 thoughts</h2><ol>{talk}</ol></div><footer>{ps(s.FOOT_EN)}</footer>'
    )
    head = f'<title>{t.headline} - {t.source}</title><script type="application/ld+json">{json.dumps(graph)}</script>'
    says = (*t.says, "Sailings are listed by the harbor office.")
    return Saved("wordpress-en", page(head, body, "en-US"), says,
                 (*s.NAV_EN, *s.RELATED_EN, *s.FOOT_EN, *s.COMMENTS_EN, *s.COOKIES_EN), {"ferry.png": HALL})  # fmt: skip


def drupal() -> Saved:
    """Drupal with microdata, a standfirst, a pull quote that is the site's, a block of most read."""
    t = s.EN
    body = (
        f'<nav class="menu--main">{links(s.NAV_EN)}</nav><div class="breadcrumb"><a href="/">Home</a> » News</div>'
        f'<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{t.headline}</h1>'
        f'<span itemprop="author">{t.author}</span> <time itemprop="datePublished" datetime="2026-03-05T09:15:00Z">5 March 2026'
        f'</time><div class="block-most-read"><h3>Most read</h3><ol>{links(s.RELATED_EN)}</ol></div>'
        f'<div class="field field--name-body" itemprop="articleBody">{ps(t.paragraphs[:3])}<blockquote><p>{t.paragraphs[3]}</p>'
        f'</blockquote>{ps(t.paragraphs[4:])}</div></div><div class="region-footer">{ps(s.FOOT_EN)}</div>'
    )
    head = f'<title>{t.headline} | {t.source}</title><meta property="og:site_name" content="{t.source}">'
    says = (t.headline, *t.paragraphs, t.source, t.author)
    return Saved("drupal", page(head, body, "en-GB"), says, (*s.NAV_EN, *s.RELATED_EN, *s.FOOT_EN))


def wire() -> Saved:
    """A newswire: dateline, source at the end, a list of releases of the same issuer, share buttons."""
    t = s.EN
    body = (
        f'<header class="header">{links(s.NAV_EN, "span")}</header><main><article class="news-release"><h1>{t.headline}</h1>'
        '<p class="meta">News provided by <a href="/i/hl">Harbor Light</a> Mar 05, 2026, 09:15 ET</p>'
        '<div class="share"><a href="#">Share this article with your network</a></div><section class="release-body container">'
        f'<div class="row"><p><span class="xn-location">PORT WREN, Maine</span>, <span class="xn-chron">March 5, 2026</span> '
        f"/Harborwire/ -- {t.paragraphs[0]}</p>{ps(t.paragraphs[1:])}<p>SOURCE Harbor Light</p></div></section></article>"
        f'<section class="more-releases"><h3>More Releases From This Source</h3>{links(s.RELATED_EN, "div")}</section></main>'
        f"<footer>{ps(s.FOOT_EN)}</footer>"
    )
    says = (t.headline, *t.paragraphs, t.source)
    return Saved("wire", page(f"<title>{t.headline}</title>", body, "en"), says,
                 (*s.NAV_EN, *s.RELATED_EN, *s.FOOT_EN, "Share this article with your network"))  # fmt: skip


def chromium() -> Saved:
    """A page as Chromium saves it: "saved from", scripts' leavings, a folder of files, hidden dialogs."""
    t = s.EN
    body = (
        f'<div id="root"><div class="css-1x"><div role="navigation">{links(s.NAV_EN, "span")}</div><div class="css-2y">'
        f'<h1 class="css-h">{t.headline}</h1><div class="css-m">By {t.author} · March 5, 2026</div><section class="css-b">'
        f'<picture><source srcset="./Ferry_files/ferry.webp 2x"><img src="./Ferry_files/ferry.png" alt="A ferry"></picture>'
        f'<figcaption>{t.caption}</figcaption>{ps(t.paragraphs)}<iframe src="./Ferry_files/saved_resource.html"></iframe>'
        f'</section></div><div class="css-r">{links(s.RELATED_EN * 2, "div")}</div></div></div>'
        f'<div role="dialog" class="modal">{s.COOKIES_EN[0]}</div><div hidden>{s.COMMENTS_EN[0]}</div>'
    )
    saved = b"<!-- saved from url=(0036)https://harborlight.example/ferry/9 -->\n"
    return Saved("chromium", saved + page(f"<title>{t.headline}</title>", body, "en"), (t.headline, *t.paragraphs, t.caption,
                 t.author), (*s.NAV_EN, *s.RELATED_EN, *s.COOKIES_EN, s.COMMENTS_EN[0]), {"Ferry_files/ferry.png": HALL})  # fmt: skip


def archive() -> Saved:
    """A web archive (.mhtml) with the picture in it."""
    t = s.EN_SHORT
    held = page(f"<title>{t.headline}</title>", f'<h1>{t.headline}</h1>{ps(t.paragraphs)}<img src="https://x.example/q.png">'
                 "<p>▲ The room on Monday</p>", "en")  # fmt: skip
    parts = [
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"--b\"\r\n\r\n----b\r\n"
        "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://x.example/\r\n\r\n",
        base64.encodebytes(held).decode(),
        "\r\n----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        "Content-Location: https://x.example/q.png\r\n\r\n",
        base64.encodebytes(HALL).decode(),
        "\r\n----b--\r\n",
    ]  # fmt: skip
    return Saved("archive.mhtml", "".join(parts).encode(), (t.headline, *t.paragraphs, "The room on Monday"))


def live_blog() -> Saved:
    """An article among unnamed comments that say as much as it does, and teasers with extracts."""
    t = s.EN
    talk = "".join(
        f'<div class="z9"><b>user{n}</b> {n} hours ago<div>{c}</div></div>'
        for n, c in enumerate(s.COMMENTS_EN, 2)
    )
    teasers = "".join(f'<div class="q7"><a href="{n}">{x}</a><p><a href="{n}">{x}, and what it means.</a></p></div>'
                      for n, x in enumerate(s.RELATED_EN))  # fmt: skip
    body = (
        f'<div class="x1">{links(s.NAV_EN, "i")}</div><div class="x2"><div class="x3"><h1>{t.headline}</h1>{ps(t.paragraphs)}</div>'
        f'<div class="x4">{talk}</div><div class="x5">{teasers}</div></div><div class="x6">{ps(s.FOOT_EN, "<span>", "</span>")}</div>'
    )
    return Saved("live-blog", page(f"<title>{t.headline}</title>", body, "en"), (t.headline, *t.paragraphs),
                 (*s.NAV_EN, *s.COMMENTS_EN, *s.RELATED_EN, *s.FOOT_EN))  # fmt: skip


def text_in_body() -> Saved:
    """No elements but line ends: the text straight in the body."""
    t = s.EN_SHORT
    return Saved(
        "bare", f"<h2>{t.headline}</h2>{'<br><br>'.join(t.paragraphs)}".encode(), (t.headline, *t.paragraphs)
    )


def pre() -> Saved:
    """A text in pre, as old mailing lists are kept."""
    t = s.EN_SHORT
    text = "\n\n".join(p.replace(", ", ",\n") for p in t.paragraphs)
    return Saved("pre", page("", f"<h1>{t.headline}</h1><pre>{text}</pre>", "en"),
                 (t.headline, *(p.replace(", ", ",\n") for p in t.paragraphs)))  # fmt: skip


def docs() -> Saved:
    """A document published from Google Docs: bold that is not, classes only, links through a redirect."""
    t = s.EN
    body = (
        f'<div id="contents"><b style="font-weight:normal" id="docs-internal-guid-1"><h1 class="c4 title"><span class="c2">'
        f"{t.headline}</span></h1>"
        + ps(t.paragraphs, '<p class="c1"><span style="font-weight:400">', "</span></p>")
        + f'<p class="c1"><span style="font-weight:700">{t.heading}</span></p><ul class="c7">{ps(t.items, "<li>", "</li>")}</ul></b></div>'
    )
    return Saved(
        "docs",
        page(f"<title>{t.headline}</title>", body, "en"),
        (t.headline, *t.paragraphs, t.heading, *t.items),
    )


def empty() -> Saved:
    """A page without text."""
    return Saved("empty", page("<title>Nothing</title>", "<script>load()</script>", "en"), (), refused=True)


def furniture_only() -> Saved:
    """The front page of a site: links and notices."""
    return Saved("furniture-only", page("<title>云汀</title>", f"{NAV}{RELATED}{FOOT}"), (), refused=True)


def frames() -> Saved:
    """A frameset."""
    data = b'<html><head><title>x</title></head><frameset cols="20%,*"><frame src="menu.htm"><frame src="a.htm"></frameset></html>'
    return Saved("frames", data, (), refused=True)
