"""An item, an answer's mark and what is revealed, on a terminal or in a pipe."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from interview_cli.ui.points import show_points
from interview_cli.ui.terminal import Terminal, harmless
from interview_cli.ui.text.markdown import plain_text, render_markdown

if TYPE_CHECKING:
    from interview_cli.domain.items.answer import Marked
    from interview_cli.domain.items.shown import Shown
    from interview_cli.domain.marking.reveal import Reveal


def write_markdown(text: str, terminal: Terminal, code_mark: str = "`") -> None:
    """Bank text, rendered for what stdout is; without colour, code in a line stands in marks."""
    if terminal.has_color:
        terminal.show(render_markdown(harmless(text), width=terminal.width, mode=terminal.mode))
    else:
        terminal.print(plain_text(harmless(text), width=terminal.width, mode=terminal.mode, code_mark=code_mark))


def show_item(shown: Shown, terminal: Terminal) -> None:
    """Heading, prompt, and what belongs to the kind."""
    for line in paragraph(heading(shown), terminal):
        terminal.print(line)
    terminal.print()
    write_markdown(shown.prompt, terminal)
    if shown.code:
        terminal.print()
        write_markdown(f"```python\n{shown.code.rstrip()}\n```", terminal)
    for line in choices(shown, terminal):
        terminal.print(line)
    for line in symbols(shown, terminal):
        terminal.print(line)
    if shown.unit:
        terminal.print(f"Unit: {shown.unit}")
    if shown.entry:
        terminal.print()
        write_markdown(f"`{shown.entry}`", terminal)
    if shown.forbid:
        for line in paragraph(f"Not allowed: {', '.join(shown.forbid)}", terminal):
            terminal.print(line)


def heading(shown: Shown) -> str:
    """`q07-why-scale  choice  level 2  about 1 min`."""
    level = {1: "warm-up", 2: "standard", 3: "hard"}[shown.level]
    return f"{shown.item}   {shown.kind} · {level} · about {shown.minutes:g} min"


def choices(shown: Shown, terminal: Terminal) -> list[str]:
    """Options, steps or the grid, with their keys."""
    lines: list[str] = []
    for entry in shown.options or shown.steps:
        lines += _keyed(entry.key, entry.text, terminal.width, terminal)
    if shown.rows:
        for row in shown.rows:
            lines += _keyed(row.key, row.text, terminal.width, terminal)
        for column in shown.columns:
            lines += [f"  {plain_text(column.name, width=terminal.width - 2, mode=terminal.mode)}:"]
            for value in column.values:
                lines += [f"  {line}" for line in _keyed(value.key, value.text, terminal.width - 2, terminal)]
    return ["", *lines] if lines else []


def symbols(shown: Shown, terminal: Terminal) -> list[str]:
    """What a formula is typed in: the name of each symbol, with what it means where that is said."""
    if not shown.symbols:
        return []
    named = [f"{name} ({spec.meaning})" if spec.meaning else name for name, spec in shown.symbols.items()]
    return ["", *paragraph(plain_text(f"Type it in {', '.join(named)}", width=10_000, mode=terminal.mode), terminal)]


def _keyed(key: str, text: str, width: int, terminal: Terminal) -> list[str]:
    body = plain_text(text, width=width - 6, mode=terminal.mode).splitlines() or [""]
    return [f"  {key}) {body[0]}", *(f"     {line}" for line in body[1:])]


def marked_lines(marked: Marked, terminal: Terminal) -> list[str]:
    """The mark, what was understood, and what was expected."""
    lines = [f"{marked.mark.value.upper()}" + (f" ({marked.score:.0%})" if marked.mark.value == "partial" else "")]
    if marked.read_as:
        lines += paragraph(f"I read this as {marked.read_as}", terminal)
    if marked.message and marked.message != marked.mark.value:
        lines += paragraph(plain_text(marked.message, width=10_000, mode=terminal.mode), terminal)
    if marked.expected and marked.mark.value != "right":
        lines += paragraph(f"expected: {marked.expected}", terminal)
    return lines


def paragraph(text: str, terminal: Terminal) -> list[str]:
    """The text in lines that fit, continued with an indent."""
    return [
        line
        for part in text.splitlines()
        for line in textwrap.wrap(part, terminal.width, subsequent_indent="  ", break_on_hyphens=False) or [""]
    ]


def show_reveal(revealed: Reveal, shown: Shown, terminal: Terminal, ticked: frozenset[int] | None = None) -> None:
    """Answer, key points with boxes where they were ticked, why, pitfalls and sources."""
    terminal.print()
    if revealed.answer is not None:
        write_markdown(f"**Answer:** {answer_text(revealed.answer, shown)}", terminal, code_mark="")
    if revealed.key_points:
        terminal.print("Key points (* essential):")
        show_points(revealed.key_points, terminal, ticked)
    if revealed.why:
        write_markdown(f"**Why:** {revealed.why}", terminal)
    for wrong in revealed.wrong:
        why = f": {wrong.why}" if wrong.why else ""
        write_markdown(f"- **Not:** {wrong.answer}{why}", terminal, code_mark="")
    if revealed.reference:
        write_markdown(f"```python\n{revealed.reference.rstrip()}\n```", terminal)
    if shown.sources:
        for line in paragraph("Source: " + "; ".join(shown.sources), terminal):
            terminal.print(line)


def answer_text(answer: str, shown: Shown) -> str:
    """The answer as typed, with the text of a choice behind its letters."""
    texts = {entry.key: entry.text for entry in shown.options}
    keys = [key.strip() for key in answer.split(",")]
    if texts and all(key in texts for key in keys):
        return "; ".join(f"{key}) {texts[key]}" for key in keys)
    return f"`{answer}`"
