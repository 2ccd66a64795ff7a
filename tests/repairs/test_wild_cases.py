"""Patterns seen in the wild, one a line; the comment over each group says where."""

import pytest

from publisher.model import Article, Meta, Paragraph, Text
from publisher.repairing import repair
from publisher.report import Report
from publisher.walk import plain


def mend(text: str, language: str = "zh-Hans", headline: str = "") -> str:
    """Return what all repairs make of ``text``, a paragraph a line."""
    blocks = tuple(Paragraph(f"b{n}", (Text(line),)) for n, line in enumerate(text.split("\n"), 1))
    repaired = repair(Article(Meta(language=language, headline=headline), blocks), Report())
    return "\n".join(plain(b.inlines) for b in repaired.blocks if isinstance(b, Paragraph))


def western(text: str, encoding: str = "utf-8") -> str:
    """Return ``text`` as a program shows it that takes its bytes for CP1252."""
    return "".join(bytes((b,)).decode("cp1252", "ignore") or chr(b) for b in text.encode(encoding))


LONG = "昨天下午，全市大众创业万众创新活动周启动仪式在我校举办，来自各县的代表参加。"

DAMAGED = [
    # 1 readings: college sites whose pages a script made Traditional, annotating what has several forms
    ("市里開展創(chuàng)業(yè)活動，村民參加", "市里开展创业活动，村民参加"),
    ("我校網(wǎng)絡(luò)中心黨員學(xué)習", "我校网络中心党员学习"),
    ("全縣干部創（chuàng）業（yè）培訓班", "全县干部创业培训班"),
    ("我省互聯網(wang3)企業(ye4)座談會", "我省互联网企业座谈会"),
    ("全市發(fā)展和創(chuàng)新大會", "全市发展和创新大会"),
    ("創(ㄔㄨㄤˋ)業(ㄧㄝˋ)活動在我縣舉行，幹部參加", "创业活动在我县举行，干部参加"),
    ("<ruby>汉<rt>hàn</rt></ruby><ruby>字<rt>zì</rt></ruby>大赛", "汉字大赛"),
    ("<ruby>北京<rp>(</rp><rt>Běijīng</rt><rp>)</rp></ruby>欢迎你", "北京欢迎你"),
    ("\ufff9北京\ufffaBěijīng\ufffb欢迎你", "北京欢迎你"),
    # 2 script: the same sites, and press offices that write for both sides with a converter
    ("我縣召開乾旱應對會議，縣委書記出席", "我县召开干旱应对会议，县委书记出席"),
    ("我省著力推進項目建設，發揮著重要作用", "我省着力推进项目建设，发挥着重要作用"),
    ("皇后區的后先生後來到了我省，省委領導接見", "皇后区的后先生后来到了我省，省委领导接见"),
    (
        "我校范老師帶來一隻松鼠標本和一碗麵條，黨員同志們很高興",
        "我校范老师带来一只松鼠标本和一碗面条，党员同志们很高兴",
    ),
    ("鐘聲敲響，我市舉行升旗儀式，社會主義核心價值觀", "钟声敲响，我市举行升旗仪式，社会主义核心价值观"),
    ("我省考察團在乾縣訪問乾隆年間的書院，省委派出幹部", "我省考察团在乾县访问乾隆年间的书院，省委派出干部"),
    ("本报讯，全縣幹部齊心協力", "本报讯，全县干部齐心协力"),
    ("这是一個简体句子里的錯字，大家都看得出来", "这是一个简体句子里的错字，大家都看得出来"),
    ("我縣著名學者的新著出版，黨員幹部參加首發式", "我县著名学者的新著出版，党员干部参加首发式"),
    # 4 mojibake: mail programs, CSV files opened in a Western Windows, databases of the wrong collation
    ("ÄãºÃ£¬ÊÀ½ç", "你好，世界"),
    ("ä½\xa0å¥½", "你好"),
    ("ä½ å¥½ï¼Œä¸–ç•Œ", "你好，世界"),
    ("浣犲ソ锛屼笘鐣", "你好，世界"),
    ("本校师生浣犲ソ参加了活动", "本校师生你好参加了活动"),
    (western(LONG), LONG),
    (western(LONG, "gbk"), LONG),
    (LONG.encode("gbk").decode("cp949"), LONG),
    (LONG.encode().decode("mac_roman"), LONG),
    (LONG.encode().decode("cp437"), LONG),
    (western(western(LONG)), LONG),
    ("会议由" + western("创业学院") + "主办", "会议由创业学院主办"),
    ("会议由" + western("创业学院", "gbk") + "主办", "会议由创业学院主办"),
    (
        "参会单位：" + "大众创业万众创新".encode().decode("gb18030") + "办公室",
        "参会单位：大众创业万众创新办公室",
    ),
    # 5 entities, markup, characters: CMS exports, Word, PDF viewers, input methods
    ("昨日&nbsp;&nbsp;大会开幕。", "昨日大会开幕。"),
    ("&ldquo;好&rdquo;，他说", "“好”，他说"),
    ("&amp;ldquo;好&amp;rdquo;，他说", "“好”，他说"),
    ("&#20013;&#22269;的&#x5B66;校", "中国的学校"),
    ("<p>第一段。</p><p>第二段。</p>", "第一段。\n第二段。"),
    ("第一行<br>第二行<br/>第三行", "第一行\n第二行\n第三行"),
    ('<span style="color:red">通知</span>如下', "通知如下"),
    ("<font size=3>通知</font>如下", "通知如下"),
    ("<!--[if gte mso 9]><xml><w:a>x</w:a></xml><![endif]-->正文开始", "正文开始"),
    ("正文<o:p></o:p>开始", "正文开始"),
    ("<![CDATA[正文开始]]>", "正文开始"),
    ("面积5m<sup>2</sup>", "面积5m²"),
    ("[b]通知[/b]如下", "通知如下"),
    ("\\u901a\\u77e5如下", "通知如下"),
    ("零\u200b宽\u200d字\ufeff符", "零宽字符"),
    ("软\u00ad连字符", "软连字符"),
    ("方向\u202e标记\u202c", "方向标记"),
    ("⼈⺠日报", "人民日报"),
    ("⻓⻋站", "长车站"),
    ("\uf90a色的路", "金色的路"),
    ("Ｇ２０峰会，增长５．５％", "G20峰会，增长5.5%"),
    ("\uf0b7 第一项工作", "• 第一项工作"),
    ("ﬁrst and ﬂoor楼", "first and floor楼"),
    ("We ﬁnd the ligature of an oﬃce", "We find the ligature of an office"),
    ("Normal 0 false false false EN-US ZH-CN X-NONE MicrosoftInternetExplorer4 正文", "正文"),
    # 8 punctuation: typed on a phone, or pasted from a chat
    ("参展企业1200家,\xa0成交额创新高--\xa0比去年增长两成", "参展企业1200家，成交额创新高——比去年增长两成"),
    ("昨天下午,大会开幕.", "昨天下午，大会开幕。"),
    ('他说:"好的",就走了.', "他说：“好的”，就走了。"),
    ("他说：”好的“，就走了", "他说：“好的”，就走了"),
    ('他说：“好的"，就走了', "他说：“好的”，就走了"),
    ("＂双创＂活动", "“双创”活动"),
    ("等等...还有", "等等……还有"),
    ("等等。。。还有", "等等……还有"),
    ("等等…还有", "等等……还有"),
    ("后来--他走了", "后来——他走了"),
    ("后来－－他走了", "后来——他走了"),
    ("会议结束，，大家离开。。", "会议结束，大家离开。"),
    ("共有 ，三个 。", "共有，三个。"),
    ("营收3.2 亿元,增长6.2 % ;利润增长5.1 % 。", "营收3.2亿元，增长6.2%；利润增长5.1%。"),
    ("世界卫生组织(WHO)发布", "世界卫生组织（WHO）发布"),
    ("（全文)见附件", "（全文）见附件"),
    ("<<红楼梦>>研究", "《红楼梦》研究"),
    ("约翰•史密斯来访", "约翰·史密斯来访"),
    ("约翰・史密斯来访", "约翰·史密斯来访"),
    ("共1，234人参加", "共1,234人参加"),
    ("增长12%.其中", "增长12%。其中"),
    ("于20:30结束.办税大厅关闭", "于20:30结束。办税大厅关闭"),
    ("使用 Python 3 开发", "使用Python 3开发"),
    ("通 知 书", "通知书"),
]

