"""Pages in the ways of different CMSs and programs, made of templates and of the stories beside them."""

from tests.readers.html_pages import chinese, english
from tests.readers.html_pages.parts import Saved

PAGES: tuple[Saved, ...] = tuple(
    make()
    for make in (
        chinese.trs,
        chinese.boda,
        chinese.wechat,
        chinese.discuz,
        chinese.dedecms,
        chinese.wordpress_zh,
        chinese.nothing_named,
        chinese.big5,
        chinese.hant,
        chinese.page_builder,
        chinese.broken,
        chinese.font_soup,
        chinese.short,
        chinese.tables,
        english.word_html,
        english.wordpress_en,
        english.drupal,
        english.wire,
        english.chromium,
        english.archive,
        english.live_blog,
        english.text_in_body,
        english.pre,
        english.docs,
        english.empty,
        english.furniture_only,
        english.frames,
    )
)
