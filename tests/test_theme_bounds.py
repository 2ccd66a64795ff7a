"""A theme that no page can be set with is refused in one line that names the token."""

from pathlib import Path

import pytest

from publisher import resources, theme
from publisher.errors import ConfigError


@pytest.mark.parametrize(
    ("tokens", "told"),
    [
        ('[colours]\naccent = "red"', "colours.accent is no colour: 'red', not #rrggbb"),
        ('[colours.dark]\ntext = "#12345"', "colours.dark.text is no colour"),
        ('[fonts.han]\nfamily = "Song"\nregular = "x.ttf"', "fonts.han.regular is not there: x.ttf"),
        ("[page]\nleft = 150\nright = 150", "page leaves no room for text: -90 mm wide, not 40"),
        ("[page]\nleft = nan", "page.left is nan, not 0 to 1000"),
        ("[page]\nbottom = 0", "page.bottom is 0, not 12 to 1000"),
        ("[page.bilingual]\ntop = -5", "page.bilingual.top is -5"),
        ("[type.zh.body]\nsize = -4", "type.zh.body.size is -4, not 1 to 1000"),
        ("[type.zh.body]\nsize = 0.2", "type.zh.body.size is 0.2"),
        ("[type.zh.body]\nsize = 300", "type.zh.body.size leaves no room on a line"),
        ("[type.zh.quote]\nindent = 39", "type.zh.quote.size leaves no room on a line"),
        ("[type.zh.body]\nleading = inf", "type.zh.body.leading is inf"),
        ("[type.zh.body]\nleading = nan", "type.zh.body.leading is nan"),
        ("[type.zh.body]\nleading = 2", "type.zh.body.leading is 2, less than half of its size, 11.5"),
        ("[type.zh.body]\nleading = 900", "type.zh.body.leading is 900 pt, more than a page is deep"),
        ("[type.en.body]\nafter = -1", "type.en.body.after is -1"),
        ("[type.bilingual.en.body]\ntracking = -1", "type.bilingual.en.body.tracking is -1"),
        ('[colors]\naccent = "#112233"', "nothing is called 'colors'"),
        ("[layout]\ncolumns = 0", "layout.columns is 0, not 1 to 12"),
        ("[layout]\ncolumns = 9", "layout.columns and layout.gap leave 11.1 mm for a column, not 20"),
        ("[layout]\ncolumns = 2\ngap = 180", "layout.columns and layout.gap leave -12 mm"),
        ("[layout]\ngap = -9", "layout.gap is -9, not 0 to 200"),
        ("[layout]\ntoc_from = -1", "layout.toc_from is -1"),
        ("[fit]\nleading = 0", "fit.leading is 0, not 0.5 to 1"),
        ("[fit]\nspace = -1", "fit.space is -1"),
        ("[fit]\nshort = nan", "fit.short is nan"),
        ('[colours]\ntext = ""', "colours.text is no colour"),
        ('[colours.dark]\nground = ""', "colours.dark.ground is no colour"),
        ('[fonts.latin]\nitalic = ""', "fonts.latin.italic names no file"),
        ('[fonts.latin]\nfamily = ""', "fonts.latin.family is empty"),
        ("bse = 1", "nothing is called 'bse'"),
        ("type = 3", "type is 3, not a table"),
        ("base = 1", "base is 1, not a theme"),
        ("[type]\nzh = 3", "type.zh is 3, not a table"),
        ("[conventions]\nen = 3", "conventions.en is 3, not a table"),
        ('[page.bilingual]\ntop = "x"', "page.bilingual.top: expected `float`, got `str`"),
        ('[conventions.en]\nend_mark = "x"', "conventions.en.end_mark: expected `bool`, got `str`"),
        ('[conventions.en]\nquotes = "“"', "conventions.en: quotes is '“', but has to be four marks"),
        ('[conventions.en]\ndateline = "{town}"', "conventions.en: dateline is '{town}', but may hold"),
    ],
)
def test_a_broken_theme_is_refused_and_its_fault_named(tokens: str, told: str, tmp_path: Path) -> None:
    base = "" if tokens.startswith("base") else 'base = "press"\n'
    (tmp_path / "theme.toml").write_text(f"{base}{tokens}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        theme.load(str(tmp_path))
    assert told in str(caught.value)
    assert str(tmp_path / "theme.toml") in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("table", "key", "listed"),
    [
        ("colours", "acent", "text, secondary, hairline, accent, paper, ground, dark"),
        ("colours.dark", "acent", "text, secondary, hairline, accent, paper, ground."),
        ("page.bilingual", "gutter", "width, height, top, right, bottom, left."),
        ("type.zh.body", "sise", "size, leading, before, after, indent, align, face, ink, tracking"),
        ("type.bilingual.en", "text", "body, headline, kicker"),
        ("fonts", "serif", "han, sans, latin, kai, title"),
        ("fonts.kai", "file", "family, regular, italic, bold"),
        ("conventions.en-GB", "spell", "release_line, end_mark, dateline"),
    ],
)
def test_an_unknown_key_is_told_with_those_of_its_table(
    table: str, key: str, listed: str, tmp_path: Path
) -> None:
    (tmp_path / "theme.toml").write_text(f'base = "press"\n[{table}]\n{key} = 1\n', encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        theme.load(str(tmp_path))
    assert f"nothing is called {key!r} in [{table}] ({tmp_path / 'theme.toml'})" in str(caught.value)
    assert f"In [{table}] there are: {listed}" in caught.value.hint


@pytest.mark.parametrize(
    ("tokens", "listed"),
    [
        ('[layout]\nmasthead = "big"', "rule, banner, red-head, none"),
        ('[type.zh.body]\nalign = "middle"', "left, center, right, justify"),
        ("[typography]\nhyphenate = 1", "true, false"),
        ('[layout]\nnumbered_captions = ["x"]', "tables, figures"),
        ('[fonts.han]\nfallback = "Song"', "fonts.han.fallback = ["),
        ("[conventions.en-gb]\nend_mark = true", "en-GB"),
        ("[conventions.zh_Hant]\nend_mark = true", "zh-Hant-HK"),
    ],
)
def test_a_word_that_says_nothing_is_told_with_those_that_do(
    tokens: str, listed: str, tmp_path: Path
) -> None:
    (tmp_path / "theme.toml").write_text(f'base = "press"\n{tokens}\n', encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        theme.load(str(tmp_path))
    assert listed in caught.value.hint


def test_a_key_of_the_base_is_told_with_the_file_of_the_base(tmp_path: Path) -> None:
    for name, tokens in (("one", f'base = "{tmp_path}/two"'), ("two", 'base = "press"\n[page]\nwide = 1')):
        (tmp_path / name).mkdir()
        (tmp_path / name / "theme.toml").write_text(tokens, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"two/theme\.toml"):
        theme.load(f"{tmp_path}/one")


def test_a_theme_without_a_base_that_lacks_a_table_is_told_to_stand_on_one(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_text('name = "bare"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="is missing") as caught:
        theme.load(str(tmp_path))
    assert 'base = "press"' in caught.value.hint


def test_what_is_no_toml_is_told_with_its_line_and_how_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_text('base = "press"\n\naccent: red\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="at line 3") as caught:
        theme.load(str(tmp_path))
    assert caught.value.hint


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is no TrueType font"),
        (b"This is a letter to the designer.", "is no TrueType font"),
        (b"wOF2" + bytes(40), "is packed for the web"),
        (b"\0\1\0\0" + bytes(40), "is broken"),
    ],
)
def test_a_file_among_the_fonts_that_is_none_is_refused_by_its_name(
    data: bytes, told: str, tmp_path: Path
) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "Own.ttf").write_bytes(data)
    (tmp_path / "theme.toml").write_text('base = "press"\n[fonts.han]\nregular = "Own.ttf"\n')
    with pytest.raises(ConfigError, match=rf"fonts\.han\.regular {told}.*fonts/Own\.ttf") as caught:
        theme.load(str(tmp_path))
    assert caught.value.hint


@pytest.mark.parametrize("name", theme.names())
def test_our_themes_are_sound(name: str) -> None:
    assert theme.load(name).name == name


def test_a_font_that_is_broken_within_is_refused(tmp_path: Path) -> None:
    data = resources.font("PressMarksTC-Regular.ttf").read_bytes()
    entry = data.index(b"head")
    at = int.from_bytes(data[entry + 8 : entry + 12]) + 18
    own = tmp_path / "own.ttf"
    own.write_bytes(data[:at] + b"\0\0" + data[at + 2 :])
    (tmp_path / "theme.toml").write_text(f'base = "press"\n[fonts.han]\nregular = "{own}"\n')
    with pytest.raises(ConfigError, match="its em is none"):
        theme.load(str(tmp_path))


def test_a_theme_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_bytes(b'\xef\xbb\xbfbase = "press"\n')
    assert theme.load(str(tmp_path)).colours == theme.load("press").colours


def test_a_theme_in_another_encoding_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_bytes('base = "press"\nname = "青岚"\n'.encode("gb18030"))
    with pytest.raises(ConfigError, match="it is not UTF-8"):
        theme.load(str(tmp_path))


def test_a_base_that_there_is_not_is_told_with_the_file_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_text('base = "pres"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"no theme named 'pres', its base \(.*theme\.toml\)") as caught:
        theme.load(str(tmp_path))
    assert "press" in caught.value.hint


def test_the_file_of_a_theme_in_place_of_its_folder_is_told_with_the_folder(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_text('base = "press"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="is a file") as caught:
        theme.load(str(tmp_path / "theme.toml"))
    assert f"{tmp_path}/" in caught.value.hint


def test_a_folder_that_is_not_there_is_told_with_the_way_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="the folder is missing") as caught:
        theme.load(f"{tmp_path}/house/")
    assert "publisher themes copy press" in caught.value.hint


def test_a_theme_without_a_name_is_called_as_its_folder(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "theme.toml").write_text('base = "press"\n', encoding="utf-8")
    assert theme.load(f"{tmp_path}/house/").name == "house"