DAMAGED_ENGLISH = [
    # English releases typed in an editor, or sent through a form
    ('"We are ready," she said.', "“We are ready,” she said."),
    ("It's the firm's '90s look", "It’s the firm’s ’90s look"),
    ("He left--again -- yesterday.", "He left—again — yesterday."),
    (
        "It opened on Tuesday ,with “a milestone ,” he said.",
        "It opened on Tuesday, with “a milestone,” he said.",
    ),
    ("Two  spaces.  And more.", "Two spaces. And more."),
    ("Wait，please！", "Wait, please!"),
    ("donâ€™t go", "don’t go"),
    ("cafÃ© in ZÃ¼rich", "café in Zürich"),
    (f"Li Zhe ({western('李喆')}) said", "Li Zhe (李喆) said"),
    ("AT&amp;T and R&amp;D", "AT&T and R&D"),
    ("co\u00adoperation", "cooperation"),
    ("don\x92t", "don’t"),
    ("Ｎｅｗｓ today", "News today"),
    ("She said, \"he said 'no' to me.\"", "She said, “he said ‘no’ to me.”"),
]

WHOLE_ARTICLES = [
    # 6 broken lines: text copied out of a PDF viewer, a fax, an e-mail of 72 columns
    (
        "省农业农村厅今天上午在石家庄国际会展中心举行新闻发布会，介绍了\n本届国际农产品交易会的筹备情况和主要活动安排，来自各地的记者\n参加。"
        "届时将有一千五百余家企业携三万余种产品参展，规模为历届\n之最。\n\n会议期间还将举办农业科技成果对接会和乡村振兴论坛等多项活动，\n市民可以免费预约门票。",
        "省农业农村厅今天上午在石家庄国际会展中心举行新闻发布会，介绍了本届国际农产品交易会的筹备情况和主要活动安排，来自各地的记者参加。"
        "届时将有一千五百余家企业携三万余种产品参展，规模为历届之最。\n\n会议期间还将举办农业科技成果对接会和乡村振兴论坛等多项活动，市民可以免费预约门票。",
    ),
    (
        "省农业农村厅今天上午在石家庄国际会展中心举行新闻发布会，介绍了\n本届国际农产品交易会的筹备情况和主要活动安排，来自各地的记者\n— 1 —\n"
        "参加。届时将有一千五百余家企业携三万余种产品参展，规模为历届\n之最，会议期间还将举办农业科技成果对接会和乡村振兴论坛等活动。",
        "省农业农村厅今天上午在石家庄国际会展中心举行新闻发布会，介绍了本届国际农产品交易会的筹备情况和主要活动安排，来自各地的记者"
        "参加。届时将有一千五百余家企业携三万余种产品参展，规模为历届之最，会议期间还将举办农业科技成果对接会和乡村振兴论坛等活动。",
    ),
    (
        "某市人民政府新闻办公室\n\n全市造林绿化工作推进会昨天在市会议中心召开，来自各县的代表和市\n直有关部门的负责人参加会议，"
        "并到现场察看了荒山造林、封山育林和\n城市绿化的情况。\n— 1 —\n某市人民政府新闻办公室\n会议指出，去年全市共完成造林三万余亩，森林覆盖率比上一年又有所\n"
        "提高，新建城市绿地六十八公顷，人均公园绿地面积达到十四平方米，\n居民出门三百米即可见到绿色，五百米之内必有公园。",
        "某市人民政府新闻办公室\n\n全市造林绿化工作推进会昨天在市会议中心召开，来自各县的代表和市直有关部门的负责人参加会议，"
        "并到现场察看了荒山造林、封山育林和城市绿化的情况。\n会议指出，去年全市共完成造林三万余亩，森林覆盖率比上一年又有所"
        "提高，新建城市绿地六十八公顷，人均公园绿地面积达到十四平方米，居民出门三百米即可见到绿色，五百米之内必有公园。",
    ),
    ("大会昨天开幕。　　今天上午举行分组讨论。", "大会昨天开幕。\n今天上午举行分组讨论。"),
    ("大会昨天开幕。    今天上午举行分组讨论。", "大会昨天开幕。\n今天上午举行分组讨论。"),
    # 7 furniture: college, county and company sites, copied from the top of the page to its foot
    ("您当前的位置：首页 > 新闻中心 > 正文\n大会昨天开幕。", "大会昨天开幕。"),
    ("首页 > 校园新闻 > 正文\n大会昨天开幕。", "大会昨天开幕。"),
    ("大会昨天开幕。\n上一篇：我校召开会议\n下一篇：没有了", "大会昨天开幕。"),
    ("大会昨天开幕。\n【打印本页】【关闭窗口】", "大会昨天开幕。"),
    ("大会昨天开幕。\n分享到：微信 微博 QQ空间", "大会昨天开幕。"),
    ("点击数：1286次\n大会昨天开幕。", "大会昨天开幕。"),
    ("大会昨天开幕。\n版权所有 © 2024 冀ICP备12345678号", "大会昨天开幕。"),
    (
        "大会昨天开幕。\n与会者合影。\n相关新闻\n· 学校召开会议 2024-03-01\n· 图书馆延长开放时间",
        "大会昨天开幕。\n与会者合影。",
    ),
    (
        "大会昨天开幕。\n与会者合影。\n相关新闻\n· 学校召开会议\n地址：河北省某市",
        "大会昨天开幕。\n与会者合影。\n地址：河北省某市",
    ),
    ("网站首页 学校概况 新闻中心 招生就业 联系我们\n大会昨天开幕。", "大会昨天开幕。"),
    # 9 duplicates: pasted twice, once with the headline, once without
    (
        "昨天下午，全市创业活动周在我校举办，各县代表参加了开幕式和主题展览，与创业者座谈，并参观了学生的工作室、实验室和刚刚建成的孵化基地。\n会议结束。\n昨天下午，全市创业活动周在我校举办，各县代表参加了开幕式和主题展览，与创业者座谈，并参观了学生的工作室、实验室和刚刚建成的孵化基地。",
        "昨天下午，全市创业活动周在我校举办，各县代表参加了开幕式和主题展览，与创业者座谈，并参观了学生的工作室、实验室和刚刚建成的孵化基地。\n会议结束。",
    ),
    (
        "读者可凭身份证、社保卡入馆，可借图书10册，借期30天。\n欢迎光临。\n新闻\n读者可凭身份证、社保卡入馆，可借图书10册，借期30天。",
        "读者可凭身份证、社保卡入馆，可借图书10册，借期30天。\n欢迎光临。",
    ),
    ("第一。\n第二。\n第三。\n第一。\n第二。\n第三。", "第一。\n第二。\n第三。"),
]

