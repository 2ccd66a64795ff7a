"""British and American spelling, by list and by sense; names keep their own."""

import csv

import pytest

from publisher import resources
from publisher.localization.spelling import with_spelling
from publisher.model import Article, Credit, CreditRole, Link, Meta, Paragraph, Strong, Text
from publisher.report import Report
from publisher.walk import plain


def spelled(text: str, spelling: str) -> str:
    article = Article(Meta(language="en", headline=""), (Paragraph("b1", (Text(text),)),))
    (block,) = with_spelling(article, spelling, Report()).blocks
    assert isinstance(block, Paragraph)
    return plain(block.inlines)


BRITISH = [  # American, British
    ("the center of colors", "the centre of colours"),
    ("he organized an organization", "he organised an organisation"),
    ("Organizations in the city", "Organisations in the city"),
    ("“Organizations in the city", "“Organisations in the city"),
    ("to analyze the defense", "to analyse the defence"),
    ("she analyzes them", "she analyses them"),
    ("labeled, traveled, modeling", "labelled, travelled, modelling"),
    ("a skillful, willful man", "a skilful, wilful man"),
    ("enrollment and fulfillment", "enrolment and fulfilment"),
    ("gray aluminum", "grey aluminium"),
    ("color-coded, well-labeled", "colour-coded, well-labelled"),
    ("the center’s theater", "the centre’s theatre"),
    ("a kilometer of fiber", "a kilometre of fibre"),
    ("toward the harbor", "towards the harbour"),
    # by sense
    ("a training program", "a training programme"),
    ("the robotics programs", "the robotics programmes"),
    ("a computer program", "a computer program"),
    ("software programs", "software programs"),
    ("a mini program", "a mini program"),
    ("students program robots", "students program robots"),
    ("learn to program", "learn to program"),
    ("robot programming", "robot programming"),
    ("5 meters of rope", "5 metres of rope"),
    ("a 5-meter rope", "a 5-metre rope"),
    ("ten meters", "ten metres"),
    ("3 square meters", "3 square metres"),
    ("a gas meter", "a gas meter"),
    ("smart meters were installed", "smart meters were installed"),
    ("a 12-story building", "a 12-storey building"),
    ("a four-story building", "a four-storey building"),
    ("the story of a life", "the story of a life"),
    ("car tires", "car tyres"),
    ("he tires easily", "he tires easily"),
    ("students must practice", "students must practise"),
    ("students to practice hard", "students to practise hard"),
    ("from theory to practice", "from theory to practice"),
    ("put it into practice", "put it into practice"),
    ("medical practice", "medical practice"),
    ("they practiced", "they practised"),
    ("a business license", "a business licence"),
    ("the license was issued", "the licence was issued"),
    ("three licenses", "three licences"),
    ("to license software", "to license software"),
    ("it was licensed", "it was licensed"),
    ("license fees", "licence fees"),
    ("a license plate", "a license plate"),
    ("some percent of them", "some per cent of them"),
    ("a percentage", "a percentage"),
    ("runs through 8 March", "runs until 8 March"),
    ("open through October", "open until October"),
    ("Monday through Friday", "Monday to Friday"),
    ("from 2021 through 2025", "from 2021 to 2025"),
    ("through the door", "through the door"),
    ("sailed through March winds through", "sailed until March winds through"),
    # names and addresses
    ("at the World Trade Organization", "at the World Trade Organization"),
    ("World Trade Organization rules", "World Trade Organization rules"),
    ("Center for Disease Control", "Center for Disease Control"),
    ("the Yunting Robotics Service Center", "the Yunting Robotics Service Center"),
    ("John Gray came. Gray left.", "John Gray came. Gray left."),
    ("Color matters.", "Colour matters."),
    ("see www.center.com", "see www.center.com"),
    ("see https://x.org/color/gray", "see https://x.org/color/gray"),
    ("write to color@center.org", "write to color@center.org"),
    ("the file color.png", "the file color.png"),
    ("NATO DEFENSE", "NATO DEFENSE"),
    # the same on both sides of the ocean
    ("size, prize, seize, capsize", "size, prize, seize, capsize"),
    ("advise, surprise, exercise", "advise, surprise, exercise"),
    ("aesthetic archaeology", "aesthetic archaeology"),
    ("an inquiry and its judgment", "an inquiry and its judgment"),
]  # fmt: skip


