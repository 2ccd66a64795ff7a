"""What a web page sets around an article: buttons, counters, paths, notices of rights, calls to scan.

Many of these words begin sentences too (关注我们的人…, 版权所有者…), so a phrase
counts only as a whole line, followed at most by what such a line holds: a
label's value, a site's name, a year and its holder.
"""

import re

from publisher.localization import front_matter

_GAP = r"[\s\u3000\xa0|｜/·•>»›\-—_:]*"
_SITES = r"(?:Facebook|Twitter|X|LinkedIn|LINE|Line|WhatsApp|Instagram|YouTube|Pinterest|Reddit|E-?mail|WeChat|Weibo)"
_BUTTON = (
    r"打印本页|打印此页|打印|列印本頁|友善列印|列印|關閉視窗|关闭窗口|关闭本页|关闭|關閉|收藏本页|加入收藏|收藏|返回列表|返回顶部|返回首页"
    r"|返回上一页|返回|回到顶部|回頂部|返回頂部|回上一頁|回上頁|回頁首|回首頁|回列表|上一页|下一页|上一頁|下一頁|首页|首頁|尾页|末页"
    r"|网站首页|网站地图|網站導覽|網站地圖|网站導航|网站导航|设为首页|设为主页|登录|登入|注册|註冊|搜索|搜尋|站内搜索|English|繁体|简体|繁體|簡體"
    r"|无障碍|长者模式|适老化|手机版|客户端|复制链接|复制网址|扫码分享|一键分享|分享到|分享至|分享|转发|轉寄|点赞|赞|踩|推荐|举报/反馈|举报|反馈"
    r"|评论|我要评论|发表评论|查看评论|全部评论|留言|纠错|我要纠错|订阅|关注我们|关注|微信|朋友圈|新浪微博|微博|腾讯微博|QQ空间|QQ好友|QQ"
    r"|人人网|豆瓣|钉钉|抖音|展开全文|下载附件|没有更多了|跳到主要內容(?:區塊|區)?|加入LINE好友|分享到Facebook"
    r"|关于我们|联系我们|友情链接|版权声明|隐私政策|使用条款|關於我們|聯絡我們|隱私權(?:政策|聲明)|資訊安全政策|資料開放宣告"
    rf"|(?:Click to )?(?:Share|Post|Save|Pin|Tweet) (?:this )?(?:on|to|via) {_SITES}(?: \(Opens in new window\))?"
    r"|Print this (?:page|article)|Share this (?:page|article|story)|Share this|Privacy policy|Cookie policy|Terms of use|Terms of service"
    r"|Terms and conditions|Terms|Privacy|Contact us|About us|Accessibility|Site ?map|Press releases?|Press room|Newsroom|News|Media|Careers"
    rf"|{_SITES}|Print|Share|Tweet|Close|Back to top|Top|Home|Menu|Search|Log in|Sign in|Sign up|Register|Subscribe"
    r"|Skip to (?:main )?content|Next|Previous|Comments?|Save|Like|Read more|Leave a (?:comment|reply)|Post a comment"
    r"|(?:Accept|Reject|Allow|Manage) (?:all )?cookies?|Cookie settings|大|中|小|A\+|A-|A|特大|默认|字号|字体|字體|字級|放大|缩小"
)
_MARK = r"[【】\[\]（）()：:、，,]"
_BAR = re.compile(rf"\A(?::::)?{_GAP}(?:(?:{_BUTTON}|{_MARK}){_GAP})++\Z", re.IGNORECASE)
_ONE_BUTTON = re.compile(rf"(?<![A-Za-z])(?:{_BUTTON})(?![A-Za-z])", re.IGNORECASE)
_LAST_BUTTONS = re.compile(rf"(?:[\s\u3000\xa0|｜]+(?:{_BUTTON}|{_MARK}))+\s*\Z", re.IGNORECASE)
_COUNTER = re.compile(
    r"[\[【（(]?\s*(?:点击数|点击量|点击率|点击次数|点击|點擊數|點閱數|點閱|浏览次数|浏览量|浏览数|浏览|瀏覽次數|瀏覽人次|瀏覽數|阅读次数|阅读量|阅读数|阅读|閱讀數|访问量|访问次数|访问|人气|评论数|转发数|Views?|Hits|Reads)"
    r"\s*[:：/]?\s*[\[【（(]?\s*(?:\d[\d,.]*\s*(?:次|人次|人|万|萬)?|-+|\.{2,})\s*[\]】）)]?\s*[\]】）)]?",
    re.IGNORECASE,
)
_REACTIONS = re.compile(
    r"\A(?:(?:点赞|點讚|收藏|评论|評論|转发|分享|在看|喜欢|赞)\s*[(（]?\d[\d,.]*(?:万|w)?[)）]?[\s|｜·]*)+\Z"
)
_SIZES = re.compile(
    r"[\[【（(]?\s*(?:字体大小|字号选择|字体|字号|字體|字級|Font size)\s*[:：]?\s*[\[【（(]?\s*(?:(?:特?大|中|小|默认|A\+?|A-|T)\s*[|｜/ ]*){1,4}\s*[\]】）)]?\s*[\]】）)]?"
)
_ACTIONS = re.compile(
    r"[\[【（(]\s*(?:打印(?:本页|此页)?|关闭(?:窗口|本页)?|收藏(?:本页)?|返回(?:列表|顶部)?|分享|纠错|大|中|小|列印|關閉|(?:大 ?中 ?小)|复制链接)\s*[\]】）)]"
)
_SHARE = re.compile(
    rf"\A(?:分享到|分享至|分享此文|分享文章|Share(?: this| on| to))\s*[:：]?{_GAP}(?:(?:{_BUTTON}|{_MARK}){_GAP})*+\Z",
    re.IGNORECASE,
)
_NEIGHBOUR = re.compile(
    r"\A[\[【（(<«‹]*\s*(?:上一篇|下一篇|上一条|下一条|上一條|下一條|上一则|下一则|上一則|下一則|上篇|下篇|前一篇|后一篇|後一篇|Previous (?:article|post|story)|Next (?:article|post|story))"
    r"\s*[\]】）)]*\s*(?:[:：>»›]\s*.{0,80}|没有了|沒有了|无)?(?<![。；;.])\Z",
    re.IGNORECASE,
)
_PATH = re.compile(
    r"\A(?:您?(?:现在|当前|目前|現在)?的?(?:所在)?位置(?:是)?\s*[:：]|当前位置|您的位置|所在位置|目前位置|You are here\s*:)[^。！？]{0,80}\Z"
    r"|\A\s*(?::::\s*)?(?:首页|首頁|网站首页|主页|主頁|Home)\s*(?:[>»›/→＞-]++\s*+[^>»›/→＞。，-]{1,20}+){1,6}+\Z",
    re.IGNORECASE,
)

