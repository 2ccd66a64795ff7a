"""Every rule of marks and names between the languages, a row for each: Chinese, English, and back."""

import pytest

from publisher import theme
from publisher.localization.localizer import localize
from publisher.localization.names import read_name
from publisher.model import Article, Emphasis, Inline, Meta, Paragraph, Strong, Text
from publisher.report import Report
from publisher.walk import map_block_inlines

PRESS = theme.load("press")


def said(language: str, text: str, *, translated: bool = False) -> str:
    """Return ``text`` as a paragraph of the edition, emphasis shown as *…*."""
    article = Article(Meta(language=language, headline=""), (Paragraph("b1", (Text(text),)),))
    source = Article(Meta(language="en", headline=""), (Paragraph("b1", (Text("He came — late."),)),))
    made = localize(article, {}, Report(), PRESS, source if translated else None)
    shown: list[str] = []

    def show(nodes: tuple[Inline, ...], _: str) -> tuple[Inline, ...]:
        for node in nodes:
            match node:
                case Text(part):
                    shown.append(part)
                case Emphasis(children):
                    shown.append("*")
                    show(children, "")
                    shown.append("*")
                case Strong(children):
                    show(children, "")
        return nodes

    map_block_inlines(made.blocks[0], show)
    return "".join(shown)


TO_ENGLISH = [
    # the mark          left by a translation      en-US                      en-GB
    ("、",              "red、blue",               "red, blue",               "red, blue"),
    ("，",              "red，blue",               "red, blue",               "red, blue"),
    ("，and number",    "1，900 tons",             "1,900 tons",              "1,900 tons"),
    ("。",              "It opened。",             "It opened.",              "It opened."),
    ("；",              "It opened；he left",      "It opened; he left",      "It opened; he left"),
    ("：",              "Place：Beijing",          "Place: Beijing",          "Place: Beijing"),
    ("：in time",       "10：30",                  "10:30",                   "10:30"),
    ("？",              "Open？",                  "Open?",                   "Open?"),
    ("！",              "Open！",                  "Open!",                   "Open!"),
    ("（）",            "WHO（Geneva）said",       "WHO (Geneva) said",       "WHO (Geneva) said"),
    ("——",              "He came——late",           "He came — late",          "He came – late"),
    ("……",              "He left……",               "He left…",                "He left…"),
    ("「」",            "「Yes」 it is",           "“Yes” it is",             "“Yes” it is"),
    ("『』",            "『Yes』 it is",           "‘Yes’ it is",             "‘Yes’ it is"),
    ("《》",            "read 《Spring》 now",     "read *Spring* now",       "read *Spring* now"),
    ("《〈〉》",        "《A 〈B〉》",             "*A ‘B’*",                 "*A ‘B’*"),
    ("【】",            "【Beijing】",             "[Beijing]",               "[Beijing]"),
    ("straight",        'say "yes" now',           "say “yes” now",           "say “yes” now"),
    ("nested",          "\"say 'yes' now\"",       "“say ‘yes’ now”",         "“say ‘yes’ now”"),
    ("apostrophe",      "the city's plan",         "the city’s plan",         "the city’s plan"),
    ("apostrophe",      "Xi'an",                   "Xi’an",                   "Xi’an"),
    ("comma inside",    "“Yes”, he said",          "“Yes,” he said",          "“Yes”, he said"),
    ("stop inside",     "He said “yes”.",          "He said “yes.”",          "He said “yes”."),
    ("semicolon",       "“Yes”; no",               "“Yes”; no",               "“Yes”; no"),
    ("％",              "38％",                    "38%",                     "38%"),
    ("wide letters",    "ＡＩ",                    "AI",                      "AI"),
    ("wide space",      "a\u3000b",                "a b",                     "a b"),
    ("address",         "see https://x.cn/a'b",    "see https://x.cn/a'b",    "see https://x.cn/a'b"),
    ("feet and inches", "5'6\" tall",              "5'6\" tall",              "5'6\" tall"),
    ("Han is source",   "《书》，he",              "《书》，he",              "《书》，he"),
]  # fmt: skip


@pytest.mark.parametrize(("mark", "text", "american", "british"), TO_ENGLISH)
def test_a_chinese_mark_becomes_that_of_the_english_edition(
    mark: str, text: str, american: str, british: str
) -> None:
    assert (said("en-US", text), said("en-GB", text)) == (american, british), mark


