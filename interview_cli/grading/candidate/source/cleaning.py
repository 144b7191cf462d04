"""Text around code and marks in it, as pages, notebooks and editors leave them. Standard library only."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from interview_cli.grading.candidate.matching.syntax.walking import walk
from interview_cli.grading.candidate.source import notebook
from interview_cli.grading.candidate.source.parsing import TOO_DEEP, Unusable, parsed, parses

FENCE = re.compile(r"^\s*(```|~~~)")
OTHER_LANGUAGE = re.compile(r"\s*\{?\.?(?!py|ipy|\{|$)[\w+#-]+", re.IGNORECASE)
"""What stands behind a fence around something else: bash, text, json."""
PRINT = re.compile(r"^(\s*)print(?:\s+[^\s(=.,:)\]].*|\s*)$")
TEXT = re.compile(r"'[^']*'|\"[^\"]*\"|#.*")
"""What brackets say nothing in: a text on one line, and a comment."""
PAGE = re.compile(r"<(pre|code)\b[^<>]*>", re.IGNORECASE)
TAG = re.compile(
    r"</?(?:pre|code|span|div|p|br|b|i|em|strong|a|mark|table|tbody|thead|tr|td|th|ul|ol|li|html|head|body|font)\b[^<>]*>",
    re.IGNORECASE,
)
ESCAPED = re.compile(r"&(?:gt|lt|amp|quot|apos|nbsp|#\d+|#x[0-9a-f]+);", re.IGNORECASE)
DIFF = re.compile(r"@@ -\d|diff --git ")
HEAD_OF_DIFF = re.compile(
    r"diff |index [0-9a-f]|--- |\+\+\+ |@@ |new file|deleted file|old mode|new mode|similarity |\\ No newline"
)
QUOTED = re.compile(r"\s*>(?!>>) ?")
NUMBERED = re.compile(r"\s*(\d+)(?:[.:|)]\s?|\s|$)")
PROMPT = re.compile(r"^\s*(>>>|\.\.\.)( |$)")
FIRST_PROMPT = re.compile(r"^\s*>>>( |$)")
ON_PAGES = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u202f\u3000", " ")
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff")
    | dict(zip("\u2212\uff08\uff09\uff1a\uff0c", "-():,", strict=True))
)
QUOTES = str.maketrans("\u2018\u2019\u201c\u201d\u2013", "''\"\"-")
"""And the dash that editors make of a minus before a number."""
MAGIC = re.compile(r"^\s*[%!?]\S|^\s*[\w.]+\?{1,2}\s*$")
CELL_PROMPT = re.compile(r"^\s*(In|Out) ?\[\d*\]:\s?")
CELL_GOES_ON = re.compile(r"^\s*\.{3,}:( |$)")
CELL_TYPED = re.compile(r"^\s*(In ?\[\d*\]:|\.{3,}:)( |$)")
LOOSE = re.compile(r"\s+(def |async def |@\w)")
FIRST_OF_CODE = re.compile(r"(?:async )?def \w+\(|class \w+\s*[(:]|@\w|import \w|from [\w.]+ import ")
SIGN_OF_CODE = re.compile(r"^[^#]*[=(){}\[\]\"`]|:\s*$|^\s+\S|^(?:return|pass|for|if|while)\b.*:")
"""Of a line that may be code with a mistake in it, which its writer is to be told of."""
CLOSING = re.compile(r"[])}]+,?;?\s*$")
"""A line that closes what was opened above."""
GOES_ON = re.compile(r"(else|elif|except|finally)\b|[])}]")
"""Lines at the margin that belong to what stands above."""
CHANGES = re.compile(r"(\w+)\s*(?:\[[^]]*\]|\.\w+|:[^=]*)?\s*[-+*/|&@%]?=")
HEAD = re.compile(r"\w+ \w+\s*\(.*:\s*$")
"""`dfe softmax(x):`"""
OF_A_PAGE = re.compile(
    r"https?://\S+|(?:\S.*\s)?page\s+\d+(?:\s*(?:of|/)\s*\d+)?\s*$|[^\s#'\"].*\b\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d\b",
    re.IGNORECASE,
)
"""What a browser prints above and below each page."""
ADDRESS = re.compile(r"https?://\S+\s*$", re.IGNORECASE)
"""A line that is the address of a page, and nothing else."""
FEWEST_NUMBERED = 3
"""Lines of a listing between other lines."""
MOST_LINES = 60
"""At the margin, in one statement that goes on there."""


def cleaned(text: str) -> tuple[str, list[str]]:
    """The text without what surrounds code when it is pasted, and a note for each thing removed.

    Raises: Unusable, for a notebook without code.
    """
    notes: list[str] = []
    if notebook.is_notebook(text):
        code = notebook.code_in(text)
        if not code:
            raise Unusable(notebook.fault_of(text))
        text = code
        notes.append(notebook.NOTE)
    source = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    source = source.expandtabs(8) if "\t" in source else source
    for removed, note in REMOVALS:
        if parses(source):
            break
        without = "\n".join(removed(source.split("\n")))
        if without != source:
            source = without
            notes.append(note)
    return source, notes


def inside_fences(lines: Sequence[str]) -> list[str]:
    """Only what stands between fences, in place, unless they say that it is no Python; an unclosed one runs to the end."""
    if not any(FENCE.match(line) for line in lines):
        return list(lines)
    kept, inside = [], begins_inside_fences(lines)
    is_code = inside
    for line in lines:
        fence = FENCE.match(line)
        if fence:
            inside = not inside
            is_code = inside and not OTHER_LANGUAGE.match(line[fence.end() :])
        kept.append(line if inside and is_code and not fence else "")
    return kept


def begins_inside_fences(lines: Sequence[str]) -> bool:
    """Whether the first fence ends what stands above it, as where the paste begins behind the one that opens.

    It names no language, as none does that closes, and the next one names one, or nothing stands below.
    """
    said = [line[fence.end() :].strip() if (fence := FENCE.match(line)) else None for line in lines]
    first, *others = [place for place, word in enumerate(said) if word is not None]
    if said[first] or not "".join(lines[:first]).strip():
        return False
    return bool(said[others[0]]) if others else not "".join(lines[first + 1 :]).strip()


def without_print_statements(lines: Sequence[str]) -> list[str]:
    """Without what Python 2 printed, also over several lines; `pass` stands there instead."""
    kept, is_open = list[str](), 0
    for line in lines:
        match = PRINT.match(line)
        if is_open <= 0 and not match:
            kept.append(line)
            continue
        kept.append(f"{match[1]}pass" if match and is_open <= 0 else "")
        brackets = TEXT.sub("", line)
        is_open += sum(brackets.count(one) for one in "([{") - sum(brackets.count(one) for one in ")]}")
        is_open = max(is_open, 0)
    return kept


def after_prompts(lines: Sequence[str]) -> list[str]:
    """What was typed at `>>>`. Three dots alone are no prompt: they are the body of a function that is yet to be written."""
    if not any(FIRST_PROMPT.match(line) for line in lines):
        return list(lines)
    return [PROMPT.sub("", line) if PROMPT.match(line) else "" for line in lines]


def out_of_a_page(lines: Sequence[str]) -> list[str]:
    """Without tags and with its signs as they are meant, where it is written for a browser."""
    text = "\n".join(lines)
    begins = PAGE.search(text)
    end = text.lower().rfind(f"</{begins[1].lower()}>") if begins else -1
    if begins is not None and end >= begins.end():
        above = text[: begins.end()].count("\n")
        text = "\n" * above + TAG.sub("", text[begins.end() : end])
    if ESCAPED.search(text) is None:
        return text.split("\n")
    import html  # a table of two thousand names

    return [html.unescape(line) for line in text.split("\n")]


def without_marks_of_a_diff(lines: Sequence[str]) -> list[str]:
    """As the file stands when the diff is applied, as far as it shows it."""
    if not any(DIFF.match(line) for line in lines):
        return list(lines)
    return ["" if HEAD_OF_DIFF.match(line) or line.startswith("-") else line[1:] for line in lines]


def without_quotation_marks(lines: Sequence[str]) -> list[str]:
    """Without the sign that mail puts before each line."""
    written = [line for line in lines if line.strip()]
    return [QUOTED.sub("", line, count=1) for line in lines] if all(map(QUOTED.match, written)) else list(lines)


def without_addresses(lines: Sequence[str]) -> list[str]:
    """Without the address of the task, where no head or foot of a printed page says that more was copied."""
    of_a_page = [line for line in lines if OF_A_PAGE.match(line)]
    return ["" if line in of_a_page else line for line in lines] if all(map(ADDRESS.match, of_a_page)) else list(lines)


def without_heads_and_feet(lines: Sequence[str]) -> list[str]:
    """Without what stands at the margin above and below each printed page, also in the middle of a function."""
    return ["" if OF_A_PAGE.match(line) else line for line in lines]


def without_line_numbers(lines: Sequence[str]) -> list[str]:
    """As a listing has them: one before each line, in order. A page's head and foot may stand around it."""
    written = [i for i, line in enumerate(lines) if line.strip()]
    numbers = {i: int(match[1][:9]) for i in written if (match := NUMBERED.match(lines[i]))}
    runs = [list(run) for _, run in groupby(numbers, lambda i: numbers[i] - written.index(i))]
    listing = max(runs, key=len, default=[])
    if len(listing) < 2:
        return list(lines)
    bare = [NUMBERED.sub("", lines[i], count=1) for i in listing]
    in_place = textwrap.dedent("\n".join(NUMBERED.sub(as_spaces, lines[i], count=1) for i in listing)).split("\n")
    if len(listing) < len(written):
        bare = textwrap.dedent("\n".join(bare)).split("\n")
        is_cut = any(len(run) > 1 or abs(numbers[run[0]] - numbers[listing[-1]]) == 1 for run in runs if run != listing)
        if is_cut or len(listing) < FEWEST_NUMBERED or not any(map(FIRST_OF_CODE.match, bare)):
            return list(lines)
    if oddly_indented(in_place) < oddly_indented(textwrap.dedent("\n".join(bare)).split("\n")):
        bare = in_place
    without = dict(zip(listing, bare, strict=True))
    return [without.get(i, line) for i, line in enumerate(lines)]


