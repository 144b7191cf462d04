"""An item, an answer's mark and what is revealed, on a terminal or in a pipe."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from interview_cli.domain.line_breaks import broken
from interview_cli.domain.shares import percent
from interview_cli.ui.points import legend, show_points
from interview_cli.ui.terminal import Terminal, harmless
from interview_cli.ui.text.markdown import plain_text, render_markdown

if TYPE_CHECKING:
    from interview_cli.domain.items.answer import Marked
    from interview_cli.domain.items.shown import Shown
    from interview_cli.domain.marking.reveal import Reveal


LETTERED = re.compile(r"[A-Z]\) ")
"""An option, which may hold a colon of its own."""
MOST_CORRECTED = 16
"""Lines of a correction; where a function was written anew, its reference is worth more than a comparison."""


def write_markdown(text: str, terminal: Terminal, code_mark: str = "`") -> None:
    """Bank text, rendered for what stdout is; without colour, code in a line stands in marks."""
    if terminal.has_color:
        terminal.show(render_markdown(harmless(text), width=terminal.width, mode=terminal.mode))
    else:
        width = terminal.width
        code_width = width if terminal.stdout.isatty() else None
        plain = plain_text(harmless(text), width=width, mode=terminal.mode, code_mark=code_mark, code_width=code_width)
        terminal.print(plain)


def write_page(source: str, terminal: Terminal) -> None:
    """A reference page; on a terminal the prose of its docstrings is wrapped to the width."""
    if terminal.stdout.isatty():
        from interview_cli.ui.text.docstrings import reflowed

        source = reflowed(source, terminal.width)
    write_markdown(f"```python\n{source.rstrip()}\n```", terminal)


def show_item(shown: Shown, terminal: Terminal, *, has_time_of_its_own: bool = False) -> None:
    """Heading, prompt, and what belongs to the kind; a round that gives it a time of its own says so itself."""
    for line in paragraph(heading(shown, "" if has_time_of_its_own else f" · about {shown.minutes:g} min"), terminal):
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
    for rule in shown.rules:
        for line in paragraph(rule, terminal):
            terminal.print(line)


def heading(shown: Shown, time: str) -> str:
    """`q07-why-scale   choice · standard · about 1 min`."""
    level = {1: "warm-up", 2: "standard", 3: "hard"}[shown.level]
    return f"{shown.item}   {shown.kind} · {level}{time}"


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
        lines += paragraph(how_to_fill(shown, terminal), terminal)
    return ["", *lines] if lines else []


def how_to_fill(shown: Shown, terminal: Terminal) -> str:
    """How the rows of a grid are answered: which letters belong to which column, with an example."""
    spans = [
        f"{plain_text(column.name, width=10_000, mode=terminal.mode)} ({column.values[0].key}-{column.values[-1].key})"
        for column in shown.columns
    ]
    of_each = "a letter" if len(spans) == 1 else "one letter each"
    letters = "".join(column.values[0].key for column in shown.columns)
    return f"For each row type its number and {of_each} for {', '.join(spans)}, for example 1{letters} 2{letters}"


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
    if not marked.is_given:
        lines = [marked.message]
    else:
        lines = [
            f"{marked.mark.value.upper()}" + (f" ({percent(marked.score)})" if marked.mark.value == "partial" else "")
        ]
    if marked.read_as:
        lines += paragraph(f"I read this as {marked.read_as}", terminal)
    if marked.is_given and marked.message and marked.message != marked.mark.value:
        lines += paragraph(plain_text(marked.message, width=10_000, mode=terminal.mode), terminal)
    if marked.expected and marked.mark.value != "right":
        lines += paragraph(f"expected: {marked.expected}", terminal)
    return lines


def paragraph(text: str, terminal: Terminal) -> list[str]:
    """The text in lines that fit, continued with an indent."""
    return [line for part in text.splitlines() for line in broken(part, terminal.width, indent="  ") or [""]]


def show_reveal(revealed: Reveal, shown: Shown, terminal: Terminal, ticked: frozenset[int] | None = None) -> None:
    """Answer, key points with boxes where they were ticked, why, pitfalls and sources."""
    terminal.print()
    if revealed.answer is not None:
        _show_answer(revealed.answer, shown, terminal)
    if revealed.worked:
        unit = f" in {shown.unit}" if shown.unit else ""
        write_markdown(f"Worked out: `{revealed.worked}`{unit}", terminal, code_mark="")
    if shown.code is not None and shown.sound_code is not None:
        for line in corrected_lines(shown.code, shown.sound_code):
            terminal.print(line)
    if revealed.key_points:
        terminal.print(f"Key points{legend(revealed.key_points)}:")
        show_points(revealed.key_points, terminal, ticked)
    if revealed.why:
        write_markdown(f"**Why:** {revealed.why}", terminal)
    for answer, reasons in wrong_answers(revealed).items():
        said = f"{with_end(answer)} {' Or: '.join(reasons)}" if reasons else answer
        write_markdown(f"- **Not:** {said}", terminal, code_mark="")
    if revealed.reference:
        write_page(revealed.reference, terminal)
    if shown.sources:
        for line in paragraph("Source: " + "; ".join(shown.sources), terminal):
            terminal.print(line)


def wrong_answers(revealed: Reveal) -> dict[str, list[str]]:
    """Each known wrong answer with its reasons: of drawn numbers, two mistakes may give the same."""
    found: dict[str, list[str]] = {}
    for wrong in revealed.wrong:
        found.setdefault(wrong.answer, []).extend([wrong.why] if wrong.why else [])
    return found


def with_end(answer: str) -> str:
    """A wrong answer as its reason can follow it: an option as a sentence, a number or a formula with a colon."""
    if not LETTERED.match(answer):
        return f"{answer.rstrip('.')}:"
    return answer if answer.rstrip('"').endswith((".", "?", "!")) else f"{answer}."


def _show_answer(answer: str, shown: Shown, terminal: Terminal) -> None:
    """A formula as mathematics and as one types it, a grid row by row, a choice with the texts of its letters."""
    if shown.symbols:
        from interview_cli.domain.marking.formula import in_latex

        write_markdown(f"**Answer:** ${in_latex(answer, shown.symbols)}$", terminal)
        write_markdown(f"As one types it: `{answer}`", terminal, code_mark="")
    elif shown.rows:
        write_markdown(f"**Answer:** `{answer}`", terminal, code_mark="")
        for line in filled_grid(answer, shown):
            write_markdown(f"- {line}", terminal)
    else:
        write_markdown(f"**Answer:** {answer_text(answer, shown)}", terminal, code_mark="")


def filled_grid(answer: str, shown: Shown) -> list[str]:
    """`1 SD 3: flow matching; MM-DiT`: the rows with the texts of their letters."""
    values = {value.key: value.text for column in shown.columns for value in column.values}
    letters = {row[0]: [values[key] for key in row[1:]] for row in answer.split()}
    return [f"{row.key} {row.text}: {'; '.join(letters.get(row.key, ()))}" for row in shown.rows]


def corrected_lines(code: str, sound: str) -> list[str]:
    """The lines of a bug's code that are wrong, and what should stand there."""
    import difflib

    old, new = code.splitlines(), sound.splitlines()
    found: list[str] = []
    for kind, first, last, new_first, new_last in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            found += [f"  - {line}" for line in old[first:last]]
            found += [f"  + {line}" for line in new[new_first:new_last]]
    return ["Corrected:", *found] if 0 < len(found) <= MOST_CORRECTED else []


def answer_text(answer: str, shown: Shown) -> str:
    """The answer as typed, with the text of a choice behind its letters."""
    texts = {entry.key: entry.text for entry in shown.options}
    keys = [key.strip() for key in answer.split(",")]
    if texts and all(key in texts for key in keys):
        return "; ".join(f"{key}) {texts[key].rstrip('.')}" for key in keys)
    return f"`{answer}`"