CLEAN = [
    # datelines of agencies and papers
    "新华社北京3月5日电 国务院有关部门负责人介绍了情况。",
    "本报讯 3月12日，全市春季造林绿化工作推进会召开。",
    "中新网上海5月6日电 记者从会上获悉，展会将于月底开幕。",
    # refrains, lists and tables of lines that are as long as each other
    "我有一个梦想。\n它很远。\n我有一个梦想。\n它很近。",
    "张三 李四 王五\n赵六 钱七 孙八\n周九 吴十 郑一",
    "第一组：13812345678\n第二组：13812345679\n第三组：13812345670\n第四组：13812345671",
    "问：何时开馆？\n答：九点。\n问：何时闭馆？\n答：五点。",
    "一、总则\n二、组织\n三、附则",
    # mathematics
    "若a<b且b<c，则a<c。",
    "函数f(x)=x²+1在(0, 1)上单调递增。",
    "当x>0时，y=2x；当x≤0时，y=-x。",
    "集合{1, 2, 3}与区间[0, 1)不同。",
    "比例为3:2，误差±0.5%，约1×10⁻³mol/L。",
    # code and markup as the subject
    "用<br>标签换行，用“&nbsp;”表示空格。",
    "数组a[i]和List<String>的用法见文档。",
    "命令为pip install --user foo，参数-o表示输出。",
    '函数printf("hello")会输出一行。',
    "C++、C#、Node.js、.NET和Objective-C都可以。",
    # addresses
    "官网：https://example.com/a_b?c=1&d=2#e，邮箱a.b@example.com。",
    "文件在D:\\data\\2024.txt，IP为192.168.1.1。",
    "电话0318-1234567，传真：010-12345678转8。",
    "地址：北京市海淀区中关村大街27号1-2-301室。",
    # prices, figures, times
    "票价¥128.00，优惠价$19.99，共1,234,567.89元。",
    "会议于10:30—11:45举行，气温-5℃～12℃。",
    "比分为3:2，全程42.195公里，用时2:08:36。",
    "产品型号GB/T 9704-2012，尺寸210×297毫米。",
    "文号为国发〔2021〕5号，共3份（附件1—3）。",
    # names
    "出席的有李喆、张堃、王赟、陈祎、赵玥、余昇、万珺。",
    "约翰·史密斯（John Smith）与让-保罗·萨特并列。",
    "范仲淹、于谦、干宝、后羿、钟馗、郁达夫、云敞。",
    "乾县、亳州、儋州、歙县、盩厔、郫都、筠连、珙县。",
    "魑魅魍魉、饕餮盛宴、耄耋之年，都是成语。",
    # poems and sayings
    "床前明月光，疑是地上霜。",
    "不忘初心 牢记使命",
    "轻轻的我走了，\n正如我轻轻的来；\n我轻轻的招手，\n作别西天的云彩。",
    "白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。",
    # language lessons and dictionaries
    "“甲(jiǎ)”是天干的第一位。",
    "生词：甲(jiǎ)、乙(yǐ)、丙(bǐng)。",
    "水的分子式是H2O(水)，元素(yuansu)是基本概念。",
    "老师读：你好(nǐ hǎo)，再见(zàijiàn)，学生跟读：妈(mā)、麻(má)、马(mǎ)、骂(mà)。",
    "“重”有两个读音：重(zhòng)量和重(chóng)复，“好”也有：好(hǎo)人、爱好(hào)。",
    "早稻田大学教授山田太郎（やまだ たろう）、中島みゆき出席，双方签署《协定书》。",
    "读错编码，“你好”就成了“浣犲ソ”，é就成了Ã©，这样的乱码人称“锟斤拷”。",
    "详询校办，或拨打(07)123-4567、(025)5210 0001。",
    "ㄅㄆㄇㄈ是注音符号，北京读作Běijīng。",
    "他用日语说了“ありがとう”，又用韩语说了“안녕하세요”。",
    "α、β、γ三种射线，Привет是俄语的“你好”。",
    # quotations, titles, dashes
    "“他说‘好’，就走了。”她回忆道。",
    "《中国日报》（China Daily）报道：“形势很好……”",
    "北京—上海高速铁路，2020—2021学年。",
    "他——我们的老校长——来了。",
    "读〈岳阳楼记〉与《论语·学而》。",
    "欢迎！真的吗？！太好了！！",
    # words of furniture as content
    "本次直播点击量达1,234万次，浏览量创新高。",
    "版权保护大会在京召开，打印社关闭后重开。",
    "下一篇章，我们将继续努力。",
    "责任编辑制度是新闻出版的一项基本制度。",
    # captions, signatures
    "图为签约现场。张淼 摄",
    "（记者 张三 通讯员 李四）",
    # emoji and symbols
    "活动❤️很成功👍，第①项、第Ⅱ类、㎡与℃。",
]