def as_spaces(found: re.Match[str]) -> str:
    """As many: numbers of one and of two digits may stand in one column."""
    return " " * len(found[0])


def oddly_indented(lines: Sequence[str]) -> int:
    """How many lines begin behind an odd number of spaces, which nobody indents by."""
    return sum(indent_of(line) % 2 for line in lines)


def after_cell_prompts(lines: Sequence[str]) -> list[str]:
    """Without `In [3]:`; of a session whose cells go on at `...:`, what was typed there alone."""
    if any(CELL_GOES_ON.match(line) for line in lines):
        return [CELL_TYPED.sub("", line) if CELL_TYPED.match(line) else "" for line in lines]
    return [CELL_PROMPT.sub("", line) for line in lines]


def without_magics(lines: Sequence[str]) -> list[str]:
    """Without what speaks to the notebook; inside a block, `pass` stands there instead."""
    return [
        (line[: len(line) - len(line.lstrip())] + "pass" if line[:1].isspace() else "") if MAGIC.match(line) else line
        for line in lines
    ]


def with_plain_spaces(lines: Sequence[str]) -> list[str]:
    """As web pages and documents do not write them: fixed and invisible spaces, the minus, full-width brackets."""
    return [line.translate(ON_PAGES) for line in lines]


def with_plain_quotes(lines: Sequence[str]) -> list[str]:
    """Inside of a text they may be meant: only where nothing else makes it Python."""
    return [line.translate(QUOTES) for line in lines]


