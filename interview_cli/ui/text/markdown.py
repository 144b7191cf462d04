"""Bank text laid out for a terminal or a pipe; imports rich for what is coloured, `ui.math` when there is a formula.

The reader is our own, for the subset that the bank uses: rich's pulls in a whole Markdown library, 40 ms of every
start-up. Plain lines take nothing from rich but the width of characters, which saves another 20. Formulas and code are
taken out first, so that none of their signs can be mistaken for markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple, assert_never

from interview_cli.ui.spans import Mode, Part, Span, spans

if TYPE_CHECKING:
    from rich.console import Group, RenderableType
    from rich.text import Text

CONTINUED_COLUMNS = 8  # of a line of code, as PEP 8 has it for what must not be taken for the body
MIN_COLUMNS = 10  # deeper indents do not narrow text further


def render_markdown(text: str, *, width: int, mode: Mode) -> RenderableType:
    """Paragraphs, lists, code, tables and formulas as a rich renderable of at most `width` columns."""
    from rich.constrain import Constrain

    page = _Page.of(text, mode, code_mark="")
    return Constrain(_stacked([page.renderable(block, width) for block in page.blocks]), width)


def plain_text(text: str, *, width: int, mode: Mode, code_mark: str = "`", code_width: int | None = None) -> str:
    """The same without escape codes, wrapped to `width`; code in a line stands in marks.

    A block of code keeps its long lines, to be copied, unless it is to be read in so many columns.
    """
    page = _Page.of(text, mode, code_mark, code_width)
    return "\n\n".join("\n".join(page.lines(block, width)) for block in page.blocks)


class _Paragraph(NamedTuple):
    source: str


class _Code(NamedTuple):
    language: str
    code: str


class _Display(NamedTuple):
    formula: Span


class _Item(NamedTuple):
    marker: str
    blocks: tuple[_Block, ...]


class _List(NamedTuple):
    items: tuple[_Item, ...]


class _Table(NamedTuple):
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


_Block = _Paragraph | _Code | _Display | _List | _Table

# Each formula, piece of code and escaped character is one private-use character while the Markdown around it is read.
_FIRST_TOKEN = 0xF0000
_TOKEN = "[\U000f0000-\U0010ffff]"
_PRIVATE = re.compile(f"({_TOKEN})")
_BULLET = re.compile(r"(?P<indent>[ \t]*)(?P<marker>[-*+]|\d{1,9}[.)])[ \t]+(?=\S)(?![-*+][ \t])")
# A wrapped sentence may begin a line with "2017. ", so only a first number begins a list inside a paragraph.
_INTERRUPTING_BULLET = re.compile(r"[ \t]*([-*+]|1[.)])[ \t]+(?=\S)(?![-*+][ \t])")
_TABLE_RULE = re.compile(r"[ \t]*\|?([ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*")
_EMPHASIS = re.compile(
    r"\*\*(?=\S)(?P<bold>.+?)(?<=\S)\*\*"
    r"|(?<![\w*])\*(?=[^\s*])(?P<starred>.+?)(?<=[^\s*])\*(?![\w*])"
    r"|(?<!\w)_(?=[^\s_])(?P<underlined>.+?)(?<=[^\s_])_(?!\w)"
)


class _Page(NamedTuple):
    blocks: tuple[_Block, ...]
    tokens: tuple[Span, ...]
    mode: Mode
    code_mark: str
    code_width: int | None

    @staticmethod
    def of(text: str, mode: Mode, code_mark: str, code_width: int | None = None) -> _Page:
        source, tokens = _with_tokens(text)
        return _Page(tuple(_blocks(source.split("\n"), tokens)), tokens, mode, code_mark, code_width)

    def renderable(self, block: _Block, width: int) -> RenderableType:
        match block:
            case _Paragraph(source=source):
                return self._text(source)
            case _Code(language=language, code=code):
                return _highlighted(language, code, width)
            case _Display(formula=formula):
                from interview_cli.ui.math.text import display

                return _picture(display(formula, self.mode, width))
            case _List(items=items):
                return self._list(items, width)
            case _Table():
                return self._table(block)
            case _:
                assert_never(block)

    def lines(self, block: _Block, width: int) -> list[str]:
        match block:
            case _Code(code=code):
                return code.split("\n") if self.code_width is None else _folded_lines(code, self.code_width)
            case _List(items=items):
                return [line for item in items for line in self._item_lines(item, width)]
            case _Paragraph(source=source):
                return _wrapped("".join(text for text, _ in self._styled(source, "")), width)
            case _Display(formula=formula):
                from interview_cli.ui.math.text import display

                picture = display(formula, self.mode, width)
                return [row.rstrip() for row in picture.split("\n")] if "\n" in picture else _wrapped(picture, width)
            case _Table():
                return self._table_lines(block, width)
            case _:
                assert_never(block)

    def _table_lines(self, table: _Table, width: int) -> list[str]:
        from rich.console import Console

        out = StringIO()
        console = Console(file=out, width=width, color_system=None, force_terminal=False, legacy_windows=False)
        console.print(self._table(table))
        return [line.rstrip() for line in out.getvalue().rstrip("\n").split("\n")]

    def _item_lines(self, item: _Item, width: int) -> Iterator[str]:
        lead, margin = f"{item.marker} ", " " * (len(item.marker) + 1)
        inner = max(width - len(lead), MIN_COLUMNS)
        lines = [line for block in item.blocks for line in self.lines(block, inner)]
        for index, line in enumerate(lines):
            yield (lead + line if index == 0 else margin + line).rstrip()

    def _list(self, items: Sequence[_Item], width: int) -> RenderableType:
        from rich.console import Group
        from rich.table import Table

        markers = max(len(item.marker) for item in items)
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(no_wrap=True, min_width=markers)
        grid.add_column(overflow="fold")
        inner = max(width - markers - 1, MIN_COLUMNS)
        for item in items:
            grid.add_row(item.marker, Group(*(self.renderable(block, inner) for block in item.blocks)))
        return grid

    def _table(self, block: _Table) -> RenderableType:
        from rich import box
        from rich.table import Table

        table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
        for cell in block.head:
            table.add_column(self._text(cell), overflow="fold")
        for row in block.rows:
            table.add_row(*(self._text(cell) for cell in row))
        return table

    def _text(self, source: str) -> Text:
        from rich.text import Text

        text = Text()
        for part, style in self._styled(source, ""):
            text.append(part, style)
        return text

    def _styled(self, source: str, style: str) -> Iterator[tuple[str, str]]:
        """Inline Markdown as stretches of text with their styles; `style` where it has none of its own."""
        end = 0
        for match in _EMPHASIS.finditer(source):
            yield from self._styled_tokens(source[end : match.start()], style)
            kind = match.lastgroup or ""
            added = "bold" if kind == "bold" else "italic"
            yield from self._styled(match[kind], f"{style} {added}".strip())
            end = match.end()
        yield from self._styled_tokens(source[end:], style)

    def _styled_tokens(self, source: str, style: str) -> Iterator[tuple[str, str]]:
        for part in _PRIVATE.split(source):
            match _token(part, self.tokens):
                case None:
                    yield part, style
                case Span(part=Part.CODE, content=code):
                    yield self.code_mark + " ".join(code.split("\n")) + self.code_mark, f"{style} cyan".strip()
                case Span(part=Part.INLINE) as span:
                    from interview_cli.ui.math.text import inline

                    yield " ".join(inline(span, self.mode).split("\n")), style
                case Span(content=content):
                    yield content, style


def _wrapped(text: str, width: int) -> list[str]:
    """One line of text in lines of at most so many columns; a word that is longer than a line is broken."""
    from rich.cells import cell_len, chop_cells

    lines, columns = [""], 0
    for word in re.findall(r"\s*\S+|\s+$", text):
        if columns + cell_len(word) <= width:
            lines[-1] += word
            columns += cell_len(word)
            continue
        if not lines[-1]:
            lines.pop()
        lines += chop_cells(word.lstrip(), width) or [""]
        columns = cell_len(lines[-1])
    return [line.rstrip() for line in lines]


def _stacked(parts: Sequence[RenderableType]) -> Group:
    """Blocks with an empty line between."""
    from rich.console import Group
    from rich.text import Text

    spaced: list[RenderableType] = []
    for part in parts:
        spaced += [Text(""), part] if spaced else [part]
    return Group(*spaced)


def _picture(picture: str) -> Text:
    """A display formula: rows stay whole; a single line may wrap."""
    from rich.text import Text

    return Text(picture, no_wrap=True, overflow="ignore") if "\n" in picture else Text(picture)


def _highlighted(language: str, code: str, width: int) -> RenderableType:
    from rich.console import Group
    from rich.text import Text

    if not language:
        return Text(code, overflow="fold")
    from rich.syntax import Syntax  # 10 ms that most text does not need

    coloured = Syntax(code, language, theme="ansi_dark", background_color="default").highlight(code)
    coloured.rstrip()
    return Group(*(row for line in coloured.split("\n", allow_blank=True) for row in _folded(line, width)))


def _folded(line: Text, width: int) -> Iterator[Text]:
    """A line of code in rows that fit, broken at spaces where there are any and continued deeper than it begins."""
    from rich.text import Text

    indent = len(line.plain) - len(line.plain.lstrip())
    deeper = min(indent + CONTINUED_COLUMNS, width // 2)
    begin = ""
    while len(line.plain) + len(begin) > width:
        room = width - len(begin)
        space = line.plain.rfind(" ", indent + 1, room + 1)
        first, line = line.divide([room if space < 0 else space])
        yield Text(begin).append_text(first)
        line = line[len(line.plain) - len(line.plain.lstrip()) :]
        begin, indent = " " * deeper, 0
    yield Text(begin).append_text(line)


def _folded_lines(code: str, width: int) -> list[str]:
    from rich.text import Text

    return [row.plain for line in code.split("\n") for row in _folded(Text(line), width)]


def _with_tokens(text: str) -> tuple[str, tuple[Span, ...]]:
    """The text with a private-use character for each span that is not Markdown, and those spans."""
    source = ""
    tokens: list[Span] = []
    for span in spans(text.expandtabs(4)):
        parts = [span] if span.part is not Part.TEXT else _around_private(span.content)
        for part in parts:
            if part.part is Part.TEXT:
                source += part.content
            else:
                source += chr(_FIRST_TOKEN + len(tokens))
                tokens.append(part)
    return source, tuple(tokens)


def _around_private(text: str) -> Iterator[Span]:
    """Text that holds private-use characters of its own, with each of them as if escaped."""
    for part in _PRIVATE.split(text):
        yield Span(Part.ESCAPE if _PRIVATE.fullmatch(part) else Part.TEXT, part, part)


def _token(character: str, tokens: Sequence[Span]) -> Span | None:
    return tokens[ord(character) - _FIRST_TOKEN] if _PRIVATE.fullmatch(character) else None


def _blocks(lines: Sequence[str], tokens: Sequence[Span]) -> Iterator[_Block]:
    index = 0
    while index < len(lines):
        line = lines[index]
        if not line.strip():
            index += 1
        elif (fence := _token(line.strip(), tokens)) and fence.part is Part.FENCE:
            yield _code(fence)
            index += 1
        elif _BULLET.match(line):
            items, index = _items(lines, index, tokens)
            yield _List(tuple(items))
        elif _is_table(lines, index):
            end = _end_of_paragraph(lines, index, tokens)
            yield _table_of(lines[index:end])
            index = end
        else:
            end = _end_of_paragraph(lines, index + 1, tokens)
            yield from _paragraphs(" ".join(part.strip() for part in lines[index:end]), tokens)
            index = end


def _end_of_paragraph(
    lines: Sequence[str], start: int, tokens: Sequence[Span], bullet: re.Pattern[str] = _INTERRUPTING_BULLET
) -> int:
    """Index of the first line from `start` that does not continue a paragraph."""
    for index in range(start, len(lines)):
        token = _token(lines[index].strip(), tokens)
        is_fence = token is not None and token.part is Part.FENCE
        begins_another = bullet.match(lines[index]) or (index > start and _is_table(lines, index))
        if not lines[index].strip() or is_fence or begins_another:
            return index
    return len(lines)


def _paragraphs(source: str, tokens: Sequence[Span]) -> Iterator[_Paragraph | _Display]:
    """A paragraph, cut at its display formulas."""
    text = ""
    for part in _PRIVATE.split(source):
        token = _token(part, tokens)
        if token is not None and token.part is Part.DISPLAY:
            if text.strip():
                yield _Paragraph(text.strip())
            yield _Display(token)
            text = ""
        else:
            text += part
    if text.strip():
        yield _Paragraph(text.strip())


def _items(lines: Sequence[str], start: int, tokens: Sequence[Span]) -> tuple[list[_Item], int]:
    """The items of the list that begins at `start`, and the index after it."""
    items: list[_Item] = []
    index = start
    while index < len(lines) and (bullet := _BULLET.match(lines[index])):
        indent, inner = len(bullet["indent"]), bullet.end()
        end = _end_of_paragraph(lines, index + 1, tokens, _BULLET)
        while end < len(lines) and _belongs(lines, end, indent):
            end += 1
        body = [lines[index][inner:], *(_dedented(line, inner) for line in lines[index + 1 : end])]
        marker = "•" if bullet["marker"] in "-*+" else bullet["marker"]
        items.append(_Item(marker, tuple(_blocks(body, tokens))))
        index = next((later for later in range(end, len(lines)) if lines[later].strip()), end)
    return items, index


def _belongs(lines: Sequence[str], index: int, indent: int) -> bool:
    """Whether a line is part of the list item with a bullet at `indent`: it is deeper, or empty before one that is."""
    following = next((line for line in lines[index:] if line.strip()), "")
    return len(following) - len(following.lstrip()) > indent


def _code(fence: Span) -> _Code:
    """The fence's code, without the indent that a list gives to the whole fence."""
    opening, *body = fence.content.split("\n")
    closing = re.fullmatch(r"([ \t]*)(`{3,}|~{3,})[ \t]*", body[-1]) if body else None
    indent = len(closing[1]) if closing else 0
    language, *_ = [*opening.lstrip("`~").split(), ""]
    return _Code(language, "\n".join(_dedented(line, indent) for line in (body[:-1] if closing else body)))


def _dedented(line: str, columns: int) -> str:
    """The line without at most `columns` of its leading spaces."""
    return line[min(columns, len(line) - len(line.lstrip())) :]


def _is_table(lines: Sequence[str], index: int) -> bool:
    has_rule = index + 1 < len(lines) and "|" in lines[index + 1] and _TABLE_RULE.fullmatch(lines[index + 1])
    return "|" in lines[index] and bool(has_rule)


def _table_of(lines: Sequence[str]) -> _Table:
    head = _cells(lines[0])
    rows = ([*_cells(line), *[""] * len(head)][: len(head)] for line in lines[2:])
    return _Table(head, tuple(tuple(row) for row in rows))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|"))
