"""Solutions as people paste them: fences, prompts, common indent, notebooks, `class Solution`. Standard library only.

Lines keep their numbers: what is dropped is blanked, so that an error's line is the line in the user's file.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from interview_cli.grading.candidate.matching.choosing import (
    BESIDE,
    Asked,
    as_looked_up,
    asks_for_more,
    best_first,
    bound_alike,
    can_be_made,
    checks_it,
    is_beside,
    is_compared_with,
    is_given,
    is_of_a_solution,
    left_by_constructors,
    made_with_the_one_left,
    most_alike,
    named,
    names_called_in_functions,
    names_that_classes_need,
    takes_all_by_name,
    takes_as_many,
    with_results,
)
from interview_cli.grading.candidate.matching.likeness import speaks_of
from interview_cli.grading.candidate.matching.offers import Offered, classes, functions
from interview_cli.grading.candidate.matching.syntax import (
    Function,
    called_of_itself,
    is_torch_module,
    names_called,
    needs_no_object,
    settings_of,
    uses_no_object,
)
from interview_cli.grading.candidate.matching.two_steps import turner_in
from interview_cli.grading.candidate.matching.walking import walk
from interview_cli.grading.candidate.matching.words import ALIKE, listed, spelling, words
from interview_cli.grading.candidate.source import notebook
from interview_cli.grading.candidate.source.chains import call_in, chains_in, is_one_of_both, is_spread_by
from interview_cli.grading.candidate.source.contexts import without_contexts
from interview_cli.grading.candidate.source.reach import bound_by, is_main_block, needed
from interview_cli.grading.candidate.source.supplied import NOTHING, Supplies, supplies_for
from interview_cli.grading.candidate.source.unused import without_unused
from interview_cli.grading.candidate.source.unwritten import without_unwritten

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
SIGNATURE = re.compile(r"(?:class\s+)?(\w+)\(")
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
FEWEST_NUMBERED = 3
"""Lines of a listing between other lines."""
MOST_LINES = 60
"""At the margin, in one statement that goes on there."""
MOST_SHOWN = 80
"""Of a line with an error."""
MOST_NAMED = 5
IMPORTED = (ast.Import, ast.ImportFrom)
VALUES = (ast.List, ast.Dict, ast.Set, ast.Tuple, ast.Constant, ast.ListComp, ast.DictComp, ast.SetComp)
MUCH_MORE = 0.3
TOO_DEEP = "the file nests too deeply to be read: is a sum or a chain of calls hundreds of terms long?"


class Unusable(Exception):
    """The text is no usable solution. `line` is where, if it is somewhere."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


@dataclass(frozen=True, slots=True)
class Prepared:
    """A source that parses, where each entry is found in it (`Solution.attention`), and what was done to it.

    `needed`: the positions of the top-level statements that the entries reach; what else stands there may fail. `others`: what
    else of the file may be meant, the likeliest first. `parts`: those of them that the entry calls. `whole`: the one of them
    that takes the entry's several results, where one is asked for. `users`: modules that call the entry with their settings.
    """

    source: str
    entries: dict[str, str]
    notes: tuple[str, ...]
    needed: tuple[int, ...] = ()
    supplies: Supplies = NOTHING
    others: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    whole: str = ""
    users: tuple[str, ...] = ()


def entry_names(signature: str) -> tuple[str, ...]:
    """`patchify(x, p) and unpatchify(tokens, p, h, w)` -> both names; `class EMA(model)` -> EMA."""
    return tuple(match[1] for part in signature.split(" and ") if (match := SIGNATURE.match(part.strip())))