def without_common_indent(lines: Sequence[str]) -> list[str]:
    """Moved to the left, where all that is written is indented."""
    moved = textwrap.dedent("\n".join(lines)).split("\n")
    return moved if any(map(is_moved, lines, moved)) else list(lines)


def is_moved(before: str, after: str) -> bool:
    """Whether the line begins elsewhere; one of spaces alone is none."""
    return bool(after.strip()) and before != after


def without_odd_indent(lines: Sequence[str]) -> list[str]:
    """Methods that stand to the right, first or below lines at the margin: a class's, pasted beside imports and helpers."""
    kept, above = list(lines), ""
    for first in range(len(kept)):
        above = kept[first - 1] if first and kept[first - 1].strip() else above
        indent = indent_of(kept[first])
        is_inside = indent_of(above) or above.endswith((":", "\\", ",", "("))
        if not indent or not LOOSE.match(kept[first]) or is_inside:
            continue
        end = next(
            (i for i in range(first + 1, len(kept)) if kept[i].strip() and indent_of(kept[i]) < indent), len(kept)
        )
        kept[first:end] = [line[min(indent, indent_of(line)) :] for line in kept[first:end]]
    return kept


def without_words_above(lines: Sequence[str]) -> list[str]:
    """From the first line that begins a definition or an import, where what stands above it is text without any sign of code."""
    first = next((i for i, line in enumerate(lines) if FIRST_OF_CODE.match(line)), 0)
    if not first or any(SIGN_OF_CODE.search(line) for line in lines[:first]) or not parses("\n".join(lines[first:])):
        return list(lines)
    return ["" for _ in lines[:first]] + list(lines[first:])


