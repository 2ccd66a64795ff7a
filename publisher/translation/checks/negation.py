"""A negation of one text that the other has lost, those that only look like one left out."""

import re
from collections.abc import Iterator

import msgspec

from publisher.translation.checks.dictionary import content_words, stem
from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.pair import Pair, Span
from publisher.translation.checks.reference import Reference

# words with a negative character that are said without one in English, or by a word of their own
_LEXICAL = (
    "不变 不變 不断 不斷 不仅 不僅 不但 不只 不光 不单 不單 不独 不少 不过 不過 不久 不同 不管 不论 不論 不妨 不禁 不愧 不错 不錯"
    " 不由 不料 不时 不時 不止 不乏 不得不 不得已 不可或缺 不可避免 不可多得 不可思议 不可思議 不可开交 不可分割 不可抗力"
    " 不可估量 不已 不惜 不下 不低于 不低於 不少于 不少於 不超过 不超過 不足 不到 不亚于 不亞於 不安 不满 不滿 不幸 不利"
    " 不良 不当 不當 不法 不明 不便 不稳 不穩 不均 不平 不公 不善 不宜 不振 不景气 不景氣 不理想 不顺 不順 不佳 不等 不一"
    " 不定 不动产 不動產 不锈钢 不鏽鋼 不适 不適 不丹 不列颠 不列顛 不约而同 不約而同 不懈 不屈 不息 不朽 不凡 不菲 不俗"
    " 不慎 不测 不測 不堪 不敌 不敵 不服 不倦 不遗余力 不遺餘力 不言而喻 不言自明 不可小觑 不容忽视 不容小觑 不期而遇"
    " 不谋而合 不謀而合 不胜枚举 不勝枚舉 不计其数 不計其數 不绝 不絕 不休 不停 不免 不忘初心 不解 不实 不實 不全 不齐"
    " 不慌不忙 不知不觉 不知不覺 不折不扣 不拘一格 不合理 不合法 不合格 不道德 不正当 不正當 不规则 不必要 不确定 不確定"
    " 不对称 不對稱 不文明 不健康 不友好 不友善 不信任 不作为 不作為 不见不散 不日 不外乎 不外 不分昼夜 不分晝夜 不分伯仲"
    " 不相上下 不怕 不顾 不顧 不失 不失为 不負 不负 不辜负 不辱 不甘 不吝 不吝啬 不离不弃 不離不棄 不忍 不留余地"
    " 不亦乐乎 不速之客 不虚此行 不虛此行 不成文 不解之缘 不二 不败 不敗 不在话下 不在少数 不在少數 不瞒 不外如是 不难 不難"
    " 不能不 不可不 不会不 不會不 不无 不無 不是不 无不 無不 无一不 無一不 莫不 毫不犹豫 毫不猶豫 毫不含糊 毫不示弱"
    " 三不 不良贷款 不结盟 不結盟 不扩散 不擴散 不可再生 不记名 不設防 对不起 對不起 了不起 差不多 巴不得 恨不得 舍不得"
    " 迫不及待 不由得 不免 不至于 不至於 不如 不然 要不是 要不 不想 不要紧 不客气 不客氣 不好意思 供不应求 供不應求"
    " 永不 冻不坏 来不及 來不及 坚持不懈 持续不断 源源不断 源源不斷 络绎不绝 絡繹不絕 自强不息 自強不息 川流不息 锲而不舍"
    " 层出不穷 層出不窮 滔滔不绝 义不容辞 義不容辭 刻不容缓 刻不容緩 必不可少 密不可分 微不足道 屡见不鲜 屢見不鮮 参差不齐"
    " 良莠不齐 爱不释手 愛不釋手 赞不绝口 讚不絕口 一丝不苟 一絲不苟 百折不挠 猝不及防 应接不暇 從不間斷 从不间断 从未间断"
    " 无论 無論 无疑 無疑 无线 無線 无人机 無人機 无锡 無錫 无比 無比 无奈 無奈 无偿 無償 无限 無限 无障碍 無障礙 无非 無非"
    " 无缝 無縫 无私 無私 无数 無數 无穷 無窮 无声 無聲 无情 無情 无辜 無辜 无关 無關 无意 無意 无愧 無愧 无畏 無畏 无形 無形"
    " 无尽 無盡 无条件 無條件 无人驾驶 無人駕駛 无人区 无菌 無菌 无纸化 無紙化 无现金 无限期 无期徒刑 無期徒刑 无党派 無黨派"
    " 无公害 无国界 無國界 无处不在 無處不在 无时无刻 無時無刻 无独有偶 無獨有偶 无可厚非 无微不至 無微不至 无家可归 無家可歸"
    " 无与伦比 無與倫比 无可奈何 无懈可击 无所畏惧 无所不能 无所不在 无愧于 史无前例 史無前例 独一无二 獨一無二 一览无余"
    " 无故 無故 无效 無效 无理 無理 无力 無力 无知 无罪 無罪 无端 無端 无业 無業 无主 无色 无氧 无核 無核 无接触 无烟 无水"
    " 有无 有無 虚无 毫无疑问 毫無疑問 毫无保留 毫无悬念"
    " 未来 未來 未必 未知 未免 未婚 未成年 未遂 未经 未經 未央 未雨绸缪 未雨綢繆 未定 未决 未決 未解 未完 未知数 未卜先知 前所未有"
    " 史所未有 闻所未闻 方兴未艾 方興未艾 未名湖 未来式"
    " 没收 沒收 淹没 淹沒 没落 沒落 埋没 埋沒 沉没 沉沒 出没 出沒 没事 沒事 没关系 沒關係 没错 沒錯 没准 没命 没想到 沒想到 覆没 覆沒 吞没"
    " 不得少于 不得少於 不得低于 不得低於 不得超过 不得超過 不得多于 不得多於 不得高于 不得高於 不得晚于 不间断 不間斷"
    " 不是别人 不是別人 不怎么 不一样 不一樣 不用说 不用說 没说的 不成问题 不成問題"
    " 没什么 沒什麼 没多久 沒多久 没过多久 没有不 沒有不 神出鬼没 隐没 湮没"
    " 非常 非洲 非法 非凡 非遗 非遺 非典 非议 非議 非政府 是非 除非 莫非 南非 北非 中非 西非 东非 東非 非国大 非盟 非营利 非營利"
    " 非物质 非物質 非传统 非傳統 非金属 非公有制 非公 非农 非農 非正式 非官方 非主流 非洲裔 非裔 非要 非得 非此即彼 菲 非虚构"
    " 非但 非同寻常 非同尋常 非同小可 非一日 无可非议 口是心非 想入非非 非核 非接触 非处方 非机动车 非流动 非对称 亚非 非典型"
)  # fmt: skip
_A_NOT_A = (
    r"(.)[不没沒]\1|有没有|有沒有|是否|能否|可否|与否|與否|会不会|會不會|是不是|要不要|能不能|好不好|行不行"
)
_LOOKS_LIKE = re.compile(
    "|".join([_A_NOT_A, *sorted(map(re.escape, set(_LEXICAL.split())), key=len, reverse=True)])
)
# 不收费 is no negation beside “free”, and one beside “charges no fees”
_UNCHARGED = re.compile(r"不收(?:取|[^，。；]{0,5}[费費票钱錢])")
_FREE = re.compile(r"\b(?:free|waiv\w+|complimentary|gratis)\b", re.IGNORECASE)
_CHINESE = re.compile(
    r"没有|沒有|从未|從未|尚未|从不|從不|并不|並不|并非|並非|并未|並未|绝不|絕不|决不|決不|毫不|毫无|毫無|永不|无法|無法"
    r"|无从|無從|无需|無需|无须|無須|不能|不会|不會|不要|不得|不可|不是|不再|不必|不用|不准|不許|不许|而非|绝非|絕非"
    r"|禁止|严禁|嚴禁|切勿|请勿|請勿|不|没|沒|未|无|無|勿"
)
# a negation of any kind, and what else an English negation may be said by
_HAN = re.compile(r"[\u3400-\u9fff]+")
_PREPOSITIONS = frozenset("对對向为為给給把被与與跟在从從由将將")
_REACH = 8
"""Characters behind a negation that it is about."""