def prepare(text: str, signature: str, chosen: str | None = None) -> Prepared:
    """The source as it will be run. `chosen` is the name that the user says is the entry, or names (`--entry`).

    Raises: Unusable, for what does not parse or lacks the entry.
    """
    source, notes = cleaned(text)
    tree = parsed(source)
    siblings = imports_of_siblings(tree)
    if siblings:
        source = blanked(source, siblings)
        tree = parsed(source)
        notes.append(f"left out, since these files are not here: {listed(map(module_of, siblings))}")
    asked = [Asked.of(part.strip()) for part in signature.split(" and ")]
    plain = without_contexts(source, tree, asked)
    if plain != source:
        source, tree = plain, parsed(plain)
    written, said = without_unwritten(source, tree, asked)
    if written != source:
        source, tree = written, parsed(written)
        notes += said
    plain, said = without_unused(source, tree, asked)
    if plain != source:
        source, tree = plain, parsed(plain)
        notes += said
    chains = chains_in(tree, asked[0]) if len(asked) == 1 else {}
    if chosen in chains:
        source += chains[chosen]
        tree = parsed(source)
    entries, said, others = located(tree, asked, chosen)
    said = [
        one.replace(name, call_in(text), 1) for one in said for name, text in chains.items() if name == chosen
    ] or said
    if chosen is None:
        others = (*others, *(name for name, text in chains.items() if is_one_of_both(entries[asked[0].name], text)))
    hiding = [node for path in entries.values() for node in hiding_it(tree, path)]
    if hiding:
        source = blanked(source, hiding)
        tree = parsed(source)
        lines = ", ".join(f"{node.name} in line {node.lineno}" for node in hiding)
        notes.append(f"left out, since they take the name of the class above: {lines}")
    reached = needed(tree, entries.values())
    statements = [tree.body[i] for i in reached]
    check_that_it_compiles(source, tree, statements)
    supplies = supplies_for(
        source, tree, statements, {name: module_of(node) for node in siblings for name in bound_by(node)}
    )
    notes += [*said, *([supplies.note] if supplies.note else [])]
    called = set[str]().union(*(parts_of(tree, path) for path in entries.values())) if others else set[str]()
    whole = next((one for one in others if one in chains and is_spread_by(entries[asked[0].name], chains[one])), "")
    parts = tuple(called.intersection(others))
    users = tuple(one for one in others if any(one in names_setting(tree, path) for path in entries.values()))
    return Prepared(source, entries, tuple(notes), reached, supplies, others, parts, whole, users)


# --- what surrounds code ----------------------------------------------------------------------------------------------


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


def imports_of_siblings(tree: ast.Module) -> list[ast.ImportFrom]:
    """`from .utils import masked_mean`: what is pasted alone has no files beside it."""
    nodes = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.level]
    others = {
        line for node in tree.body if node not in nodes for line in range(node.lineno, (node.end_lineno or 0) + 1)
    }
    return [node for node in nodes if others.isdisjoint(range(node.lineno, (node.end_lineno or 0) + 1))]


def module_of(node: ast.ImportFrom) -> str:
    """As it is written: `.utils`."""
    return "." * node.level + (node.module or "")


def blanked(source: str, nodes: Iterable[ast.stmt]) -> str:
    """The source with nothing in these statements' lines."""
    lines = source.split("\n")
    for node in nodes:
        for number in range(node.lineno, (node.end_lineno or node.lineno) + 1):
            lines[number - 1] = ""
    return "\n".join(lines)


# --- parsing ----------------------------------------------------------------------------------------------------------


def parses(source: str) -> bool:
    """Whether it is Python."""
    try:
        parsed(source)
    except Unusable:
        return False
    return True


def parsed(source: str) -> ast.Module:
    """The syntax tree. Raises: Unusable, with the line."""
    if not source.strip():
        raise Unusable("the file is empty")
    if "\0" in source:
        raise Unusable("this is not a text file (it holds a zero byte)")
    try:
        return ast.parse(source)
    except SyntaxError as error:
        raise syntax_error(source, error) from None
    except (RecursionError, MemoryError):  # the parser says so of a stack that is full
        raise Unusable(TOO_DEEP) from None
    except (ValueError, OverflowError) as error:
        raise Unusable(f"the file cannot be parsed: {error}") from None