# ── Notices of rights ────────────────────────────────────────────────────────

_COPYING = "(?:转载|轉載|复制|複製|摘编|翻印|镜像|转贴|引用|使用|链接)"
_RIGHTS_WORD = re.compile(
    "版权所有|版權所有|著作权所有|著作權所有|保留(?:所有|一切)(?:权利|權利)|(?:侵权|侵權|违者|違者|翻印|盗版|盜版)必究"
    r"|Copyright(?=\s*(?:©|\(c\)|\d{4}|by\b))|All rights reserved|©(?=\s*\d{4})"
    r"|[京沪津渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]ICP[备证]\s?(?:案)?[\d\s]{6,12}号?(?:-\d+)?"
    r"|[\u4e00-\u9fff]?公?网安备\s?\d{6,16}号?|(?:政府)?网站标识码\s*[:：]?\s*[A-Za-z]*\d+"
    r"|(?:增值电信业务经营|信息网络传播视听节目|互联网新闻信息服务)许可证\s*[:：]?\s*[\w\u4e00-\u9fff-]*"
    rf"|未[经經](?:书面|書面|协议|本[网站报刊社台])?(?:授权|授權|许可|許可|允许|允許|同意)[，,]?\s*(?:不得|禁止|严禁|嚴禁|请勿|请勿|谢绝|謝絕)(?:擅自)?{_COPYING}(?:[、或及和与]?{_COPYING})*"
    rf"|(?<![\u3400-\u9fff])(?:不得|禁止|严禁|嚴禁|请勿|請勿|谢绝|謝絕)(?:擅自)?{_COPYING}",
    re.IGNORECASE,
)
_RIGHTS_LABEL = re.compile(
    "(?:技术支持|主办单位|承办单位|主办|承办|备案号|地址|邮编|邮政编码|联系电话|电话|网站维护|维护单位|Powered by|Designed by)\\s*[:：]?"
)
_SAID = re.compile("[？?！!“”‘’「」；;…]")
_SAYS = re.compile("[的是了这這那吗呢也都把被谁]|有权|有權|应|怎么|什么|之前|入内|[一二三四五六七八九十两]个")
_LATIN_NAME = re.compile(r"[A-Z\d][\w&'’.@-]*|of|and|the|by|for|at|in|&|www|http\S*|[a-z\d-]+\.[a-z.]+")
_HOLDER = re.compile("(?:公司|集团|网|網|社|学校|学院|大学|政府|中心|局|厅|部|会|會|院|馆|報|报|台)\\Z")
_STATEMENT = re.compile(
    r"\A(?:免责声明|免責聲明|版权声明|版權聲明|特别声明|特別聲明|声明|聲明|Disclaimer)\s*[:：].{8,400}?"
    r"(?:转载|轉載|版权|版權|侵权|侵權|立场|立場|本网|本站|平台|观点|觀點|copyright|views).{0,200}\Z",
    re.IGNORECASE,
)
_HOSTS = re.compile(
    r"\A(?:技术支持|网站维护|维护单位|网站管理)\s*[:：]\S{2,30}\Z|\A(?:主办单位|主办)\s*[:：].{2,40}(?:技术支持|网站维护|维护单位)\s*[:：].{2,40}\Z"
    r"|\A(?:建议|推荐|请|最佳)(?:您?使用|浏览)[^。！？]{0,40}(?:浏览器|分辨率)(?:及?以上|浏览|访问|查看|本站)*[。]?\Z"
)