_ANY_CHINESE = re.compile(r"[不没沒未无無非否莫勿]|别(?=[再让忘担怕急])|別(?=[再讓忘擔怕急])")
_OTHER_CHINESE = re.compile(
    r"[禁拒缺难難免失绝絕反停零空少罕鲜鮮弃棄断斷亏虧败敗避脱脫独獨唯惟尽盡止灭滅漏欠]|只|仅|僅|除|才|虽|雖|而非|以外"
)

# characters that deny as a whole word of English does: 禁止 not allowed, 拒绝透露 did not disclose, 只有…才 no one but
_DENYING_CHINESE = re.compile(
    r"拒绝|拒絕|禁止|免除|避免|[禁拒绝絕免避]|唯有|仅限|僅限|缺(?=乏|少|席|位)|失败|失敗|难以|難以|罕见|罕見|极少|極少|很少"
)
# these answer English words that deny by themselves: 没有理由拒绝, no reason to turn down
_REFUSED = re.compile(r"拒绝|拒絕|谢绝|謝絕|避免|否认|否認")
_ONLY_IF = re.compile(r"只有.+才|除非.+否[则則]")

_BUT_RATHER = re.compile(r"反而|而是|却是|卻是")
_INSTEAD = re.compile(r"\b(?:instead of|rather than) ((?:[\w’'-]+ ?){1,3})", re.IGNORECASE)