TO_CHINESE = [
    # the mark          left by a translation      mainland                   Taiwan, Hong Kong
    (",",               "他来了,她走了",           "他来了，她走了",           "他来了，她走了"),
    (", ",              "他来了, 她走了",          "他来了，她走了",           "他来了，她走了"),
    (".",               "他来了.",                 "他来了。",                 "他来了。"),
    (". after Latin",   "他用AI.",                 "他用AI。",                 "他用AI。"),
    (";",               "他来了;她走了",           "他来了；她走了",           "他来了；她走了"),
    (":",               "地点:北京",               "地点：北京",               "地点：北京"),
    (": in time",       "上午10:30开",             "上午10:30开",              "上午10:30开"),
    ("?",               "他来了吗?",               "他来了吗？",               "他来了吗？"),
    ("!",               "他来了!",                 "他来了！",                 "他来了！"),
    ("()",              "他(北京)来了",            "他（北京）来了",           "他（北京）来了"),
    (" (Latin) ",       "他 (WHO) 来了",           "他（WHO）来了",            "他（WHO）来了"),
    ("—",               "他来了—很晚",             "他来了——很晚",             "他来了——很晚"),
    (" – ",             "他来了 – 很晚",           "他来了——很晚",             "他来了——很晚"),
    ("--",              "他来了--很晚",            "他来了——很晚",             "他来了——很晚"),
    ("...",             "他来了...",               "他来了……",                 "他来了……"),
    ("…",               "他来了…",                 "他来了……",                 "他来了……"),
    ('""',              '他说"好"。',              "他说“好”。",               "他说「好」。"),
    ("“”",              "他说“好”。",              "他说“好”。",               "他说「好」。"),
    ("nested",          "他说“听‘好’”。",          "他说“听‘好’”。",           "他说「听『好』」。"),
    ("「『』」",        "他说「听『好』」。",      "他说“听‘好’”。",           "他说「听『好』」。"),
    ("<<>>",            "他读<<春潮>>。",          "他读《春潮》。",           "他读《春潮》。"),
    ("apostrophe",      "Xi'an的门",               "Xi’an的门",                "Xi’an的门"),
    ("curly one",       "Xi’an的门",               "Xi’an的门",                "Xi’an的门"),
    ("address",         "见 https://x.cn/a,b 。",  "见 https://x.cn/a,b。",    "见 https://x.cn/a,b。"),
    ("e-mail",          "寄 a.b@x.cn 收",          "寄 a.b@x.cn 收",           "寄 a.b@x.cn 收"),
    ("thousands",       "共1,900吨",               "共1,900吨",                "共1,900吨"),
    ("decimal",         "增3.5%",                  "增3.5%",                   "增3.5%"),
    ("name dot",        "诺拉•惠特",               "诺拉·惠特",                "诺拉·惠特"),
    ("Han–Latin space", "用 AI 写",                "用AI写",                   "用AI写"),
    ("Han–digit space", "在 2026 年",              "在2026年",                 "在2026年"),
    ("Han–Han space",   "王伟 李强",               "王伟 李强",                "王伟 李强"),
    ("all Latin",       "It's fine, yes.",         "It’s fine, yes.",          "It’s fine, yes."),
]  # fmt: skip


@pytest.mark.parametrize(("mark", "text", "mainland", "islands"), TO_CHINESE)
def test_an_english_mark_becomes_that_of_the_chinese_edition(
    mark: str, text: str, mainland: str, islands: str
) -> None:
    assert said("zh-Hans", text, translated=True) == mainland, mark
    assert said("zh-Hant-TW", text, translated=True) == islands, mark
    assert said("zh-Hant-HK", text, translated=True) == islands, mark


NAMES = [
    # the rule                       Chinese     English
    ("surname first",                "邵菁",     "Shao Jing"),
    ("given name one word",          "洪雅萍",   "Hong Yaping"),
    ("apostrophe before a vowel",    "王西安",   "Wang Xi’an"),
    ("compound surname",             "欧阳文",   "Ouyang Wen"),
    ("compound surname",             "司马光",   "Sima Guang"),
    ("compound surname",             "诸葛亮",   "Zhuge Liang"),
    ("surname 曾",                   "曾明",     "Zeng Ming"),
    ("surname 仇",                   "仇明",     "Qiu Ming"),
    ("surname 单",                   "单明",     "Shan Ming"),
    ("surname 查",                   "查明",     "Zha Ming"),
    ("surname 区",                   "区明",     "Ou Ming"),
    ("surname 翟",                   "翟明",     "Zhai Ming"),
    ("surname 解",                   "解明",     "Xie Ming"),
    ("surname 朴",                   "朴明",     "Piao Ming"),
    ("ü of a passport",              "吕明",     "Lyu Ming"),
    ("ü in a given name",            "王绿",     "Wang Lyu"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "name", "english"), NAMES)
def test_a_name_is_romanized_by_the_rules_of_names(rule: str, name: str, english: str) -> None:
    assert read_name(name, {}).text.replace("'", "’") == english, rule


CONVENTIONS = [
    # what                           language       text             headline as it is set
    ("no stop (zh)",                 "zh-Hans",     "渡轮开航。",    "渡轮开航"),
    ("no stop (en)",                 "en-US",       "Ferry opens.",  "Ferry opens"),
    ("an abbreviation keeps it",     "en-US",       "Ferry Co.",     "Ferry Co."),
    ("a question keeps its mark",    "zh-Hans",     "渡轮何时开？",  "渡轮何时开？"),
    ("《》 in a headline: quotes",   "en-US",       "《Spring》 opens", "‘Spring’ opens"),
    ("quotes in a headline (TW)",    "zh-Hant-TW",  "“春”開航",      "「春」開航"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "language", "headline", "made"), CONVENTIONS)
def test_a_headline_is_set_as_its_press_sets_it(what: str, language: str, headline: str, made: str) -> None:
    article = Article(Meta(language=language, headline=headline), ())
    assert localize(article, {}, Report(), PRESS).meta.headline == made, what
