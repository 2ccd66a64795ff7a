"""Chinese surnames: those of two characters, those with a reading of their own, those with two."""

_COMPOUND = """
欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 夏侯 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 令狐
长孙 長孫 慕容 宇文 司徒 司空 司寇 端木 南宫 南宮 西门 西門 东郭 東郭 百里 呼延
轩辕 軒轅 独孤 獨孤 拓跋 赫连 赫連 贺兰 賀蘭 纳兰 納蘭 完颜 完顏 耶律 申屠 太史
钟离 鍾離 淳于 澹台 澹臺 濮阳 濮陽 闾丘 閭丘 万俟 萬俟 公冶 公羊 公良 公西 鲜于
鮮于 亓官 巫马 巫馬 仲孙 仲孫 叔孙 叔孫 季孙 季孫 漆雕 壤驷 壤駟 谷梁 穀梁 夹谷
夾谷 第五 微生 羊舌 宰父 东门 東門 左丘 达奚 達奚 哥舒 叶赫 葉赫 颛孙 顓孫 屈突
斛律 相里 子车 子車 东里 東里 即墨
"""
_BEFORE_TWO = "宗政 闻人 聞人 梁丘 段干 乐正 樂正 南门 南門"

COMPOUND = frozenset(_COMPOUND.split())
"""Surnames of two characters, in both scripts."""

COMPOUND_BEFORE_TWO = frozenset(_BEFORE_TWO.split())
"""Compound only in a name of four characters: with three, the first alone is likelier the surname."""

READINGS = {
    "曾": "zeng", "仇": "qiu", "单": "shan", "單": "shan", "查": "zha", "区": "ou", "區": "ou",
    "翟": "zhai", "解": "xie", "朴": "piao", "任": "ren", "盖": "ge", "蓋": "ge", "覃": "qin",
    "冼": "xian", "洗": "xian", "缪": "miao", "繆": "miao", "宁": "ning", "寧": "ning", "甯": "ning",
    "乐": "yue", "樂": "yue", "员": "yun", "員": "yun", "贠": "yun", "貟": "yun", "逄": "pang",
    "祭": "zhai", "种": "chong", "種": "chong", "召": "shao", "晁": "chao", "鼌": "chao", "隗": "wei",
    "黑": "he", "折": "she", "秘": "bi", "薄": "bo", "卜": "bu", "车": "che", "車": "che",
    "谌": "chen", "諶": "chen", "啜": "chuai", "佴": "nai", "乜": "nie", "句": "gou", "勾": "gou",
    "炅": "gui", "昝": "zan", "訾": "zi", "牟": "mou", "於": "yu", "宓": "mi", "郇": "xun",
    "撒": "sa", "都": "du", "沈": "shen", "石": "shi", "粘": "nian", "能": "nai", "繁": "po",
    "重": "chong", "么": "yao", "幺": "yao", "麽": "yao", "宿": "su", "尉": "wei", "柏": "bai",
    "贾": "jia", "賈": "jia", "强": "qiang", "強": "qiang", "藏": "zang", "曲": "qu", "谷": "gu",
    "万": "wan", "萬": "wan", "盛": "sheng", "贲": "ben", "賁": "ben", "费": "fei", "費": "fei",
    "莘": "shen", "晟": "cheng", "呙": "guo", "咼": "guo", "眭": "sui", "郄": "qie", "郗": "xi",
    "那": "na", "哈": "ha", "华": "hua", "華": "hua", "纪": "ji", "紀": "ji", "葛": "ge", "燕": "yan",
    "应": "ying", "應": "ying", "叶": "ye", "葉": "ye", "殷": "yin", "肖": "xiao", "过": "guo",
    "過": "guo", "令": "ling", "洪": "hong", "尹": "yin", "佟": "tong", "仝": "tong", "阚": "kan",
    "闞": "kan", "臧": "zang", "行": "xing", "相": "xiang", "盍": "he", "适": "kuo",
    "祝": "zhu", "缴": "jiao", "哥": "ge", "俞": "yu", "陆": "lu", "陸": "lu", "番": "pan",
    "尉迟": "yuchi", "尉遲": "yuchi", "万俟": "moqi", "萬俟": "moqi", "长孙": "zhangsun",
    "長孫": "zhangsun", "乐正": "yuezheng", "樂正": "yuezheng", "澹台": "tantai", "澹臺": "tantai",
    "亓官": "qiguan", "令狐": "linghu", "叶赫": "yehe", "葉赫": "yehe", "夹谷": "jiagu",
    "夾谷": "jiagu", "鲜于": "xianyu", "鮮于": "xianyu", "宰父": "zaifu", "拓跋": "tuoba",
    "子车": "ziju", "子車": "ziju", "皇甫": "huangfu", "哥舒": "geshu", "相里": "xiangli",
}  # fmt: skip
"""Readings as surnames, where a character has more than one reading."""

TWO_READINGS = {
    "隗": "kui", "牟": "mu", "郇": "huan", "谌": "shen", "諶": "shen", "覃": "tan", "盖": "gai",
    "蓋": "gai", "黑": "hei", "乐": "le", "樂": "le",
    "种": "zhong", "種": "zhong", "郗": "chi", "召": "zhao",
    "宓": "fu", "莘": "xin", "眭": "xu", "洗": "xi",
}  # fmt: skip
"""The other reading of surnames that families read differently: only the person knows."""

SINGLE = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"
    "鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄"
    "和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭"
    "梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚"
    "程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫"
    "宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双"
    "闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容"
    "向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空"
    "曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖覃冼洗区佟仝苟闫付邸邓代涂谌朴撒哈麦岳帅缑亢况"
    "郈有琴商牟佘佴伯赏墨谯年爱阳候丘召种员贠祭折秘黑句啜炅么幺粘繁尉亓官郄呙鄢宾迟丛初楚啜笪但党底刀"
    "邝揭敬鞫阔来雒冒门苗木南聂潘漆青冉税宿粟台邰展占战仉祖左卓禚操晟呼火原藏补者辜甫练楼信修矫牙蔄矣"
    "麻冶银由战昃竹英衣兰苑郇眭邹祝俱菅阙覃锺于"
    "趙錢孫吳鄭馮陳衛蔣韓楊許呂張嚴華謝鄒喻竇雲蘇範魯韋馬鳳鮑費賀湯羅畢鄔樂時齊顧黃蕭貝計談龐紀項藍閔"
    "強賈婁顏鍾鐘駱萬盧繆應賁鄧單諸鈕龔陸榮儲烏車宮寧欒鈄厲劉龍葉薊懷從賴藺喬陰雙聞黨譚貢勞酈卻壽邊莊"
    "閻連習魚終滿國廣祿闕東歐師鞏聶闞簡饒養須豐關後紅遊權蓋區凃佘麥況賞譙愛陽員種鄺蘭葛閆岳遲叢賓"
)
"""Surnames of one character, in both scripts."""