def check_that_it_compiles(source: str, tree: ast.Module, statements: list[ast.stmt]) -> None:
    """Raises: Unusable for what parses and is no Python all the same, such as `return` outside of a function."""
    first = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    try:
        compile(
            ast.Module([*first, *(node for node in statements if node not in first)], []), "", "exec", dont_inherit=True
        )
    except SyntaxError as error:
        raise syntax_error(source, error) from None
    except (RecursionError, MemoryError):
        raise Unusable(TOO_DEEP) from None
    except ValueError as error:
        raise Unusable(f"the file cannot be parsed: {error}") from None


def syntax_error(source: str, error: SyntaxError) -> Unusable:
    """What Python says, with the line and its text."""
    lines = source.split("\n")
    number = max(1, min(error.lineno or len(lines), len(lines)))
    while number > 1 and not lines[number - 1].strip():
        number -= 1  # the end of the file says nothing: what stands last does
    shown = " ".join(lines[number - 1].split())
    shown = shown if len(shown) <= MOST_SHOWN else f"{shown[:MOST_SHOWN]}..."
    return Unusable(f"syntax error in line {number}: {error.msg}: {shown}", number)


# --- where the entries are --------------------------------------------------------------------------------------------


def located(
    tree: ast.Module, asked: Sequence[Asked], chosen: str | None
) -> tuple[dict[str, str], list[str], tuple[str, ...]]:
    """Where each entry is, notes where one is not simply there under its name, and what else a single one may be.

    Raises: Unusable.
    """
    top = set().union(*(bound_by(node) for node in tree.body if not is_main_block(node)))
    for one in asked if chosen is None else ():
        if one.name not in top and any(defines(node, one.name) for node in tree.body if is_main_block(node)):
            raise Unusable(
                f'{one.name} stands under if __name__ == "__main__", which is not run while a file is graded: move it out'
            )
    if chosen is not None:
        return *chosen_entries(asked, [name.strip() for name in chosen.split(",")], top), ()
    entries: dict[str, str] = {}
    notes: list[str] = []
    left = list[str]()
    for one in asked:
        place = as_asked(tree, one, top)
        if place is None:
            continue
        entries[one.name] = place
        if place != one.name:
            notes.append(f"the method {place} is graded")
    for one in surest_first(tree, [one for one in asked if one.name not in entries], set(entries.values())):
        others = {name for name in (each.name for each in asked) if name != one.name} | set(entries.values())
        turner = None if one.is_class else turner_in(tree, one.parameters)
        places = [turner] if turner is not None else places_for(tree, one, others, list(entries.values()))
        entries[one.name], *left = places
        notes.append(f"{entries[one.name]} is graded as {one.name}")
        notes += [f"others may be meant: {', '.join(left)}; say which with --entry NAME"] if left else []
    left += [name for name in users_alike(tree, asked[0], entries[asked[0].name]) if name not in left]
    return {one.name: entries[one.name] for one in asked}, notes, tuple(left) if len(asked) == 1 else ()


def users_alike(tree: ast.Module, asked: Asked, path: str) -> list[str]:
    """Functions that call the one that stands there, and must be given just what that must be: what it does for itself is a part.

    `unconstrained_rational_quadratic_spline(inputs, widths, heights, derivatives)`, which adds the tails. No check of it. Beside
    the problem's own name, only one that ends with it is another form of it: a `predict` that shifts its logits is a use.
    And modules that call it with settings of their own: `Timesteps(dim, flip_sin_to_cos=True)`.
    """
    modules = [one for one in functions_for(tree, asked) if one.is_module and path != asked.name]
    setting = names_setting(tree, path)
    made = {one.path: one for one in functions(tree) if "." not in one.path}
    inner = made.get(path)
    users = [node.name for node in tree.body if isinstance(node, ast.FunctionDef) and path in names_called(node)]
    return [
        name
        for name in users
        if name in made
        and inner is not None
        and (path != asked.name or name.endswith(f"_{asked.name}"))
        and must_be_given(made[name]) == must_be_given(inner)
        and not (is_beside(made[name], asked) or checks_it(made[name], asked) or is_compared_with(made[name], asked))
    ] + [one.path for one in modules if one.path in setting]