def _is_rights(line: str) -> bool:
    if _STATEMENT.match(line) or _HOSTS.match(line):
        return True
    words = list(_RIGHTS_WORD.finditer(line)) if len(line) <= 200 and not _SAID.search(line) else []
    if not words:
        return False
    rest = re.sub(r"©|\(c\)", " ", _RIGHTS_LABEL.sub(" ", _RIGHTS_WORD.sub("\0", line)))
    for piece in re.split(r"[\s\0|｜·,，.。/:：、()（）【】\[\]-]+", rest):
        if re.search("[\u3400-\u9fff]", piece):
            if len(piece) > 30 or _SAYS.search(piece):
                return False
        elif piece and not _LATIN_NAME.fullmatch(piece):
            return False
    # what follows directly is part of the sentence (版权所有者…), unless it is the holder's name
    return all(
        _HOLDER.search(run) or not run
        for run in re.findall("\0([\u3400-\u9fff]*)", rest.replace("\0\0", "\0"))
    )


# ── Calls to scan, to read on, to follow ─────────────────────────────────────

_SCAN = re.compile(
    r"\A请?用?(?:微信|手机|QQ|掃碼)?(?:扫一扫|掃一掃|扫码|扫描(?:上方|下方|左侧|右侧|以下|此|该)?二维码|长按(?:识别|扫描)?(?:上方|下方|图中)?二维码)(?:二维码)?[，,\s]*"
    r"(?:识别|关注(?:我们|(?:官方)?(?:微信)?公众号|[^，。！？]{2,12}(?:公众号|微信|号))?|(?:在|用)?(?:手机|微信)(?:上|端|中)?(?:打开|浏览|查看|访问|阅读)(?:当前|本|此|该)?(?:页面?|文章|网页)?"
    r"|(?:打开|查看|分享)(?:当前|本|此)?(?:页面?|文章|网页|到[^，。！？]{1,6})?|下载[^，。！？]{0,8}(?:客户端|APP|App)|添加[^，。！？]{0,8}(?:微信|好友)|加入[^，。！？]{0,6}群|阅读全文|查看更多)?[！!]?\Z"
)
_CALL = re.compile(
    r"\A(?:关注(?:官方)?(?:微信)?公众号\s*[:：“]?[^，。！？]{0,16}|(?:更多精彩|更多内容|更多资讯)(?:内容)?(?:[，,]?\s*(?:请|敬请|尽在|关注)[^。！？]{0,20})?"
    r"|点击(?:上方|下方|左下角|右上角|这里|此处|图片)?(?:蓝字|“?阅读原文”?|查看更多|查看大图|查看全文|查看详情|加载更多|展开全文|下载附件)(?:[，,]?\s*(?:关注|订阅)[^。！？]{0,10})?"
    r"|(?:打开|下载|进入)\s*[^，。！？\s]{0,8}?(?:APP|App|客户端)(?:[，,]?\s*(?:阅读|查看|体验|享受|看|观看)[^，。！？]{0,10})?"
    r"|Click here to (?:read|view|see|subscribe|download|sign up|register|learn|continue)[^.!?]{0,40}[.!]?"
    rf"|Follow us on {_SITES}(?:(?:, | and |, and ){_SITES})*[.!]?"
    r"|(?:Subscribe to|Sign up for) our [^.!?]{0,20}newsletter[^.!?]{0,20}[.!]?|Download (?:the|our) app[^.!?]{0,20}[.!]?)\Z",
    re.IGNORECASE,
)
_AD = re.compile(
    r"\A[\[【（(]?(?:广告|廣告|推广|赞助商链接|Advertisement|Sponsored)[\]】）)]?\Z", re.IGNORECASE
)
_RELATED = re.compile(
    r"\A[\[【（(■●◆▶]*\s*(?:相关(?:新闻|阅读|文章|链接|报道|推荐|稿件|附件下载)|相關(?:新聞|閱讀|文章|連結|報導)|推荐阅读|推薦閱讀|延伸阅读|延伸閱讀|热点新闻|热门新闻|热门文章|热门推荐|熱門新聞|最新文章|最新新闻|猜你喜欢|更多新闻|更多阅读|Related (?:articles|stories|news|posts)|Read more|Most read|You may also like|Recommended)"
    r"\s*[\]】）)]*\s*[:：]?\s*(?:更多>*|more>*)?\Z",
    re.IGNORECASE,
)
_MENU = frozenset(
    "首页 网站首页 学校首页 学校概况 学院概况 学校简介 学院简介 单位概况 机构设置 组织机构 新闻中心 新闻资讯 新闻动态 校园新闻 通知公告 信息公开 政务公开"
    " 政务服务 互动交流 招生就业 招生信息 人才培养 科学研究 师资队伍 学科建设 党建工作 党建思政 学生工作 校园文化 合作交流 图书馆 校友 校友会 联系我们 关于我们"
    " 加入我们 人才招聘 公司简介 公司新闻 产品中心 产品展示 解决方案 服务支持 下载中心 资料下载 专题专栏 视频 图片 媒体 English 登录 注册 搜索 网站地图 友情链接".split()
)