_IDIOMS = re.compile(
    r"\bnot (?:only|just|merely|simply|least|to mention|surprisingly|uncommon|unlike|until|for nothing|far|unusual"
    r"|infrequently|long (?:after|ago|before))\b"
    r"|\b(?:no|not)(?:thing)? (?:less|more|fewer|later|sooner|other|matter|doubt|wonder|one but|but)\b"
    r"|\bnothing but\b|\bwhether or not\b|\bor not\b|\bif not\b|\bwhy not\b|\blast but not least\b"
    r"|\bno\. ?\d+|\bcannot but\b|\bcan(?:no|')?t help\b|\bcannot wait\b|\bcan['’]t wait\b|\bnever-\w+|\bno-\w+|\bnon-\w+"
    r"|\bnot-for-profit\b|\bnot to be\b|\bnotwithstanding\b|\bno time\b|\bno secret\b|\bnonetheless\b|\bnevertheless\b"
    r"|\bno exception\b|\bno stranger\b|\bno easy\b|\bno small\b|\bno small\b|\bno comparison\b|\bno mean\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|nowhere|neither|nor|cannot|cant|without)\b|\b\w+n['’]t\b",
    re.IGNORECASE,
)
# words that deny by themselves
_STRONG = re.compile(
    r"\b(?:unable|disabl\w*|fail\w*|refus\w+|den(?:y|ies|ied|ying|ial)|declin\w+|lack\w*|absen\w+|unlikely|hardly|barely"
    r"|scarcely|rarely|seldom|avoid\w*|prevent\w*|ban(?:s|ned|ning)?|prohibit\w*|barr?(?:ed|ing|s)|forb\w+|reject\w*"
    r"|far from|free of(?! charge)|free from|\w+-free|(?!unless\b|regardless\b)\w{3,}less(?:ly|ness)?|missing"
    r"|exempt\w*|exclud\w+|yet to|ignor\w+|neglect\w*|forg[eo]t\w*|unless"
    r"|reluctan\w+|skip(?:s|ped|ping)?|escap\w+|miss(?:ed|es|ing)? out on|out of (?=\w+[.,;]?(?: |$))|keep\w* \w+ (?:away|out)|kept \w+ (?:away|out)"
    r"|turn(?:s|ed|ing)? down|beg to differ|below (?:standard|par|grade)|off[- ]limits|rather than|instead of|other than|in vain|refrain\w*|abstain\w*|too [a-z]+ (?:for|to)|void|nil)\b",
    re.IGNORECASE,
)
# what was not done, told without “not”: Chinese has 未 or 不 for most, 拒绝 or 失败 for the rest
_UNDONE = re.compile(
    r"\b(?:fail(?:s|ed|ing)? to|unable to|(?:refus|declin)(?:es?|ed|ing) to)\b", re.IGNORECASE
)
_UNDONE_CHINESE = re.compile(r"[不没沒未无無非否莫勿拒绝絕败敗失婉谢謝难難]")
# words whose prefix denies: they answer words of Chinese that have a negative character in them, 不明 unknown
_PREFIXED = re.compile(
    r"\b(?:dis(?:agree|appear|approv|continu|regard|honest|lik|qualif|satisf|allow|obey|belie)\w*"
    r"|un(?!der|til|ti|it|ion|iq|ivers|iform|icef|esco|anim|iv|icy)\w{3,}|non-?\w{4,}"
    r"|imbalanc\w+|immatur\w+|improp\w+|immoral\w*|immob\w+|impossib\w+"
    r"|in(?:correct|accur|depend|escap|evit|visib|consist|separ|effic|effect|access|stabil|different|formal|tangib"
    r"|flex|frequent|sensitiv|variab|convenien|secur|ab|cap|suffic|adequ|comp|valid|elig)\w+"
    r"|irre[glsv]\w+|ille?g\w+)\b",
    re.IGNORECASE,
)
# words that say by themselves what Chinese says with a negation: 不开放 closed, 不在 away, 从不迟到 always on time
_LEXICAL_ENGLISH = re.compile(
    r"\b(?:clos(?:ed|es|ing|ure)|shut\w*|away|off (?:work|duty|limits|the table)|reluctan\w+|hesita\w+|resist\w*|skip\w*|escap\w+|evad\w+"
    r"|elud\w+|miss(?:ed|es|ing)?|always|invariably|safe(?:ly)?|unscathed|intact|spared|free|only|alone|just|solely"
    r"|(?:him|her|it)self|themselves|restrict\w*|limited|oppos\w+|object(?:s|ed|ion)|protest\w*|cancel\w*|remain\w*"
    r"|stay(?:s|ed|ing)?|until|stop\w*|halt\w*|suspend\w*|short of|shortage\w*|instead|beyond|except\w*|save for|zero"
    r"|little|few|despite|regardless|lest|against|empty|wrong\w*|doubt\w*|def(?:y|ied|ies|ying)|pending|keep\w*|kept"
    r"|abandon\w*|g[ai]ve\w* up|drop(?:s|ped)? out|lost|loss\w*|los[ei]\w*|end(?:ed|s|ing)?|minus|quit\w*|abolish\w*"
    r"|remov\w+|waiv\w+|scrap\w*|stall\w*|difficult\w*|hard|otherwise|no longer|no more|nearly|almost"
    r"|expired?|hid(?:e|es|den)?|hidden|conceal\w*|silent|silence|secret\w*|blank|vacan\w*|idle|invalid|bare"
    r"|under the (?:age|limit)|less than|at (?:most|least)|up to|or (?:more|less|fewer)|as (?:many|much) as"
    r"|depart\w*|retir\w+|resign\w*|delay\w*|poor\w*|bad\w*|weak\w*"
    r"|mismatch\w*|below|laps(?:e|es|ed)|ground(?:s|ed)|block\w*|bearish|s[ck]eptic\w*|final|any number|face\w* up to|sub-?standard|odd|strange|shy|loath\w*|averse|immune|alien|foreign to|ex-\w+)\b",
    re.IGNORECASE,
)
# words that stand beside an answered negation, and beside many another thing
_FILLERS = re.compile(
    r"\b(?:yet|still|however|but|any|anyone|anything|anybody|either|ever|even|if|too)\b", re.IGNORECASE
)


