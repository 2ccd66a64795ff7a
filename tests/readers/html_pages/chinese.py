"""Pages in the ways of Chinese CMSs."""

from tests.readers.html_pages import stories as s
from tests.readers.html_pages.parts import AROUND_ZH, FOOT, HALL, NAV, RELATED, Saved, links, page, ps


def trs() -> Saved:
    """A government site on TRS: meta of the government's standard, TRS_Editor in itself, GBK said to be gb2312."""
    t = s.HANS
    head = (
        f'<title>{t.headline}_云汀市人民政府</title><meta name="SiteName" content="云汀市人民政府">'
        f'<meta name="ArticleTitle" content="{t.headline}"><meta name="PubDate" content="2026-03-05 21:30">'
        f'<meta name="ContentSource" content="{t.source}"><meta name="Author" content="{t.author}">'
        '<meta name="Keywords" content="夜读节,图书馆"><meta name="ColumnName" content="要闻">'
    )
    body = (
        f'{NAV}<div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/yw">要闻</a></div>'
        f'<div class="xl_tit"><h2>{t.headline}</h2></div><div class="xl_info"><span>发布时间：2026-03-05 21:30</span>'
        f"<span>来源：{t.source}</span><span>字体：[<a>大</a> <a>中</a> <a>小</a>]</span></div>"
        '<div class="xl_con"><div class="TRS_Editor"><style>.TRS_Editor P{{margin:0}}</style><div class="TRS_Editor">'
        + ps(t.paragraphs[:2], '<p align="justify">　　')
        + '<p align="center"><img src="./W02026.png" oldsrc="W02026.png" style="border-width:0px;"></p>'
        f'<p align="center">{t.caption}</p>'
        + ps(t.paragraphs[2:], '<p align="justify">　　')
        + f'</div></div></div><div class="xl_ewm"><p>{s.SHARE_ZH[2]}</p></div>{RELATED}{FOOT}'
    )
    says = (*t.paragraphs, t.headline, t.source, t.author, t.caption)
    return Saved("trs", page(head, body, encoding="gb18030", said="gb2312"), says,
                 (*AROUND_ZH, s.SHARE_ZH[2]), {"W02026.png": HALL})  # fmt: skip


def boda() -> Saved:
    """A university site on 博达: a form around the text, the fields in one line, paths that climb."""
    t = s.HANS
    body = (
        f'<div class="topbar"><a href="../index.htm">学院主页</a></div>{NAV}<form name="_newscontent_fromname">'
        f'<div class="content-title"><h3>{t.headline}</h3><i>文章来源：{t.source}&nbsp;&nbsp;作者：{t.author}&nbsp;&nbsp;'
        '发布时间：2026年03月05日 点击：[<span id="dynclicks">213</span>]</i></div>'
        '<div class="v_news_content" id="vsb_content"><p style="text-indent: 2em;"><span style="font-size:16px">'
        + '</span></p><p style="text-indent: 2em;"><span style="font-size:16px">'.join(t.paragraphs)
        + '</span></p><p style="text-align:center;"><img width="500" src="/__local/hall.png" vsbhref="x"></p>'
        f'<p style="text-align: center;"><span style="font-size: 14px;">{t.caption}</span></p>'
        '<p style="text-align: right;">（审核：温澜）</p></div>'
        '<p align="right">【<a href="javascript:window.close()">关闭</a>】</p>'
        f'<p>上一条：<a href="1.htm">{s.RELATED_ZH[0]}</a></p><p>下一条：<a href="2.htm">{s.RELATED_ZH[1]}</a></p>'
        f"</form>{FOOT}"
    )
    head = f"<title>{t.headline}-青岚学院</title>"
    says = (*t.paragraphs, t.headline, t.source, t.author, t.caption, "温澜")
    return Saved("boda", page(head, body), says, (*s.NAV_ZH, *s.FOOT_ZH, *s.RELATED_ZH[:2], "学院主页"),
                 {"__local/hall.png": HALL})  # fmt: skip