@pytest.mark.parametrize(("american", "british"), BRITISH)
def test_a_british_edition_spells_as_britain_does(american: str, british: str) -> None:
    assert spelled(american, "british") == british


AMERICAN = [  # British, American
    ("the centre organised colours", "the center organized colors"),
    ("the programmes", "the programs"),
    ("Programmes of the city", "Programs of the city"),
    ("ten metres, a kilometre", "ten meters, a kilometer"),
    ("a licence to practise", "a license to practice"),
    ("four-storey, two storeys", "four-story, two stories"),
    ("tyres and kerbs", "tires and curbs"),
    ("whilst amongst them he learnt", "while among them he learned"),
    ("enquiries, he enquired", "inquiries, he inquired"),
    ("a misjudgement", "a misjudgment"),
    ("ten per cent", "ten percent"),
    ("towards the harbour", "toward the harbor"),
    ("analysed analyses", "analyzed analyses"),
    ("dialogue and catalogue", "dialogue and catalog"),
    ("the Barbican Centre", "the Barbican Centre"),
    ("the Royal National Theatre’s theatre", "the Royal National Theatre’s theater"),
]


@pytest.mark.parametrize(("british", "american"), AMERICAN)
def test_an_american_edition_spells_as_america_does(british: str, american: str) -> None:
    assert spelled(british, "american") == american


OXFORD = [
    ("organize the color", "organize the colour"),
    ("analyze it", "analyse it"),
    ("civilization of the labor", "civilization of the labour"),
]


@pytest.mark.parametrize(("american", "oxford"), OXFORD)
def test_oxford_spelling_is_british_with_ize(american: str, oxford: str) -> None:
    assert spelled(american, "oxford") == oxford


def test_without_a_spelling_nothing_changes() -> None:
    assert spelled("center and centre", "") == "center and centre"


@pytest.mark.parametrize("spelling", ["british", "american", "oxford"])
def test_a_second_pass_changes_nothing(spelling: str) -> None:
    text = " ".join(one for one, _ in (*BRITISH, *AMERICAN))
    once = spelled(text, spelling)
    assert spelled(once, spelling) == once


def test_a_word_is_seen_through_its_markup() -> None:
    inlines = (Text("the cen"), Strong((Text("ter"),)), Link("https://center.org", (Text(" of color"),)))
    article = Article(Meta(language="en-GB", headline="A new center"), (Paragraph("b1", inlines),))
    made = with_spelling(article, "british", Report())
    (block,) = made.blocks
    assert isinstance(block, Paragraph)
    assert plain(block.inlines) == "the centre of colour"
    assert block.inlines[-1] == Link("https://center.org", (Text(" of colour"),))
    assert made.meta.headline == "A new centre"


def test_a_person_keeps_the_name() -> None:
    people = (Credit(CreditRole.TEXT, ("gray",)),)
    article = Article(Meta(language="en-GB", headline="", credits=people), ())
    assert with_spelling(article, "british", Report()).meta.credits == people


def test_a_decided_name_keeps_its_spelling() -> None:
    article = Article(Meta(language="en-GB", headline=""), (Paragraph("b1", (Text("Harbor said so."),)),))
    assert with_spelling(article, "british", Report(), ("Harbor",)) == article


def test_each_word_is_told_once() -> None:
    report = Report()
    article = Article(Meta(language="en-GB", headline=""), (Paragraph("b1", (Text("color, color, fiber"),)),))
    with_spelling(article, "british", report)
    assert [(n.code, n.before, n.after) for n in report.notices] == [
        ("spelling-localized", "color", "colour"),
        ("spelling-localized", "fiber", "fibre"),
    ]


def test_no_word_of_the_list_is_on_both_sides() -> None:
    with (resources.locales() / "en_GB" / "spelling.csv").open(encoding="utf-8") as file:
        pairs = [(row["american"], row["british"]) for row in csv.DictReader(file)]
    americans, british = {one for one, _ in pairs}, {other for _, other in pairs}
    assert not americans & british
    assert len(americans) == len(british) == len(pairs) > 2000