def names_setting(tree: ast.Module, path: str) -> list[str]:
    """The classes of a file that call this function with settings of their own."""
    return [node.name for node in tree.body if isinstance(node, ast.ClassDef) and passes_settings(node, path)]


def passes_settings(node: ast.ClassDef, path: str) -> bool:
    """Whether the `forward` of a class calls this function, and hands it by name what the class was made with."""
    calls = [part for part in walk(methods(node).get("forward", ast.Pass())) if isinstance(part, ast.Call)]
    return any(
        isinstance(one.func, ast.Name)
        and one.func.id == path
        and any(isinstance(by_name.value, ast.Attribute) for by_name in one.keywords)
        for one in calls
    )


def must_be_given(one: Offered) -> tuple[str, ...]:
    """The names of what a function must be given."""
    return tuple(one.parameters[: one.required])


def surest_first(tree: ast.Module, asked: Sequence[Asked], taken: set[str]) -> list[Asked]:
    """The entries, with those first whose best function has names for all that is given: it is not left for another entry.

    `dequantize(codes, codebooks)` takes indices, whatever its name has in common with `encode`.
    """
    if len(asked) < 2:
        return list(asked)
    best = [best_of(tree, one, offered_for(tree, one, taken)) for one in asked]
    named = [bool(fitting) and takes_all_by_name(one, fitting[0]) for one, fitting in zip(asked, best, strict=True)]
    return [one for one, _ in sorted(zip(asked, named, strict=True), key=lambda pair: not pair[1])]


def defines(node: ast.stmt, name: str) -> bool:
    """Whether a function or class of this name is written in it: `swiglu = SwiGLU(512)` in a demonstration is a variable."""
    return any(isinstance(part, ast.FunctionDef | ast.ClassDef) and part.name == name for part in walk(node))


def parts_of(tree: ast.Module, path: str) -> set[str]:
    """What of the file a function, class or method calls, and what this calls in turn: it is right or wrong with that."""
    places = {node.name: node for node in tree.body if isinstance(node, Function | ast.ClassDef)}
    made = [node for node in places.values() if isinstance(node, ast.ClassDef)]
    inner = {f"{node.name}.{one}": part for node in made for one, part in methods(node).items()}
    nodes = {**places, **inner}
    found, waiting = set[str](), [path]
    while waiting:
        one = waiting.pop()
        owner, node = one.partition(".")[0], nodes.get(one)
        if node is not None and one not in found:
            found.add(one)
            waiting += [*names_called(node), *(f"{owner}.{method}" for method in called_of_itself(node))]
    return found


def hiding_it(tree: ast.Module, path: str) -> list[ast.ClassDef]:
    """Classes that stand below the one of a method, have its name and not the method: solutions of other problems."""
    owner, _, method = path.partition(".")
    same = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == owner]
    having = [i for i, node in enumerate(same) if method in methods(node)]
    below = same[having[-1] + 1 :] if method and having else []
    return [] if any(node.decorator_list for node in below) else below


def chosen_entries(asked: Sequence[Asked], names: Sequence[str], top: set[str]) -> tuple[dict[str, str], list[str]]:
    """What the user says. Raises: Unusable."""
    if len(names) != len(asked):
        wanted = " and ".join(one.name for one in asked)
        number = "one name" if len(asked) == 1 else f"{len(asked)} names, with a comma between them,"
        raise Unusable(f"--entry needs {number} here, for {wanted}")
    if not all(part.isidentifier() for name in names for part in name.split(".")):
        raise Unusable("--entry needs a name as it stands in the file: NAME, or CLASS.NAME for a method")
    unknown = [name for name in names if name.split(".")[0] not in top]
    if unknown:
        raise Unusable(f"the file does not define {' and '.join(unknown)}")
    pairs = list(zip(asked, names, strict=True))
    return {one.name: name for one, name in pairs}, [f"{name} is graded as {one.name}" for one, name in pairs]


