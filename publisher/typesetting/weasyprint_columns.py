"""Teach WeasyPrint 70 to fill columns as our page composer does, and to end them at the least height.

WeasyPrint raises columns that end on a page by whole remainders of paragraphs,
keeps the space over the first and behind the last of their blocks inside them,
and loses what follows a run of columns that is as high as its page where a box
goes across. Here a run of columns is a box of its own, without any across it,
and the function that lays such a box out is ours. WeasyPrint's version is
pinned, and the tests fail when the names move that this holds on to.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

_NEAR = 0.5
"""The least height is found to so many px; the columns end where their last lines do."""


class _Filled(NamedTuple):
    """Columns, how far down each of them reaches in px, and what of them is out of the flow.

    What does not fit them begins at ``resume_at``, which is None if all does.
    """

    columns: list[Any]
    heights: list[float]
    resume_at: Any
    next_page: Any
    absolute_boxes: list[Any]
    fixed_boxes: list[Any]


@contextmanager
def level_columns() -> Iterator[None]:
    """Fill, by our rules, the columns of every document that WeasyPrint makes inside the block."""
    from weasyprint.layout import block
    from weasyprint.layout.percent import percentage, resolve_percentages

    theirs = block.columns_layout

    def laid_out(
        context: Any,
        box: Any,
        bottom_space: float,
        skip_stack: Any,
        containing_block: Any,
        page_is_empty: bool,
        absolute_boxes: list[Any],
        fixed_boxes: list[Any],
        adjoining_margins: list[float],
        *first_styles: Any,
    ) -> Any:
        box = box.copy_with_children(box.children)
        block.block_level_width(box, containing_block)
        margins = list(adjoining_margins)
        if skip_stack is None:
            margins.append(_space_above(box.children[0]))
        box.position_y += block.collapse_margin(margins)
        top, count = box.content_box_y(), box.style["column_count"]
        gap = percentage(box.style["column_gap"], box.style, box.width)
        width = (box.width - (count - 1) * gap) / count

        def filled(height: float, *, forced: bool) -> _Filled:
            """Return columns of ``height`` px; if ``forced``, one has something whether it fits or not."""
            made = _Filled([], [], skip_stack, None, [], [])
            for number in range(count):
                column = box.anonymous_from(box, _from_top(box.children, made.resume_at))
                resolve_percentages(column, containing_block)
                column.is_column = True
                column.bottom_margin_collapses = lambda: True  # what ends a column ends with its last line
                column.width = width
                column.position_x = box.content_box_x() + number * (width + gap)
                column.position_y = top
                new, resume_at, next_page, *_ = block.block_box_layout(
                    context, column, context.page_bottom - top - height, made.resume_at, containing_block,
                    forced, made.absolute_boxes, made.fixed_boxes, [], *first_styles, False, None,
                )  # fmt: skip
                if new is None:
                    break
                made.columns.append(new)
                made.heights.append(_extent(new, resume_at))
                made = made._replace(resume_at=resume_at, next_page=next_page)
                if resume_at is None:
                    break
            return made

        context.in_column = True
        room = context.page_bottom - top - bottom_space
        made = filled(room, forced=page_is_empty)
        if made.columns and made.resume_at is None:
            low, high, least = sum(made.heights) / count, max(made.heights), room
            while high - low > _NEAR:
                height = (low + high) / 2
                tried = filled(height, forced=False)
                if tried.columns and tried.resume_at is None:
                    least, high = height, min(height, max(tried.heights))
                else:
                    low = height
            # each layout moves the signs of lists, so that the one that stays is the last
            made = filled(least, forced=page_is_empty and least == room)
        context.in_column = False
        if not made.columns:
            return None, (0, None), {"break": "any", "page": None}, [], False  # nothing fits this page
        box.children = made.columns
        box.height = max(made.heights)
        for column in made.columns:
            column.height = box.height
        absolute_boxes += made.absolute_boxes
        fixed_boxes += made.fixed_boxes
        behind = [] if made.resume_at else [_space_behind(made.columns[-1])]
        return box, made.resume_at, made.next_page, behind, False

    def columns_layout(context: Any, box: Any, *rest: Any) -> Any:
        counted = box.style["column_count"] != "auto" and box.style["column_width"] == "auto"
        spanned = any(child.style["column_span"] == "all" for child in box.children)
        ours = counted and box.children and not spanned and box.style["height"] == "auto"
        return (laid_out if ours else theirs)(context, box, *rest)

    block.columns_layout = columns_layout
    try:
        yield
    finally:
        block.columns_layout = theirs


def _from_top(children: list[Any], skip_stack: Any) -> list[Any]:
    """Return ``children``; the one that begins the column has no space above."""
    (first,) = skip_stack or (0,)
    begun = skip_stack and skip_stack[first] is not None
    if begun or first == len(children) or not _space_above(children[first]):
        return children
    child = children[first].copy()
    child.style = child.style.copy()
    child.style["margin_top"] = child.style["margin_top"]._replace(value=0)
    return [*children[:first], child, *children[first + 1 :]]


def _space_above(box: Any) -> float:
    """Return the margin over ``box``, in px."""
    own = box.style["margin_top"]
    return float(own.value) if own != "auto" and own.unit == "px" else 0.0


def _extent(column: Any, resume_at: Any) -> float:
    """Return how far down its column the last block reaches, without the space behind it, in px.

    A block that goes on elsewhere fills its column, whatever of it there is.
    """
    box = _last(column)
    broken = next(iter(resume_at.values())) if resume_at else None
    while broken and box and (inner := _last(box)) is not None:
        box, broken = inner, next(iter(broken.values()), None)
    if box is None:
        return 0.0
    return float(box.border_box_y() + box.border_height() - column.position_y)


def _space_behind(column: Any) -> float:
    last = _last(column)
    return float(last.margin_bottom) if last else 0.0


def _last(box: Any) -> Any:
    inside = reversed(getattr(box, "children", ()))
    return next((child for child in inside if child.is_in_normal_flow()), None)
