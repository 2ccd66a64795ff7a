"""Credits beside pictures and the case of headlines, as the press of a language has them."""

import msgspec
import pytest

from publisher.localization.localizer import localize
from publisher.localization.photo_credits import photographer
from publisher.model import Article, Figure, Meta, Paragraph, Text
from publisher.report import Report, Severity
from publisher.theme import conventions_of
from publisher.theme import load as load_theme

PHOTOGRAPHERS = [
    ("邵菁 摄", "邵菁"),
    ("（邵菁摄）", "邵菁"),
    ("(邵菁 攝)", "邵菁"),
    ("邵菁/摄", "邵菁"),
    ("摄影：邵菁", "邵菁"),
    ("攝影/邵菁", "邵菁"),
    ("校办供图", "校办"),
    ("Photo by Jane Roe", "Jane Roe"),
    ("Photo: Jane Roe", "Jane Roe"),
    ("Photograph: Jane Roe", "Jane Roe"),
    ("(Photo courtesy of Acme)", "Acme"),
    ("邵菁", ""),
    ("Jane Roe", ""),
    ("Photography School", ""),
    ("", ""),
]


@pytest.mark.parametrize(("credit", "name"), PHOTOGRAPHERS)
def test_a_credit_says_in_a_known_form_who_took_the_picture(credit: str, name: str) -> None:
    assert photographer(credit) == name


CREDITS = [  # language, the theme's form, the credit, what the edition says
    ("en", "", "邵菁 摄", "Photo by Shao Jing"),
    ("en-GB", "", "邵菁 摄", "Photograph: Shao Jing"),
    ("en", "({name})", "邵菁 摄", "(Shao Jing)"),
    ("en", "", "Photo: Jane Roe", "Photo: Jane Roe"),
    ("en", "({name})", "Photo: Jane Roe", "(Jane Roe)"),
    ("zh-Hans", "", "Photo by Jane Roe", "Jane Roe 摄"),
    ("zh-Hant", "", "Photo by Jane Roe", "Jane Roe 攝"),
    ("zh-Hans", "（{name}摄）", "Photo by Jane Roe", "（Jane Roe摄）"),
    ("zh-Hans", "", "摄影：邵菁", "摄影：邵菁"),
    ("zh-Hans", "（{name}摄）", "摄影：邵菁", "（邵菁摄）"),
    ("zh-Hans", "（{name}摄）", "（邵菁摄）", "（邵菁摄）"),
    ("zh-Hans", "（{name}摄）", "新华社", "新华社"),
    ("zh-Hans", "", "Jane Roe", "Jane Roe"),
]


@pytest.mark.parametrize(("language", "form", "credit", "said"), CREDITS)
def test_a_picture_is_credited_in_the_form_of_the_edition(
    language: str, form: str, credit: str, said: str
) -> None:
    look = load_theme("press")
    tables = {**look.conventions, language: {**look.conventions.get(language, {}), "photo_credit": form}}
    look = msgspec.structs.replace(look, conventions=tables)
    article = Article(Meta(language=language, headline="x"), (Figure("b1", "a.png", credit=credit),))
    (made,) = localize(article, {}, Report(), look).blocks
    assert isinstance(made, Figure)
    assert made.credit == said


@pytest.mark.parametrize("form", ["摄", "{name}{name}", "{name}{place}", "{name"])
def test_a_form_of_credits_that_cannot_be_filled_is_refused(form: str) -> None:
    with pytest.raises(msgspec.ValidationError, match="photo_credit"):
        conventions_of("zh", {"zh": {"photo_credit": form}})


BODY = "Harbor Light launches a ferry service. The ferry is electric, its launch early."
HEADLINES = [  # language, headline, the suggestion (none: no notice)
    ("en", "Harbor Light Launches Ferry to Gull Island", "Harbor Light launches ferry to Gull Island"),
    ("en-US", "Electric Ferry Launches at Gull Island", "Electric ferry launches at Gull Island"),
    ("en", "HARBOR LIGHT LAUNCHES FERRY", "HARBOR LIGHT launches ferry"),
    ("en", "FERRY LAUNCHES", "Ferry launches"),
    ("en", "Harbor Light launches electric ferry", ""),
    ("en", "Gull Island Transit", ""),
    ("en", "NASA", ""),
    ("en", "2026", ""),
    ("en-GB", "Harbor Light Launches Electric Ferry to Gull Island", ""),
    ("zh-Hans", "Harbor Light Launches Electric Ferry 服务", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "headline", "suggested"), HEADLINES)
def test_a_headline_in_capitals_or_title_case_is_pointed_out_and_never_changed(
    language: str, headline: str, suggested: str
) -> None:
    article = Article(Meta(language=language, headline=headline), (Paragraph("b1", (Text(BODY),)),))
    report = Report()
    assert localize(article, {}, report).meta.headline == headline
    found = [(n.after, n.severity) for n in report.notices if n.code == "headline-case"]
    assert found == ([(suggested, Severity.INFO)] if suggested else [])
