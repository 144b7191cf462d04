"""Docstrings in lines that fit: prose is wrapped anew, what is no prose is left alone."""

from __future__ import annotations

import ast

import pytest

from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.ui.text.docstrings import reflowed

PAGE = '''\
"""Scaling by a factor and back, as in the first chapter (Doe 2020,
arXiv:2001.00001, eq. 1).

    y = factor * x,      x = y / factor        for every entry of the array

Scores have variance d, and a softmax of large ones is nearly one-hot,
with vanishing gradients.

- a list whose first item is longer than the line that there is room for
- another

Shapes: x (N,C), factor (C,), both of them of one floating type or other.
Returns: (N,C).
"""


def scale(x, factor):  # this comment is longer than the line that there is room for
    """Returns the entries of x, each of them times the factor of its channel."""
    return x * factor
'''
AT_50 = '''\
"""Scaling by a factor and back, as in the first
chapter (Doe 2020, arXiv:2001.00001, eq. 1).

    y = factor * x,      x = y / factor        for every entry of the array

Scores have variance d, and a softmax of large
ones is nearly one-hot, with vanishing gradients.

- a list whose first item is longer than the line that there is room for
- another

Shapes: x (N,C), factor (C,), both of them of one
floating type or other.
Returns: (N,C).
"""


def scale(x, factor):  # this comment is longer than the line that there is room for
    """Returns the entries of x, each of them
    times the factor of its channel."""
    return x * factor
'''


def test_paragraphs_are_wrapped_anew_and_the_rest_is_left() -> None:
    assert reflowed(PAGE, 50) == AT_50


def test_what_fits_is_left_as_it_is() -> None:
    assert reflowed(PAGE, 130) == PAGE


@pytest.mark.parametrize("source", ["def f(:", "", "x = 1", '"""One."""\n\x00'])
def test_without_docstrings_or_python_nothing_changes(source: str) -> None:
    assert reflowed(source, 10) == source


@pytest.mark.parametrize("width", [60, 80])
def test_no_page_loses_a_word_or_a_line_of_code(width: int) -> None:
    pages = packaged_pages()
    for problem in pages.landed():
        page = pages.as_answer(problem)
        shown = reflowed(page, width)
        assert shown.split() == page.split(), problem
        assert ast.dump(_bare(shown)) == ast.dump(_bare(page)), problem


def _bare(source: str) -> ast.Module:
    """Without docstrings."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.value = ast.Constant(0)
    return tree