def without_an_end_above(lines: Sequence[str]) -> list[str]:
    """From the first line that begins a definition or an import, where what stands above it is the end of a block or a table.

    Such lines are indented, but for the bracket that closes it: the paste began in the middle.
    """
    first = next((i for i, line in enumerate(lines) if FIRST_OF_CODE.match(line)), 0)
    above = [line for line in lines[:first] if line.strip() and not line.startswith("#")]
    is_cut = bool(above) and indent_of(above[0]) > 0 and all(indent_of(line) or CLOSING.match(line) for line in above)
    if not is_cut or not parses("\n".join(lines[first:])):
        return list(lines)
    return ["" for _ in lines[:first]] + list(lines[first:])


def without_words_around(lines: Sequence[str]) -> list[str]:
    """The code alone, where a statement of the task, notes or a separator stands above, between or below it.

    A definition that doesn't parse, and a value that the code uses, have a mistake which their writer is to be told of.
    """
    pieces = list(pieces_of(lines))
    words = [piece for piece in pieces if not parses_or_is_blank(piece.text)]
    kept = list(lines)
    for piece in words:
        kept[piece.first : piece.end] = ["" for _ in range(piece.first, piece.end)]
    if not words or not any(map(FIRST_OF_CODE.match, kept)) or not parses("\n".join(kept)):
        return list(lines)
    written = set[str]().union(*(names_at_the_margin(piece.text) for piece in words))
    used = names_in(ast.parse("\n".join(kept)))
    return list(lines) if any(map(is_code_with_a_mistake, words)) or not written.isdisjoint(used) else kept