# ── At the edges of a page alone ─────────────────────────────────────────────

_LAST = re.compile(
    r"\A(?:(?:最[后後])?(?:更新|修改)(?:日期|时间|時間)?\s*[:：].{6,24}|Last (?:updated|modified)\s*:?.{6,24}|Tags?\s*:\s*[^.。]{1,60}"
    r"|评论\s*[(（]\d+[)）]|阅读原文|阅读全文|查看(?:更多|原文|全文)|更多(?:>+|»)?|扫一扫|TOP)\Z",
    re.IGNORECASE,
)
_TOP = frozenset(
    "搜索 搜尋 登录 登入 注册 註冊 打印 列印 关闭 關閉 首页 首頁 返回 TOP MENU SEARCH PRINT HOME".split()
)


def is_furniture(line: str) -> bool:
    """Tell a line that is a page's furniture wherever it stands."""
    if not line or len(line) > 600:
        return False
    patterns = (_SHARE, _NEIGHBOUR, _PATH, _REACTIONS, _SCAN, _CALL, _AD)
    if any(pattern.match(line) for pattern in patterns) or _is_rights(line):
        return not (_LAST.match(line) or (_REACTIONS.match(line) and len(re.findall(r"\d+", line)) < 2))
    parts = re.split(r"[\s\u3000|｜·]+", line)
    if len(parts) > 2 and sum(part in _MENU for part in parts) * 2 > len(parts):
        return True
    return _is_bar(line) and _buttons(line) > 1