def wechat() -> Saved:
    """An article of a WeChat account as a browser saves it: sections in sections, pictures by data-src."""
    t = s.HANS
    lines = "".join(
        f'<section><section style="margin:0 8px"><p style="text-indent:2em"><span style="font-size:15px">'
        f'<span leaf="">{p}</span></span></p></section></section><p><br></p>'
        for p in t.paragraphs
    )
    body = (
        f'<div id="js_article" class="rich_media"><div class="rich_media_inner"><h1 class="rich_media_title" '
        f'id="activity-name"> {t.headline} </h1><div id="meta_content" class="rich_media_meta_list">'
        f'<span class="rich_media_meta rich_media_meta_text">{t.author}</span><span class="rich_media_meta '
        f'rich_media_meta_nickname" id="profileBt"><a href="javascript:void(0);" id="js_name">{t.source}</a></span>'
        '<em id="publish_time" class="rich_media_meta rich_media_meta_text">2026年3月5日 21:30</em></div>'
        '<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">'
        f'<section style="text-align:center"><img class="rich_pages" data-src="https://mmbiz.example/0?wx_fmt=png" '
        'src="夜读节_files/640.png" alt="图片"></section>'
        f'<p style="text-align:center"><span style="font-size:12px;color:#888">▲{t.caption}</span></p>{lines}'
        '<p style="text-align:center"><strong>END</strong></p></div>'
        f'<div class="rich_media_tool"><div id="js_tags_preview_toast">{s.SHARE_ZH[0]}</div></div>'
        f'<div id="js_pc_qr_code" style="display:none">{s.SHARE_ZH[2]}</div></div></div>'
        f'<div class="discuss_container comment">{ps(s.COMMENTS_ZH)}</div>'
    )
    head = (
        f'<title>{t.headline}</title><meta property="og:title" content="{t.headline}">'
        f'<meta property="og:site_name" content="微信公众平台"><meta name="author" content="{t.author}">'
    )
    says = (*t.paragraphs, t.headline, t.source, t.author, t.caption)
    return Saved("wechat", page(head, body, lang="zh_CN"), says, (*s.COMMENTS_ZH, s.SHARE_ZH[0], s.SHARE_ZH[2]),
                 {"夜读节_files/640.png": HALL})  # fmt: skip


def discuz() -> Saved:
    """A forum: the first post is the article, those below answer it; paragraphs by line ends alone."""
    t = s.HANS
    posts = "".join(
        f'<div id="post_{n}"><table class="plhin"><tr><td class="pls">用户{n}</td><td class="plc"><div class="pi">'
        f'发表于 2026-3-6 0{n}:10</div><div class="t_fsz"><table><tr><td class="t_f" id="postmessage_{n}">{c}</td>'
        "</tr></table></div></td></tr></table></div>"
        for n, c in enumerate(s.COMMENTS_ZH, 2)
    )
    text = "<br />\n<br />\n".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{p}" for p in t.paragraphs)
    body = (
        f'<div id="hd"><div id="nv"><ul>{links(s.NAV_ZH)}</ul></div></div><div id="ct"><div id="postlist">'
        f'<table><tr><td class="pls">查看: 321|回复: 3</td><td class="plc ptm"><h1 class="ts"><span id="thread_subject">'
        f'{t.headline}</span></h1></td></tr></table><div id="post_1"><table class="plhin"><tr><td class="pls">'
        f'<a href="space-uid-1.html">{t.author}</a></td><td class="plc"><div class="pi"><em>发表于 2026-3-5 21:30</em></div>'
        f'<div class="t_fsz"><table cellspacing="0"><tr><td class="t_f" id="postmessage_1">\n{text}</td></tr></table></div>'
        f'</td></tr></table></div>{posts}</div></div><div id="ft">{ps(s.FOOT_ZH)}</div>'
    )
    head = f"<title>{t.headline} - 云汀论坛 - Powered by Discuz!</title>"
    return Saved("discuz", page(head, body, encoding="gb18030", said="gbk"), (t.headline, *t.paragraphs),
                 (*s.NAV_ZH, *s.FOOT_ZH, *s.COMMENTS_ZH))  # fmt: skip


def dedecms() -> Saved:
    """An old DedeCMS site: tables for the layout, everything in one cell, single line ends with indents."""
    t = s.HANS
    text = "<br>\n".join(f"　　{p}" for p in t.paragraphs)
    side = f"<td width=200 valign=top>{links(s.RELATED_ZH, 'div')}</td>"
    body = (
        f"<table width=960 align=center><tr><td colspan=2>{' | '.join(s.NAV_ZH)}</td></tr><tr>{side}<td valign=top>"
        f'<table width="100%"><tr><td align=center class=title><b><font size=4>{t.headline}</font></b></td></tr>'
        f"<tr><td align=center>时间：2026-03-05 21:30 来源：{t.source} 作者：{t.author} 点击：<script>document.write(9)"
        f"</script>次</td></tr><tr><td id=content>{text}</td></tr></table></td></tr>"
        f"<tr><td colspan=2 align=center>{'<br>'.join(s.FOOT_ZH)}</td></tr></table>"
    )
    head = f"<title>{t.headline}_云汀新闻网</title><meta name=keywords content='夜读节,图书馆'>"
    says = (*t.paragraphs, t.headline, t.source, t.author)
    return Saved("dedecms", page(head, body, encoding="gb18030", said="gb2312"), says, AROUND_ZH)