CLEAN_TRADITIONAL = [
    # Taiwan and Hong Kong
    "臺北市政府昨日宣布，「智慧城市」計畫將於明年啟動。",
    "執行長陳大文表示：「我們的軟體團隊已準備就緒！」",
    "民國113年，資訊展吸引逾10,000人次參觀。",
    "他說：「她問『為什麼』，我答不上來。」",
    "特區政府資訊科技總監表示，的士與巴士服務如常。",
    "裏面的羣眾排着隊，衞生署派發口罩。",
    "著名學者于右任、范仲淹與后羿的故事，在鐘樓前講述。",
    "觀塘、深水埗、鰂魚涌、大埔滘均設分行，捷運站旁亦有。",
]

CLEAN_ENGLISH = [
    "HENGSHUI, China, March 5, 2026 – “We are ready,” said Li Zhe (李喆), president.",
    "It’s a 3.5% rise—to $1,234.5 million (see https://example.com/a,b).",
    "São Paulo, Zürich, café, naïve, Ærø, Łódź, Håkansson.",
    'The pipe is 6" wide and 5\'10" long.',
    'Run `make --jobs=2` or print("done").',
    "U.S. and U.K. firms, R&D, AT&T, C++ and Wi-Fi; e.g. Node.js.",
    "In the ’90s, the players’ room was rock ’n’ roll.",
    "a < b and c > d; x = y[i] + z{0}",
]