def check(pair: Pair, reference: Reference) -> Iterator[Finding]:
    """Yield a finding where one side says no and the other says nothing of the kind.

    An error where the English has the very word that the Chinese denies and no
    word that could stand for the negation; a warning where it has only words
    that may, says something else, or has fewer negations than the source; a
    note where it says something else with a negative of its own (不开放, closed).
    """
    hidden = _looking_alike(pair.chinese, reference)
    if _FREE.search(pair.english):
        hidden += [found.span() for found in _UNCHARGED.finditer(pair.chinese)]
    chinese = [f.span() for f in _CHINESE.finditer(pair.chinese) if not _inside(f.span(), hidden)]
    idioms = [found.span() for found in _IDIOMS.finditer(pair.english)]
    english = [f.span() for f in _ENGLISH.finditer(pair.english) if not _inside(f.span(), idioms)]
    if chinese:
        chinese, own = _standing_alone(pair, chinese, reference)
    said = max(0, _denials(pair, hidden) - len(_REFUSED.findall(pair.chinese)))
    lost = len(chinese) - len(english) - len(idioms) - said
    if lost > 0 and (pair.from_chinese or lost == len(chinese)):
        yield pair.finding(
            "negation",
            _sureness(pair, chinese, reference, own=own and not english and not idioms and not said),
            f"{_quoted(pair.chinese, chinese)} in the Chinese; "
            + (f"only {_quoted(pair.english, english)}" if english else "no negation")
            + " in the English",
            chinese=chinese,
            english=english,
        )
        return
    if turned := _turned_round(pair, chinese, reference):
        yield pair.finding(
            "negation",
            Level.WARNING,
            f"“{pair.english[slice(*turned)]}” denies in the English what the Chinese asserts",
            chinese=chinese,
            english=(turned,),
        )
        return
    undone = [found.span() for found in _UNDONE.finditer(pair.english)]
    if undone and not english and not _UNDONE_CHINESE.search(pair.chinese):
        yield pair.finding(
            "negation",
            Level.WARNING,
            f"{_quoted(pair.english, undone)} in the English has nothing of the kind in the Chinese",
            english=undone,
        )
    denials = len(_ANY_CHINESE.findall(pair.chinese))
    # what the source denies is counted; a translator may add a “not” of their own
    if len(english) > denials and (denials == 0 or not pair.from_chinese):
        denied = _ANY_CHINESE.search(pair.chinese) or _OTHER_CHINESE.search(pair.chinese)
        if len(english) + _denials(pair, hidden) <= denials + len(_DENYING_CHINESE.findall(pair.chinese)):
            return
        if _ONLY_IF.search(pair.chinese):
            return
        if denied and len(_OTHER_CHINESE.findall(pair.chinese)) > 2:
            return
        yield pair.finding(
            "negation",
            Level.WARNING if denied else Level.ERROR,
            f"{_quoted(pair.english, english)} in the English has no negation beside it in the Chinese",
            english=english,
        )