def wordpress_zh() -> Saved:
    """A Chinese WordPress with a theme that says little by its classes, and a wall of comments."""
    t = s.HANS
    talk = "".join(
        f'<li class="comment even"><cite>读者{n}</cite> <time>2026-03-06 0{n}:00</time>{ps([c])}</li>'
        for n, c in enumerate(s.COMMENTS_ZH * 2)
    )
    blocks = (
        ps(t.paragraphs[:2], '<p class="wp-block-paragraph">')
        + f'<figure class="wp-block-image"><img src="hall.webp.png" alt="现场"><figcaption>{t.caption}</figcaption></figure>'
        + ps(t.paragraphs[2:4])
        + f'<h2 class="wp-block-heading">{t.heading}</h2>{ps(t.paragraphs[4:])}'
        + f'<ul class="wp-block-list">{ps(t.items, "<li>", "</li>")}</ul>'
    )
    body = (
        f'<header class="site-header"><nav>{links(s.NAV_ZH, "span")}</nav></header><div id="primary"><main><article>'
        f'<header class="entry-header"><h1 class="entry-title">{t.headline}</h1><div class="entry-meta"><time '
        f'class="entry-date published" datetime="2026-03-05T13:30:00+00:00">2026年3月5日</time> 作者：<span class="author">'
        f'{t.author}</span> 来源：{t.source}</div></header><div class="entry-content">{blocks}'
        f'<div class="sharedaddy">{s.SHARE_ZH[0]}</div></div><footer class="entry-footer">分类：新闻 标签：夜读</footer>'
        f'</article></main><section id="comments"><ol class="commentlist">{talk}</ol></section></div>{FOOT}'
    )
    return Saved("wordpress-zh", page(f"<title>{t.headline} – 云汀客</title>", body), t.says,
                 (*s.NAV_ZH, *s.FOOT_ZH, *s.COMMENTS_ZH, s.SHARE_ZH[0]), {"hall.webp.png": HALL})  # fmt: skip


def nothing_named() -> Saved:
    """A page whose classes are letters: furniture is told by its links and by its place."""
    t = s.HANS
    teasers = "".join(f'<div class="k"><a href="{n}">{x}</a></div>' for n, x in enumerate(s.RELATED_ZH * 3))
    body = (
        f'<div class="a">{links(s.NAV_ZH, "span")}</div><div class="b"><div class="c"><div class="d">{t.headline}</div>'
        f'<div class="e"><span>{t.source}</span> <span>2026-03-05 21:30</span></div>'
        f'<div class="f">{ps(t.paragraphs, "<div>", "</div>")}</div></div><div class="g"><div class="h">推荐阅读</div>{teasers}'
        f'</div></div><div class="i">{"　".join(s.FOOT_ZH)}</div>'
    )
    return Saved("nothing-named", page(f"<title>{t.headline}</title>", body), (*t.paragraphs, t.headline, t.source),
                 AROUND_ZH)  # fmt: skip


def big5() -> Saved:
    """A Taiwanese site in Big5, with DIV and FONT only."""
    t = s.HANT
    body = (
        f'<div id="menu">{" / ".join(s.NAV_EN)}</div><div id="main"><font size="5"><b>{t.headline}</b></font><br>'
        f'<font size="2">【{t.source}／記者{t.author}】 2026/03/06</font><br><br>{"<br><br>".join(t.paragraphs)}</div>'
        '<div id="footer">版權所有 海港日報社</div>'
    )
    return Saved("big5", page(f"<title>{t.headline} | {t.source}</title>", body, "zh-TW", "big5"),
                 (t.headline, *t.paragraphs, t.author), (*s.NAV_EN, "版權所有 海港日報社"))  # fmt: skip