def as_asked(tree: ast.Module, asked: Asked, top: set[str]) -> str | None:
    """The entry under its own name, at the top or as a method of a class; None where that is not there, or is a part of it."""
    if asked.name in top and not is_something_else(tree, asked):
        return None if is_a_part(tree, asked) else asked.name
    for statement in tree.body:
        if isinstance(statement, ast.ClassDef) and not asked.is_class:
            method = methods(statement).get(asked.name)
            if method is not None and (
                needs_no_object(method) or not settings_of(statement) or uses_no_object(method, statement)
            ):
                return f"{statement.name}.{asked.name}"
    return None


def is_something_else(tree: ast.Module, asked: Asked) -> bool:
    """Whether the name is imported or stands for values, and the file defines what is asked for under another name."""
    binding = [node for node in tree.body if asked.name in bound_by(node)]
    if not binding or not (isinstance(binding[-1], IMPORTED) or is_of_values(binding[-1])):
        return False
    best = best_of(tree, asked, offered_for(tree, asked, {asked.name}))
    if not best or BESIDE.match(best[0].name) or not takes_as_many(asked, best[0]):
        return False
    return takes_all_by_name(asked, best[0]) or named(best[0], asked) >= ALIKE


def is_of_values(node: ast.stmt) -> bool:
    """`found = []`: what no call can be made of."""
    return isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, VALUES)


def places_for(tree: ast.Module, asked: Asked, taken: set[str], located: Sequence[str]) -> list[str]:
    """What `best_place` says; where nothing is left, what another entry is, if a switch of it turns that. Raises: Unusable."""
    try:
        return best_place(tree, asked, taken)
    except Unusable:
        turned = [path for path in located if turns_round(tree, path, asked)]
        if not turned:
            raise
        return turned[:1]


def turns_round(tree: ast.Module, path: str, asked: Asked) -> bool:
    """Whether what stands there has a switch, off by default, that an entry's name speaks of: `reverse=False` for an inverse."""
    name, _, method = path.partition(".")
    for node in tree.body:
        if getattr(node, "name", "") != name:
            continue
        found = methods(node).get(method or "forward") if isinstance(node, ast.ClassDef) else node
        if isinstance(found, ast.FunctionDef):
            own = found.args
            pairs = list(zip(reversed(own.args), reversed(own.defaults), strict=False))
            pairs += [(arg, one) for arg, one in zip(own.kwonlyargs, own.kw_defaults, strict=True) if one is not None]
            off = [arg.arg for arg, one in pairs if isinstance(one, ast.Constant) and one.value is False]
            return any(speaks_of(switch, set(words(asked.name))) for switch in off)
    return False


def is_a_part(tree: ast.Module, asked: Asked) -> bool:
    """Whether what has the name can't take what must be given, and is called by a function that can, by its names.

    `clip_loss(similarity)`, which a function of embeddings and a scale calls. So is what must be given less, and has no names
    for all of it: `bootstrap_ci(values, idx)` below a function of two systems.
    """
    made = [] if asked.is_class else [one for one in functions(tree) if "." not in one.path]
    named = [one for one in made if one.name == asked.name]
    needs_less = len(named) == 1 and named[0].required < asked.required and not takes_all_by_name(asked, named[0])
    if len(named) != 1 or (takes_as_many(asked, named[0]) and not needs_less):
        return False
    users = {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and asked.name in names_called(node)}
    return any(takes_all_by_name(asked, one) for one in made if one.path in users - {asked.name})


