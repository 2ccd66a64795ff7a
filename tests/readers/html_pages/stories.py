"""What the pages tell: articles written for these tests, and what sites set around them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Story:
    """An article as a page should give it back; ``caption`` is that of its picture, hall.png."""

    headline: str
    paragraphs: tuple[str, ...]
    source: str
    author: str
    date: str
    caption: str = ""
    heading: str = ""
    items: tuple[str, ...] = ()

    @property
    def says(self) -> tuple[str, ...]:
        """All that must be read."""
        parts = (
            self.headline,
            *self.paragraphs,
            self.source,
            self.author,
            self.caption,
            self.heading,
            *self.items,
        )
        return tuple(part for part in parts if part)


HANS = Story(
    "云汀市图书馆夜读节启幕",
    (
        "本网讯 3月5日晚，云汀市图书馆首届夜读节在滨河馆区启幕，来自全市的四百余名读者参加了开幕活动。",
        "夜读节为期两周，每晚七点至十点开放，设有朗读、讲座、旧书交换三个板块，全部免费。",
        "“白天上班，晚上能有一张安静的书桌，很难得。”读者周先生说，他打算每周来两次。",
        "据馆长陆子衿介绍，滨河馆区去年接待读者32.6万人次，同比增长12.3%，夜间读者占三成。",
        "下一步，市图书馆将把夜读服务延伸到六个街道分馆，年内新增座位860个。",
    ),
    "云汀日报", "沈知微", "2026-03-05", "夜读节开幕式现场。陆子衿 摄", "服务延伸到街道", ("朗读会每晚一场", "讲座每周三场", "旧书交换周末举行"),
)  # fmt: skip
HANS_SHORT = Story(
    "青岚学院开通校园公交",
    (
        "3月9日，青岚学院校园公交正式开通，首批投入八辆纯电动客车，连接三个校区。",
        "后勤处负责人表示，公交每十五分钟一班，师生凭校园卡免费乘坐。",
    ),
    "后勤处", "温澜", "2026-03-09",
)  # fmt: skip
HANT = Story(
    "海港博物館推出夜間導覽",
    (
        "海港博物館三月起每週五晚間開放，由館員帶領民眾參觀燈塔與舊倉庫，每場限三十人。",
        "館長林書瑤表示，夜間導覽結合聲音裝置，讓觀眾聽見百年前的碼頭。",
        "報名自即日起於官網受理，學生票半價，六十五歲以上長者免費。",
    ),
    "海港日報", "林書瑤", "2026-03-06",
)  # fmt: skip
EN = Story(
    "Gull Island ferry adds an evening sailing",
    (
        "The Gull Island ferry will add an evening sailing from March 16, the harbor office said on Thursday.",
        "The boat leaves the mainland at 9:40 p.m. and reaches the island in 35 minutes, weather permitting.",
        "“People asked for it at every meeting we held,” said Mara Lindqvist, who runs the ferry.",
        "Last year 182,400 passengers took the crossing, 7.5% more than the year before.",
        "Tickets cost the same as by day, and residents travel free with their island card.",
    ),
    "Harbor Light", "Ewan Brody", "2026-03-05", "The ferry at its berth on Thursday.", "What it costs",
    ("Adults pay 6 dollars", "Children pay 3 dollars", "Bicycles travel free"),
)  # fmt: skip
EN_SHORT = Story(
    "Reading room opens on the quay",
    (
        "A reading room opened on the quay on Monday, the first on the island in forty years.",
        "It lends 2,300 books and is open every afternoon, said the librarian, Ines Calder.",
    ),
    "Harbor Light", "Ewan Brody", "2026-03-09",
)  # fmt: skip

NAV_ZH = ("网站首页", "机构概况", "政务公开栏目", "互动交流平台", "专题专栏汇总")
RELATED_ZH = (
    "我市召开春季植树动员会议部署有关工作", "滨河步道三期工程进展顺利预计五月完工",
    "全市中小学图书角建设现场会召开", "云汀市发布第一季度文化活动安排表",
    "市体育馆三月起延长开放时间至夜间",
)  # fmt: skip
FOOT_ZH = (
    "主办单位：云汀市人民政府办公室", "地址：云汀市滨河路18号", "备案编号：云ICP备00000001号-1",
    "建议使用1024×768分辨率浏览本站",
)  # fmt: skip
COMMENTS_ZH = (
    "网友橘子汽水：终于等到这个活动了，我家就住在旁边，明天一定带孩子去看看！",
    "网友北岸灯火：希望能多放一些插座，去年来的时候找了很久都没有找到位置。",
    "网友纸飞机：请问停车方便吗？上次去的时候停车场已经满了，绕了好几圈。",
)  # fmt: skip
SHARE_ZH = ("分享到微信朋友圈", "复制本页链接地址", "扫一扫在手机打开当前页")
NAV_EN = ("Local politics", "Weather and tides", "Sports results", "Classified notices", "Island jobs")
RELATED_EN = (
    "Lighthouse keeper retires after thirty years", "Council votes to repair the north pier",
    "School choir wins the regional final", "How the herring came back to the sound",
    "Five walks for a windy afternoon",
)  # fmt: skip
FOOT_EN = (
    "The Island Publishing Company, registered in Port Wren", "Advertise with our sales team",
    "Terms and conditions of this website",
)  # fmt: skip
COMMENTS_EN = (
    "This is great news for those of us who work late, I have been asking for it for years.",
    "I wonder how they will staff it, the day boats are short of crew already, are they not?",
    "Please bring back the old timetable on Sundays, it was much better for church-goers.",
)  # fmt: skip
COOKIES_EN = (
    "We and our 138 partners store and access information on your device, such as unique identifiers, to "
    "process personal data. You can change your choices at any time.",
)  # fmt: skip