def hant() -> Saved:
    """A Taiwanese university on Drupal: a list of tags, a font size bar, attachments; lang says en."""
    t = s.HANT
    body = (
        '<a class="skip-link" href="#main">跳到主要內容區塊</a><div class="meta-bar">字級：小 中 大</div>'
        f'<div class="region-content"><h2 class="node__title">{t.headline}</h2><div class="node__meta">發布日期：2026-03-06'
        f'</div><div class="field field--name-body field--type-text-with-summary">{ps(t.paragraphs)}</div>'
        f'<div class="field field--name-field-tags"><a href="/t/1">導覽活動標籤</a></div></div>'
        f"<footer>{''.join(s.NAV_EN)}</footer>"
    )
    return Saved("hant", page(f"<title>{t.headline} | 海港大學</title>", body, "en"), (t.headline, *t.paragraphs),
                 ("字級：小 中 大", "導覽活動標籤", "".join(s.NAV_EN)))  # fmt: skip


def page_builder() -> Saved:
    """A page builder: each paragraph in boxes of its own, the picture between them."""
    t = s.HANS
    boxes = "".join(
        f'<div class="row"><div class="col"><div class="text-widget-x"><p>{p}</p></div></div></div>'
        for p in t.paragraphs
    )
    body = (
        f'{NAV}<div class="wrap"><div class="row"><div class="col"><h1>{t.headline}</h1></div></div>{boxes}'
        f'<div class="row"><div class="col"><figure><img src="hall.png"><figcaption>{t.caption}</figcaption></figure></div></div>'
        f"</div>{RELATED}{FOOT}"
    )
    return Saved("page-builder", page(f"<title>{t.headline}</title>", body), (t.headline, *t.paragraphs, t.caption),
                 AROUND_ZH, {"hall.png": HALL})  # fmt: skip


def broken() -> Saved:
    """Broken markup: tags that never close, nested wrongly, attributes without quotes."""
    t = s.HANS
    body = (
        f"<div class=nav>{links(s.NAV_ZH)}<div></div></div><center><h1>{t.headline}</center></h1><div id=zoom><p><font>"
        + "<p><font color=#333><b></font>".join(t.paragraphs)
        + f"</b></div></div></div><ul class=xgwz>{links(s.RELATED_ZH)}<div class=footer>{'<p>'.join(s.FOOT_ZH)}"
    )
    data = page(f"<title>{t.headline}", body).replace(b"</title>", b"").replace(b"<body>", b"</title><body>")
    return Saved("broken", data, (t.headline, *t.paragraphs), AROUND_ZH)


def font_soup() -> Saved:
    """Font elements that are never closed, four hundred deep."""
    t = s.HANS
    text = "".join(f"<p>{'<font><b></b>' * 80}{p}" for p in t.paragraphs)
    return Saved("font-soup", page(f"<title>{t.headline}</title>", f"<h1>{t.headline}</h1><div>{text}</div>"),
                 (t.headline, *t.paragraphs))  # fmt: skip


def short() -> Saved:
    """A notice of two sentences among much furniture."""
    t = s.HANS_SHORT
    body = (
        f'{NAV}<div class="article"><div class="tit">{t.headline}</div><div class="info">{t.date} {t.source}</div>'
        f'<div class="con">{ps(t.paragraphs)}</div></div>{RELATED}{FOOT}'
    )
    return Saved("short", page(f"<title>{t.headline}</title>", body), (t.headline, *t.paragraphs), AROUND_ZH)


def tables() -> Saved:
    """A page of figures: a table with a title that goes across, merged cells, a head; another for the layout."""
    t = s.HANS_SHORT
    table = (
        '<table style="border-collapse:collapse" border="1"><tbody><tr><td colspan="3">校园公交时刻</td></tr>'
        "<tr><td><strong>线路</strong></td><td><strong>首班</strong></td><td><strong>末班</strong></td></tr>"
        '<tr><td rowspan="2">一号线</td><td>6:30</td><td>22:10</td></tr><tr><td>6:45</td><td>22:25</td></tr></tbody></table>'
    )
    body = (
        f'<table><tr><td><div class="left">{links(s.NAV_ZH, "p")}</div></td><td><h1>{t.headline}</h1>{ps(t.paragraphs)}{table}'
        f"<table><tr><td><img src=hall.png></td></tr><tr><td align=center>首班车驶出校门</td></tr></table></td></tr></table>{FOOT}"
    )
    says = (t.headline, *t.paragraphs, "校园公交时刻", "线路", "首班", "一号线", "22:25", "首班车驶出校门")
    return Saved(
        "tables",
        page(f"<title>{t.headline}</title>", body),
        says,
        (*s.NAV_ZH, *s.FOOT_ZH),
        {"hall.png": HALL},
    )