def best_place(tree: ast.Module, asked: Asked, taken: set[str]) -> list[str]:
    """What has its name in another spelling, else what fits best, and then the others that fit. Raises: Unusable.

    What tests a solution, or is there to compare it with, is no other one: it says nothing of the solution.
    """
    offered = offered_for(tree, asked, taken)
    best, alone = (best_of(part, asked, offered_for(part, asked, taken)) for part in (tree, without_users(tree, taken)))
    if not best and not asked.is_class:
        best = left_by_constructors(tree, asked) or made_with_the_one_left(tree, asked)
        best = best or most_alike(asked, offered, tree)
    if not best:
        raise Unusable(nothing_fits(tree, asked, offered))
    is_a_function = "." not in best[0].path and not (asked.is_class or best[0].is_module)
    kept = left_by_constructors(tree, asked) if is_a_function else []
    if kept and takes_all_by_name(asked, kept[0]) and not takes_all_by_name(asked, best[0]):
        best = [
            kept[0],
            *best,
        ]  # `NoiseScheduler(timesteps, beta_schedule).alphas_cumprod` below a function of its betas
    if alone and named(alone[0], asked) > named(best[0], asked):
        best = [alone[0], *best]
    best += asks_for_more(asked, offered, best[0], tree)
    if not asked.is_class and not is_called_with_nothing(tree, best[0].path):
        best += [one for one in left_by_constructors(tree, asked) if is_of_one_class(one, best[0])]
    are_private = best[0].name.startswith("_")  # of a module's inside, where each may be meant as well
    others = dict.fromkeys(
        one.path
        for one in best[1:]
        if (are_private or not one.name.startswith("_"))
        and one.path != best[0].path
        and not (checks_it(one, asked) or is_compared_with(one, asked))
        and not (asked.is_class and holds_fields_alone(tree, one.path))
    )
    return [best[0].path, *list(others)[:MOST_NAMED]]


def holds_fields_alone(tree: ast.Module, name: str) -> bool:
    """Whether a class has no methods, and inherits none: a config is never what is asked for."""
    found = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name]
    return any(not node.bases and not any(isinstance(one, ast.FunctionDef) for one in node.body) for node in found)


def is_called_with_nothing(tree: ast.Module, path: str) -> bool:
    """Whether a method, or that of a module's call, takes its object alone: what it returns is the class's own answer."""
    owner, _, method = path.partition(".")
    made = next((node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == owner), None)
    called = methods(made) if made is not None else {}
    node = called.get(method or "forward") or called.get(method or "__call__")
    return node is not None and len([*node.args.posonlyargs, *node.args.args]) == 1


def is_of_one_class(one: Offered, other: Offered) -> bool:
    """Whether both are reached through one class, or one is that."""
    return one.path.partition(".")[0] == other.path.partition(".")[0]


def offered_for(tree: ast.Module, asked: Asked, taken: set[str]) -> list[Offered]:
    """What the file offers for an entry, beside what others are."""
    offered = classes(tree) if asked.is_class else functions_for(tree, asked)
    offered = [one for one in offered if one.path not in taken]
    return [one for one in offered if one.settings or one.is_sized or one.path.split(".")[0] not in taken]


def best_of(tree: ast.Module, asked: Asked, offered: Sequence[Offered]) -> list[Offered]:
    """Those that fit, the best first."""
    best = best_first(asked, offered, tree)
    same = [one for one in offered if spelling(one.name) == spelling(asked.name) and not is_inside(tree, one)]
    if same and takes_as_many(asked, same[-1]) and not is_a_part(tree, asked):
        inside = [one for one in best if same[-1].is_module and one not in same and "." not in one.path]
        best = [
            same[-1],
            *(one for one in reversed(same) if one.path != same[-1].path),
            *inside,
        ]  # which `GroupNorm` calls
    at_the_top = [one for one in best if "." not in one.path and (asked.is_class or not one.is_module)]
    if best and "." in best[0].path:
        inner = names_that_classes_need(tree)  # `_spline_fwd`, which the better method calls with what it has made
        at_the_top = [one for one in at_the_top if not (one.name.startswith("_") and one.name in inner)]
        if takes_as_many(asked, best[0]):  # `e4m3_values()` beside the method that looks them up
            at_the_top = [one for one in at_the_top if one.parameters or takes_as_many(asked, one)]
        if takes_all_by_name(as_looked_up(asked, best[0]), best[0]):  # `noise_like(shape, device)` beside that method
            at_the_top = [one for one in at_the_top if bound_alike(asked, one) or named(one, asked) >= ALIKE]
    if best and best[0].is_module:
        at_the_top = [one for one in at_the_top if not is_a_step_of(best[0], one, asked, tree)]
    if best and (is_of_a_solution(best[0]) or is_better_named(best[0], at_the_top, asked)):
        return best
    return at_the_top or best