def _sureness(pair: Pair, denied: list[Span], reference: Reference, *, own: bool) -> Level:
    """Return how sure it is that a negation was lost; ``own``: nothing in the English denies anything."""
    lexical = _has_lexical(pair, reference)
    if not _is_asserted(pair, denied, reference):
        return Level.INFO if lexical else Level.WARNING
    return Level.ERROR if own and not lexical and not _FILLERS.search(pair.english) else Level.WARNING


def _is_asserted(pair: Pair, denied: list[Span], reference: Reference) -> bool:
    """Tell whether the English has a word for what the Chinese denies, as the dictionary knows it."""
    said = {found for found, _, _ in content_words(pair.english)}
    for _, end in denied:
        run = _HAN.match(pair.chinese, end)
        stop = min(run.end(), end + _REACH) if run else end
        led = False  # by a preposition: 不对游客开放 denies 开放
        for word, _, at in reference.words(pair.chinese):
            rest = word[max(0, end - at) :]
            if not rest or at >= stop:
                continue
            if led or rest in _PREPOSITIONS:
                led = not led
                continue
            meaning = _meaning(rest, reference)
            if said & meaning:
                return True
            if len(rest) > 1 and meaning:
                break  # the verb; what follows is what it was not done to
    return False


def _turned_round(pair: Pair, denied: list[Span], reference: Reference) -> Span | None:
    """Return where the English denies what stands behind 反而 or 而是, and asserts what the Chinese denies."""
    behind = _BUT_RATHER.search(pair.chinese)
    if behind is None or not denied:
        return None
    other = (behind.end(), behind.end())
    for found in _INSTEAD.finditer(pair.english):
        inner = msgspec.structs.replace(pair, **{_english_side(pair): found[1]})
        outer = pair.english[: found.start()] + pair.english[found.end() :]
        rest = msgspec.structs.replace(pair, **{_english_side(pair): outer})
        if (
            _is_asserted(inner, [other], reference)
            and not _is_asserted(inner, denied[:1], reference)
            and _is_asserted(rest, denied[:1], reference)
            and not _is_asserted(rest, [other], reference)
        ):
            return found.span()
    return None