@pytest.mark.parametrize(("damaged", "mended"), DAMAGED)
def test_damage_seen_in_chinese_is_mended(damaged: str, mended: str) -> None:
    assert mend(damaged) == mended


@pytest.mark.parametrize(("damaged", "mended"), DAMAGED_ENGLISH)
def test_damage_seen_in_english_is_mended(damaged: str, mended: str) -> None:
    assert mend(damaged, "en") == mended


@pytest.mark.parametrize(("damaged", "mended"), WHOLE_ARTICLES)
def test_lines_of_whole_pages_are_put_in_order(damaged: str, mended: str) -> None:
    assert mend(damaged, headline="新闻") == mended


@pytest.mark.parametrize("text", CLEAN)
def test_simplified_text_that_looks_odd_stays(text: str) -> None:
    assert mend(text) == text


@pytest.mark.parametrize("text", CLEAN_TRADITIONAL)
def test_genuine_traditional_text_stays(text: str) -> None:
    assert mend(text, "zh-Hant") == text


@pytest.mark.parametrize("text", CLEAN_ENGLISH)
def test_english_text_that_looks_odd_stays(text: str) -> None:
    assert mend(text, "en") == text


@pytest.mark.parametrize(("damaged", "mended"), [*DAMAGED, *((d, m) for d, m in DAMAGED_ENGLISH)])
def test_what_was_mended_stays(damaged: str, mended: str) -> None:
    language = "en" if (damaged, mended) in DAMAGED_ENGLISH else "zh-Hans"
    assert mend(mended, language) == mended