def ends_page(line: str) -> bool:
    """Tell a line that is furniture below an article: a button, a tag, the date of an update."""
    return len(line) <= 80 and bool(_LAST.match(line) or _REACTIONS.match(line) or _is_bar(line))


def begins_page(line: str) -> bool:
    """Tell a button that stands over an article's headline, and is hardly one itself."""
    return line.upper() in _TOP or (len(line) > 6 and _is_bar(line))


def begins_related(line: str) -> bool:
    """Tell the heading of a list of other articles."""
    return bool(_RELATED.match(line))


def _is_bar(line: str) -> bool:
    return len(line) <= 300 and bool(_BAR.match(line)) and _buttons(line) > 0


def _buttons(line: str) -> int:
    """Return how many buttons a line holds; in English a separator or a third makes them buttons."""
    count = len(_ONE_BUTTON.findall(line))
    if line.isascii() and count == 2 and not re.search(r"[|/·•>\[\](]|(?:Share|Click|Print|Skip) ", line):
        return 1
    return count


def without_counters(line: str) -> str:
    """Return ``line`` without counters and buttons, if what is left is data; else as it is."""
    if not line or len(line) > 160:
        return line
    rest = _LAST_BUTTONS.sub("", _ACTIONS.sub(" ", _SIZES.sub(" ", _COUNTER.sub(" ", line))))
    if rest == line:
        return line
    rest = re.sub(r"[ \u3000\xa0]+", " ", rest).strip(" |｜/·")
    # a counter or a button in a sentence is what the sentence is about
    if rest and not is_data(rest):
        return line
    return rest if re.search(r"\w", rest) and not _BAR.match(rest) else ""


_DATED = re.compile(
    r"\A(?:发布时间|发布日期|發布時間|發佈日期|时间|時間|日期|更新时间|發表時間|Published|Posted|Date|Updated)\s*[:：]",
    re.IGNORECASE,
)
_FIELDS = re.compile(r"\A(?:[^\s:：。]{2,6}[:：]\s*+\S{1,20}+(?:\s++|\Z))++\Z")
_SENTENCE_END = re.compile(r"[。！？!?.…；;][”’」』）)\"']*\Z")


def is_data(line: str) -> bool:
    """Tell a line of editor, source, date or other fields."""
    return bool(
        front_matter.find_credits(line)
        or _DATED.match(line)
        or front_matter.find_source(line)
        or _FIELDS.match(line)
        or (front_matter.find_date(line) is not None and len(line) < 40 and not _SENTENCE_END.search(line))
    )