def _english_side(pair: Pair) -> str:
    return "target" if pair.from_chinese else "source"


def _has_lexical(pair: Pair, reference: Reference) -> bool:
    """Tell whether the English has a negative of its own that no other word of the Chinese means."""
    found = {stem(m[0]) for m in _LEXICAL_ENGLISH.finditer(pair.english)}
    if not found:
        return False
    for word, _, _ in reference.words(pair.chinese):
        if len(word) > 1:
            found -= reference.dictionary.stems(word)
        for part in reference.dictionary.parts(word) if len(word) > 2 else ():
            found -= reference.dictionary.stems(part)
    return bool(found)


def _meaning(word: str, reference: Reference) -> frozenset[str]:
    """Return the stems of ``word``, or of its characters where the dictionary does not have it."""
    whole = reference.dictionary.stems(word)
    return whole or frozenset().union(*(reference.dictionary.stems(char) for char in word))


def _denials(pair: Pair, hidden: list[Span]) -> int:
    """Count the English words that deny without “not”, as many prefixes left out as the Chinese has such words."""
    lexical = sum(1 for start, _ in hidden if pair.chinese[start] in "不没沒未无無非")
    return len(_STRONG.findall(pair.english)) + max(0, len(_PREFIXED.findall(pair.english)) - lexical)


def _standing_alone(pair: Pair, spans: list[Span], reference: Reference) -> tuple[list[Span], bool]:
    """Leave out negations inside idioms (座无虚席); tell whether one is a word of its own (不, 没有), not 买不起."""
    kept, own = [], False
    words = [(at, at + len(word)) for word, _, at in reference.words(pair.chinese)]
    for start, end in spans:
        around = next(((a, b) for a, b in words if a <= start and end <= b), None)
        if around and around[1] - around[0] >= 4 and around != (start, end):
            continue
        kept.append((start, end))
        own = own or around is None or around[1] - around[0] <= 2 or around == (start, end)
    return kept, own


def _looking_alike(text: str, reference: Reference) -> list[Span]:
    """Return where words stand that only look like negations: 不同 is one, but not in 不同意, which is 不 and 同意."""
    found = [m.span() for m in _LOOKS_LIKE.finditer(text)]
    if not found:
        return []
    words = [(at, at + len(word)) for word, _, at in reference.words(text)]
    return [(a, b) for a, b in found if not any(a < start < b < end for start, end in words)]


def _inside(span: Span, others: list[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _quoted(text: str, spans: list[Span]) -> str:
    return ", ".join(dict.fromkeys(f"“{text[a:b]}”" for a, b in spans))
