"""What a web page sets around an article is taken out: navigation, buttons, counters, notices of rights.

Only a line that holds nothing else is furniture. What is content (editor,
source, date) stays for the metadata, where it is moved if it stands at the
head or the foot of the text.
"""

import re

import msgspec

from publisher.localization import front_matter
from publisher.model import Article, Block, Heading, Meta, Paragraph, Text
from publisher.repairs.edits import Tally
from publisher.report import Report
from publisher.walk import plain

_GAP = r"[\s\u3000\xa0|｜/·•>»›\-—_]*"
_BUTTONS = (
    "打印本页|打印此页|打印|列印|关闭窗口|关闭本页|关闭|關閉|收藏本页|加入收藏|收藏|返回列表|返回顶部|返回首页|返回上一页|返回|回到顶部|回頂部|返回頂部"
    "|上一页|下一页|上一頁|下一頁|首页|首頁|尾页|末页|网站首页|网站地图|网站導航|设为首页|设为主页|登录|登入|注册|註冊|搜索|搜尋|站内搜索|English|繁体|简体|繁體|簡體|无障碍|长者模式|适老化|手机版|客户端"
    "|复制链接|复制网址|扫码分享|一键分享|分享到|分享至|分享|转发|点赞|赞|踩|推荐|举报|评论|我要评论|发表评论|查看评论|全部评论|留言|纠错|我要纠错|订阅|关注|微信|朋友圈|新浪微博|微博|腾讯微博|QQ空间|QQ好友|QQ|人人网|豆瓣|钉钉|抖音"
    "|Facebook|Twitter|LINE|Line|LinkedIn|WhatsApp|Email|E-mail|Print|Share|Tweet|Close|Back to top|Top|Home|Menu|Search|Log in|Sign in|Sign up|Register|Subscribe|Skip to (?:main )?content|Next|Previous|Comments?|Save|Like"
    "|大|中|小|A\\+|A-|特大|默认|字号|字体|字體|字級|放大|缩小|【|】|\\[|\\]|（|）|\\(|\\)|：|:|、|，|,"
)
_BAR = re.compile(rf"\A{_GAP}(?:(?:{_BUTTONS}){_GAP})++\Z", re.IGNORECASE)
_LAST_BUTTONS = re.compile(rf"(?:[\s\u3000\xa0|｜]+(?:{_BUTTONS}))+\s*\Z", re.IGNORECASE)
_COUNTER = re.compile(
    r"[\[【（(]?\s*(?:点击数|点击量|点击率|点击次数|点击|點擊數|點閱數|點閱|浏览次数|浏览量|浏览数|浏览|瀏覽次數|瀏覽人次|瀏覽數|阅读次数|阅读量|阅读数|阅读|閱讀數|访问量|访问次数|访问|人气|评论数|转发数|Views?|Hits|Reads)"
    r"\s*[:：/]?\s*[\[【（(]?\s*(?:\d[\d,.]*\s*(?:次|人次|人|万|萬)?|-+|\.{2,})\s*[\]】）)]?\s*[\]】）)]?",
    re.IGNORECASE,
)
_SIZES = re.compile(
    r"[\[【（(]?\s*(?:字体大小|字号选择|字体|字号|字體|字級|Font size)\s*[:：]?\s*[\[【（(]?\s*(?:(?:特?大|中|小|默认|A\+?|A-|T)\s*[|｜/ ]*){1,4}\s*[\]】）)]?\s*[\]】）)]?"
)
_ACTIONS = re.compile(
    r"[\[【（(]\s*(?:打印(?:本页|此页)?|关闭(?:窗口|本页)?|收藏(?:本页)?|返回(?:列表|顶部)?|分享|纠错|大|中|小|列印|關閉|(?:大 ?中 ?小)|复制链接)\s*[\]】）)]"
)
_SHARE = re.compile(
    rf"\A(?:分享到|分享至|分享|分享此文|分享文章|Share(?: this| on| to)?)\s*[:：]?{_GAP}(?:(?:{_BUTTONS}){_GAP})*+\Z",
    re.IGNORECASE,
)
_NEIGHBOUR = re.compile(
    r"\A[\[【（(<«‹]*\s*(?:上一篇|下一篇|上一条|下一条|上一條|下一條|上一则|下一则|上一則|下一則|上篇|下篇|前一篇|后一篇|後一篇|Previous (?:article|post|story)|Next (?:article|post|story))"
    r"\s*[\]】）)]*\s*(?:[:：>»›]\s*.{0,80}|没有了|沒有了|无)?\Z",
    re.IGNORECASE,
)
_PATH = re.compile(
    r"\A(?:您?(?:现在|当前|目前|現在)?的?(?:所在)?位置(?:是)?\s*[:：]|当前位置|您的位置|所在位置|目前位置|You are here\s*:).{0,80}\Z"
    r"|\A\s*(?:首页|首頁|网站首页|主页|主頁|Home)\s*(?:[>»›/→＞-]++\s*+[^>»›/→＞。，-]{1,20}+){1,6}+\Z",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"\A.{0,40}(?:版权所有|版權所有|著作权所有|著作權所有|Copyright\s*(?:©|\(c\)|\d{4})|©\s*\d{4}|All rights reserved|保留所有权利|保留一切权利|未经(?:书面)?(?:授权|许可).{0,12}(?:转载|禁止|不得)).{0,80}\Z"
    r"|\A.{0,30}(?:[京沪津渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]ICP[备证]|公网安备|网安备|增值电信业务经营许可证|信息网络传播视听节目许可证|互联网新闻信息服务许可证|网站标识码|政府网站标识码).{0,80}\Z"
    r"|\A(?:技术支持|网站维护|维护单位|主办单位|承办单位|网站管理|网站声明|推荐使用|建议使用|最佳浏览)\s*[:：].{0,60}(?:版权|备案|ICP|邮编|浏览器|分辨率|科技|公司|网络).{0,40}\Z"
    r"|\A(?:免责声明|免責聲明|版权声明|版權聲明|特别声明|声明|Disclaimer)\s*[:：].{10,400}(?:转载|版权|侵权|侵權|轉載|立场|觀點|观点|copyright|views).{0,200}\Z",
    re.IGNORECASE,
)
_ADS = re.compile(
    r"\A[\[【（(]?(?:广告|廣告|推广|赞助商链接|Advertisement|Sponsored|ADVERTISEMENT)[\]】）)]?\Z"
    r"|\A(?:扫一扫|扫描二维码|扫码|长按识别|長按|微信扫一扫|扫描下方|请扫描|掃描|点击(?:上方|下方|这里|图片|查看更多|阅读原文)|关注我们|关注(?:官方)?(?:微信)?公众号|阅读原文|查看更多|更多精彩|点击加载更多|Click here to|Follow us on|Subscribe to our|Sign up for our|Download (?:the|our) app)[^。！？]{0,40}[！!。.]?\Z",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"\A[\[【（(■●◆▶]*\s*(?:相关(?:新闻|阅读|文章|链接|报道|推荐|稿件|附件下载)|相關(?:新聞|閱讀|文章|連結|報導)|推荐阅读|推薦閱讀|延伸阅读|延伸閱讀|热点新闻|热门新闻|热门文章|热门推荐|熱門新聞|最新文章|最新新闻|猜你喜欢|更多新闻|更多阅读|Related (?:articles|stories|news|posts)|Read more|Most read|You may also like|Recommended)"
    r"\s*[\]】）)]*\s*[:：]?\s*(?:更多>*|more>*)?\Z",
    re.IGNORECASE,
)
_MENU = frozenset(
    "首页 网站首页 学校首页 学校概况 学院概况 学校简介 学院简介 单位概况 机构设置 组织机构 新闻中心 新闻资讯 新闻动态 校园新闻 通知公告 信息公开 政务公开"
    " 政务服务 互动交流 招生就业 招生信息 人才培养 科学研究 师资队伍 学科建设 党建工作 党建思政 学生工作 校园文化 合作交流 图书馆 校友 校友会 联系我们 关于我们"
    " 加入我们 人才招聘 公司简介 公司新闻 产品中心 产品展示 解决方案 服务支持 下载中心 资料下载 专题专栏 视频 图片 媒体 English 登录 注册 搜索 网站地图".split()
)
_LABEL = re.compile(r"\A[^\s：:]{2,8}[：:]")
_SENTENCE_END = re.compile(r"[。！？!?.…；;][”’」』）)\"']*\Z")
_LINK_LINE = re.compile(
    r"\A[·•●▪\-*>]?\s*.{4,60}?(?:[\[(（]?\d{2,4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?[\])）]?)?\Z"
)
_DATED = re.compile(
    r"\A(?:发布时间|发布日期|發布時間|發佈日期|时间|時間|日期|更新时间|發表時間|Published|Posted|Date|Updated)\s*[:：]",
    re.IGNORECASE,
)
_FIELD = re.compile(r"\A(?:[^\s:：。]{2,6}[:：]\s*+\S{1,20}+(?:\s++|\Z))++\Z")
_EDGE = 4
"""So many paragraphs at either end of the body may hold metadata."""


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` without a web page's furniture; what is metadata in it is moved there."""
    removed = Tally(report, "furniture-removed", "a web page's furniture was removed")
    moved = Tally(report, "metadata-moved", "a line of editor, source or date was moved to the metadata")
    while (less := _once(article, removed, moved)) != article:  # what was inside may now be at the edge
        article = less
    removed.file()
    moved.file()
    return article


def _once(article: Article, removed: Tally, moved: Tally) -> Article:
    blocks: list[Block] = []
    related = False
    for number, block in enumerate(article.blocks):
        text = _line(block)
        if text is None:
            related = False
            blocks.append(block)
            continue
        line = text.strip()
        later = number > len(article.blocks) / 3
        if (
            related
            and line
            and _LINK_LINE.match(line)
            and not _SENTENCE_END.search(line)
            and not _LABEL.match(line)
            and not _is_credit(line)
        ):
            removed.add(block.key, line, "", 0)
            continue
        related = related and (not line or not _without_furniture(line))
        if later and _RELATED.match(line):
            related = True
            removed.add(block.key, line, "", 0)
            continue
        rest = _without_furniture(line)
        if rest == line:
            blocks.append(block)
            continue
        removed.add(block.key, line, rest, 0)
        if rest:
            blocks.append(_with_text(block, rest))
    meta, blocks = _to_metadata(article.meta, blocks, moved)
    if blocks == list(article.blocks) and meta == article.meta:
        return article
    return msgspec.structs.replace(article, meta=meta, blocks=tuple(blocks))


def _line(block: Block) -> str | None:
    return plain(block.inlines) if isinstance(block, Paragraph | Heading) else None


def _with_text(block: Block, text: str) -> Block:
    return (
        msgspec.structs.replace(block, inlines=(Text(text),))
        if isinstance(block, Paragraph | Heading)
        else block
    )


def _without_furniture(line: str) -> str:
    """Return what of ``line`` is content."""
    if not line or len(line) > 600:
        return line
    if any(pattern.match(line) for pattern in (_SHARE, _NEIGHBOUR, _PATH, _RIGHTS, _ADS)):
        return (
            line
            if _RIGHTS.match(line)
            and _SENTENCE_END.search(line)
            and "声明" not in line[:6]
            and len(line) > 60
            else ""
        )
    parts = re.split(r"[\s\u3000|｜·]+", line)
    if len(parts) > 2 and sum(part in _MENU for part in parts) * 2 > len(parts):
        return ""
    if _BAR.match(line) and len(re.findall(r"\w+", line)) >= (2 if len(line) < 12 else 1):
        return ""
    if len(line) > 160:
        return line
    rest = _LAST_BUTTONS.sub("", _ACTIONS.sub(" ", _SIZES.sub(" ", _COUNTER.sub(" ", line))))
    if rest == line:
        return line
    rest = re.sub(r"[ \u3000\xa0]+", " ", rest).strip(" |｜/·")
    # a counter or a button in a sentence is what the sentence is about
    if rest and not _is_data(rest):
        return line
    return rest if re.search(r"\w", rest) and not _BAR.match(rest) else ""


def _is_data(line: str) -> bool:
    return bool(
        _is_credit(line)
        or _DATED.match(line)
        or front_matter.find_source(line)
        or _FIELD.match(line)
        or (front_matter.find_date(line) is not None and len(line) < 40 and not _SENTENCE_END.search(line))
    )


def _is_credit(line: str) -> bool:
    return bool(front_matter.find_credits(line))


def _to_metadata(meta: Meta, blocks: list[Block], moved: Tally) -> tuple[Meta, list[Block]]:
    """Move the lines of credits, source and date at the ends of a body that has a headline."""
    if not meta.headline:
        return meta, blocks  # a reader will look for them itself
    kept: list[Block] = []
    for number, block in enumerate(blocks):
        text = _line(block) if isinstance(block, Paragraph) else None
        at_edge = number < _EDGE or number >= len(blocks) - _EDGE
        if text is None or not at_edge or len(text) > 120:
            kept.append(block)
            continue
        line = text.strip().strip("（）()[]【】").strip()
        people = front_matter.find_credits(line)
        source = front_matter.find_source(line)
        if not people and not source:
            kept.append(block)
            continue
        date = front_matter.find_date(line)
        meta = msgspec.structs.replace(
            meta,
            credits=front_matter.merge_credits(meta.credits, people),
            source=meta.source or source,
            issued=meta.issued or (date[0] if date else None),
        )
        moved.add(block.key, text, "", 0)
    return meta, kept