def names_in(tree: ast.Module) -> set[str]:
    """All that it reads, sets or defines."""
    parts = list(walk(tree))
    defined = {part.name for part in parts if isinstance(part, ast.FunctionDef | ast.ClassDef)}
    return defined | {part.id for part in parts if isinstance(part, ast.Name)}


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that stand together: one at the margin, and what belongs to it. `end` is the first line behind it."""

    first: int
    end: int
    text: str


def pieces_of(lines: Sequence[str]) -> Iterator[Piece]:
    """Each line at the margin with the indented ones below it, and all of a statement that goes on at the margin."""
    starts = [i for i, line in enumerate(lines) if line.strip() and not line[0].isspace()]
    ends = [*starts[1:], len(lines)]
    at = 0
    while at < len(starts):
        last = at
        while last + 1 < len(starts) and goes_on(lines[starts[last]], lines[starts[last + 1]]):
            last += 1
        last = closed_at(lines, starts[at], ends, last)
        yield Piece(starts[at], ends[last], "\n".join(lines[starts[at] : ends[last]]))
        at = last + 1


def goes_on(line: str, after: str) -> bool:
    """Whether a line at the margin belongs to the one before: the function below a decorator, an `else`."""
    return line.startswith("@") or GOES_ON.match(after) is not None


def closed_at(lines: Sequence[str], first: int, ends: Sequence[int], last: int) -> int:
    """The place in `ends` at which a text or a bracket is closed that is open there; as it was if none of the next is that."""
    text = "\n".join(lines[first : ends[last]])
    brackets = TEXT.sub("", text)
    if not (is_open_text(text) or sum(map(brackets.count, "([{")) > sum(map(brackets.count, ")]}"))):
        return last
    further = range(last + 1, min(len(ends), last + MOST_LINES))
    return next((i for i in further if parses_or_is_blank("\n".join(lines[first : ends[i]]))), last)


def is_open_text(text: str) -> bool:
    """Whether a text of several lines begins in it that doesn't end there."""
    return any(text.count(quotes) % 2 for quotes in ('"""', "'''"))


def parses_or_is_blank(text: str) -> bool:
    """Whether it is Python, perhaps nested too deeply, or nothing."""
    try:
        parsed(text)
    except Unusable as unusable:
        return unusable.message == TOO_DEEP
    return True


def names_at_the_margin(text: str) -> set[str]:
    """What its lines would bind or change, if they were code: `beta` of `beta = = 0.1`."""
    return {match[1] for line in text.split("\n") if (match := CHANGES.match(line))}


def is_code_with_a_mistake(piece: Piece) -> bool:
    """Whether a definition or an import begins it, or the head of one with a typo."""
    head, *below = piece.text.split("\n")
    has_body = any(line.strip() for line in below)
    return FIRST_OF_CODE.match(head) is not None or (has_body and HEAD.match(head) is not None)


def indent_of(line: str) -> int:
    """The number of spaces it begins with."""
    return len(line) - len(line.lstrip(" "))


REMOVALS: tuple[tuple[Callable[[Sequence[str]], list[str]], str], ...] = (
    (inside_fences, "Markdown fences removed"),
    (out_of_a_page, "what a web page is written with removed"),
    (without_marks_of_a_diff, "the marks of a diff removed, and the lines that it takes away"),
    (after_prompts, "Python prompts (>>>) removed, and the output between them"),
    (without_quotation_marks, "marks of a quotation (>) removed"),
    (without_addresses, "addresses left out"),
    (without_heads_and_feet, "the heads and feet of printed pages removed"),
    (without_line_numbers, "line numbers removed"),
    (after_cell_prompts, "notebook prompts removed"),
    (without_magics, "notebook magics (% and !) removed"),
    (with_plain_spaces, "spaces and signs of a page replaced by those of a keyboard"),
    (with_plain_quotes, "typographic quotes and dashes replaced by those of a keyboard"),
    (without_print_statements, "print statements of Python 2 removed"),
    (without_common_indent, "common indentation removed"),
    (without_odd_indent, "methods moved to the left"),
    (without_words_above, "the words above the code left out"),
    (without_an_end_above, "the end of what begins above the paste left out"),
    (without_words_around, "the words around the code left out"),
)
"""Each is tried while the text is not Python."""
