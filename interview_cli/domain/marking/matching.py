"""Marks a grid that is filled with letters; imports the domain only."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from interview_cli.domain.items.answer import Mark, Marked
from interview_cli.domain.items.question import Matching
from interview_cli.domain.items.shown import Column, shown_columns, shown_rows
from interview_cli.domain.marking.keys import ARROW, CannotReadError, plain
from interview_cli.domain.marking.spoken import without_frame

PARTLY = 0.5  # share of right cells from which an answer is partly right

_ROW = re.compile(rf"\s*([0-9])\s*(?:{ARROW}|[=:.,|])?\s*([A-Z](?:[\s,/&+]*[A-Z])*)[\s,;.]*")
_LETTERS = re.compile(r"[A-Z\s,;./|]*")
_BRACKETS = re.compile(r"[()\[\]{}]|\b(?:ROWS?|IS)\b")
_TURNED = re.compile(r"([A-Z]+)\s*([0-9])(?:[\s,;]+|$)")

Cell = tuple[str, str]
"""The number of a row and the name of a column."""


def mark_matching(item: Matching, answer: str, seed: int) -> Marked:
    """The score is the share of cells that are right; a cell without a letter is not.

    Accepted: `1AD 2BE`, `1=A,D; 2=B,E`, and the letters of all rows in their order, `AD BE`, of one column also `CAB`.
    Raises: CannotReadError for anything else, for an unknown row or letter, and for two letters in one cell.
    """
    columns = shown_columns(item, seed)
    right = _right(item, columns)
    given = _given(answer, item, columns)
    read_as, expected = _written(given), _written(right)
    hits = sum(given.get(cell) == key for cell, key in right.items())
    if hits == len(right):
        return Marked.right(read_as=read_as, expected=expected)
    score = hits / len(right)
    mark = Mark.PARTIAL if score >= PARTLY else Mark.WRONG
    return Marked(mark, score, _message(item, right, given, hits), read_as, None, expected)


def expected_matching(item: Matching, seed: int) -> str:
    """All rows with their letters, `1AD 2BE`."""
    return _written(_right(item, shown_columns(item, seed)))


def _right(item: Matching, columns: Sequence[Column]) -> dict[Cell, str]:
    key_of = {(column.name, value.text): value.key for column in columns for value in column.values}
    return {
        (row.key, column.name): key_of[column.name, item.rows[row.text][column.name]]
        for row in shown_rows(item)
        for column in columns
    }


def _given(answer: str, item: Matching, columns: Sequence[Column]) -> dict[Cell, str]:
    column_of = {value.key: column.name for column in columns for value in column.values}
    accepted = _accepted(columns)
    given: dict[Cell, str] = {}
    text = _BRACKETS.sub(" ", plain(without_frame(answer))).strip()
    if not _TURNED.sub("", text):
        text = _TURNED.sub(r"\2\1 ", text)
    rows = _of_letters_alone(text, item, columns) or _rows(text, accepted)
    for number, keys in rows:
        if int(number) not in range(1, len(item.rows) + 1):
            raise CannotReadError(f"there's no row {number}. {accepted}")
        for key in keys:
            if key not in column_of:
                raise CannotReadError(f"there's no option {key!r}. {accepted}")
            cell = (number, column_of[key])
            if cell in given:
                raise CannotReadError(f"row {number} has two letters for {column_of[key]}. {accepted}")
            given[cell] = key
    return given


def _of_letters_alone(text: str, item: Matching, columns: Sequence[Column]) -> list[tuple[str, list[str]]]:
    """Letters alone, a group for each row in their order; of one column also without a space. Empty for anything else."""
    if _LETTERS.fullmatch(text) is None:
        return []
    groups = [re.findall("[A-Z]", group) for group in re.split(r"[;/|]" if re.search(r"[;/|]", text) else r"\s+", text)]
    if len(columns) == 1:
        groups = [[key] for key in re.findall("[A-Z]", text)]
    is_read = len(groups) == len(item.rows) and all(len(group) == len(columns) for group in groups)
    return [(str(number), group) for number, group in enumerate(groups, 1)] if is_read else []


def _rows(text: str, accepted: str) -> list[tuple[str, list[str]]]:
    rows: list[tuple[str, list[str]]] = []
    position = 0
    while position < len(text):
        found = _ROW.match(text, position)
        if found is None:
            raise CannotReadError(accepted)
        rows.append((found[1], re.findall("[A-Z]", found[2])))
        position = found.end()
    if not rows:
        raise CannotReadError(accepted)
    return rows


def _accepted(columns: Sequence[Column]) -> str:
    letters = "".join(column.values[0].key for column in columns)
    each = "the letter of its value" if len(columns) == 1 else "the letters of its values"
    return f"Type each row's number and {each}, for example 1{letters} 2{letters}"


def _written(cells: Mapping[Cell, str]) -> str:
    rows: dict[str, str] = {}
    for (number, _), key in sorted(cells.items(), key=lambda cell: (cell[0][0], cell[1])):
        rows[number] = rows.get(number, "") + key
    return " ".join(number + keys for number, keys in rows.items())


def _message(item: Matching, right: Mapping[Cell, str], given: Mapping[Cell, str], hits: int) -> str:
    names = list(item.rows)
    lines = [f"You got {hits} of {len(right)} cells right."]
    for (number, column), key in right.items():
        if given.get((number, column)) != key:
            row = names[int(number) - 1]
            lines.append(f"{row}, {column}: {item.rows[row][column]} ({key}).")
    return "\n".join(lines)