def is_a_step_of(module: Offered, one: Offered, asked: Asked, tree: ast.Module) -> bool:
    """Whether a class calls a function that has no name for some of what the problem gives, where the class has one.

    `rotate_half(x)` of a class that turns `q` and `k` from an `offset`.
    """
    own, lacking = bound_alike(asked, module), bound_alike(asked, one)
    return one.name in names_that_classes_need(tree) and len(own) >= len(lacking) and not own.keys() <= lacking.keys()


def is_inside(tree: ast.Module, one: Offered) -> bool:
    """Whether it is private, and another function of the file calls it with what that has made: `_ssim` of images as floats."""
    return one.name.startswith("_") and one.path in names_called_in_functions(tree)


def without_users(tree: ast.Module, taken: set[str]) -> ast.Module:
    """The file without functions that use other entries: what calls both ways, there and back, is a check of them."""
    kept = [node for node in tree.body if not isinstance(node, ast.FunctionDef) or taken.isdisjoint(names_called(node))]
    return tree if len(kept) == len(tree.body) else ast.Module(kept, tree.type_ignores)


def is_better_named(one: Offered, others: Sequence[Offered], asked: Asked) -> bool:
    """Whether its name, or that of its class, has much more of the name that is asked for than any of the others'."""
    return all(named(one, asked) > named(other, asked) + MUCH_MORE for other in others)


def functions_for(tree: ast.Module, asked: Asked) -> list[Offered]:
    """The functions of the file, and the methods whose classes can be made with what the problem gives."""
    return [with_results(one, asked) for one in functions(tree) if can_be_made(one, asked)]


def nothing_fits(tree: ast.Module, asked: Asked, offered: Iterable[Offered]) -> str:
    """What is asked for, and what there is instead."""
    kind = "class" if asked.is_class else "function"
    made = [one for one in functions_for(tree, asked) if not one.is_lent]
    own, other = (classes(tree), made) if asked.is_class else (made, classes(tree))
    start = f"the file does not define {asked.name}, a {kind} of {', '.join(asked.parameters) or 'no parameters'}; it defines"
    # a method that uses nothing of its object says nothing of the others of its class
    told = [one for one in own if "." not in one.path or one.settings] if any(offered) else []
    offering = {one.path.partition(".")[0] for one in told}
    others = [node for node in tree.body if getattr(node, "name", None) not in offering]
    unmade = "" if asked.is_class else "".join(cannot_be_made(node, asked, is_called=any(offered)) for node in others)
    if own:
        which = "it" if len(own) == 1 else "one of them"
        hint = f"; if {which} is meant, name it with --entry NAME" if any(offered) else ""
        return f"{start}: {as_a_call(own[0]) if len(own) == 1 else listed(one.path for one in own)}{hint}{unmade}"
    if other:
        return f"{start}: {listed(one.path for one in other)}, but no {kind}{unmade}"
    return f"{start} no {kind}"


def as_a_call(one: Offered) -> str:
    """Its name, with all that it and its class take: what it lacks of what is asked for is seen at once."""
    return f"{one.path}({', '.join(one.parameters)})"


def cannot_be_made(node: ast.stmt, asked: Asked, *, is_called: bool) -> str:
    """Why the methods of a class cannot be graded, if they cannot; a torch module to call is built of what is given.

    Where its call answers for another entry, its other methods need an object that the problem gives all of.
    """
    if not isinstance(node, ast.ClassDef) or (is_called and is_torch_module(node) and "forward" in methods(node)):
        return ""
    needed = settings_of(node)
    is_built = is_torch_module(node) and all(is_given(setting, asked) for setting in needed)
    if not needed or is_built:
        return ""
    return f"; {node.name} can only be made with {listed(needed)}: write its method as a function"


def methods(node: ast.ClassDef) -> dict[str, ast.FunctionDef]:
    """The methods of a class by their names."""
    return {inner.name: inner for inner in node.body if isinstance(inner, ast.FunctionDef)}
