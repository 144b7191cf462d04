"""What a drill shows: the item and how far one is, the mark and the reveal, help, and the end. Terminal only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from interview_cli.domain.items.answer import Mark, Marked
from interview_cli.domain.items.question import (
    AnyItem,
    Bug,
    Choice,
    Code,
    Debug,
    Design,
    Formula,
    Matching,
    Numeric,
    Ordering,
    Recall,
)
from interview_cli.domain.marking.reveal import Reveal
from interview_cli.domain.shares import percent
from interview_cli.services.drill.steps import Answered, Asked, Standing, Summary
from interview_cli.ui.asking.key_help import show_keys
from interview_cli.ui.asking.keys import EXPLAINED, Key
from interview_cli.ui.item_view import marked_lines, paragraph, show_item, show_reveal, write_markdown
from interview_cli.ui.spans import Mode
from interview_cli.ui.terminal import Terminal

BAR_CELLS = 10

STYLES = {Mark.RIGHT: "bold green", Mark.PARTIAL: "bold yellow", Mark.WRONG: "bold red", Mark.UNREADABLE: "bold"}


def show_asked(step: Asked | Answered, standing: Standing, terminal: Terminal) -> None:
    """How far one is, and the item."""
    terminal.print()
    terminal.print(rule(standing_text(standing, step, progress_bar(standing, terminal)), terminal))
    show_item(step.shown, terminal)
    for line in _asides(step.item):
        terminal.print(line)
    terminal.print()


def standing_text(standing: Standing, step: Asked | Answered, bar: str) -> str:
    """`4 of 10 ███░░░░░░░ · 12 min left`, or where an item is asked once more."""
    place = "again" if step.is_repeat else f"{min(standing.done + 1, standing.total)} of {standing.total}"
    repeats = standing.repeats - step.is_repeat
    parts = [f"{place} {bar}", *([f"{repeats} again at the end"] if repeats else [])]
    left = standing.minutes_left
    if left is not None:
        parts.append(f"{left:.0f} min left" if left >= 1 else "time is up: finish or quit")
    return " · ".join(parts)


def progress_bar(standing: Standing, terminal: Terminal) -> str:
    """How much of the drill is done, what is asked once more included."""
    left = standing.total - standing.done + standing.repeats
    filled = round(BAR_CELLS * standing.done / max(1, standing.done + left))
    done, open_ = ("█", "░") if terminal.mode is Mode.LINE else ("#", ".")
    return done * filled + open_ * (BAR_CELLS - filled)


def rule(text: str, terminal: Terminal) -> str:
    """A line across, with the text in it."""
    dash = "─" if terminal.mode is Mode.LINE else "-"
    return f"{dash * 2} {text} ".ljust(terminal.width, dash)


def not_read(typed: str, message: str) -> str:
    """What is said of an answer that could not be read, or is asked again: `message` has a reason, or says what to type."""
    if not typed.strip():
        return "Nothing is typed, so it doesn't count."
    joined = ". " if message.startswith("Type ") else ": "
    return f"That doesn't count yet{joined}{message.rstrip('.')}."


def prompt_for(item: AnyItem) -> str:
    """What is to be typed."""
    match item:
        case Formula():
            return "formula > "
        case Numeric(unit=unit):
            return f"number in {unit} > " if unit else "number > "
        case Choice(options=options) | Bug(options=options):
            several = sum(option.correct for option in options) > 1
            return "letters (more than one is right) > " if several else "letter > "
        case Ordering():
            return "letters in order > "
        case Matching():
            return "rows with their letters > "
        case Recall() | Design():
            return "answer > "
        case Code() | Debug():
            return "code > "
        case _:
            assert_never(item)


def show_result(answered: Answered, note: str, remedy: str, terminal: Terminal) -> None:
    """The mark where a machine gave one, and what belongs under the item; the remedy is that of a leech."""
    if answered.marked is not None:
        show_marked(answered.marked, terminal)
    if isinstance(answered.item, Recall) and answered.item.seconds:
        terminal.print(f"You took {answered.seconds:.0f} s. The time limit is {answered.item.seconds} s.")
    show_reveal(still_to_say(answered, terminal), answered.shown, terminal, answered.ticked)
    if isinstance(answered.item, Code) and answered.item.cost:
        write_markdown(f"**Cost:** {answered.item.cost}", terminal)
    for text in (note and f"Your note: {note}", remedy and f"Leech: {remedy}."):
        for line in paragraph(text, terminal) if text else ():
            terminal.print(line)
    terminal.print()


def show_said(answered: Answered, terminal: Terminal) -> None:
    """What the user typed where no machine marks it, for one who comes back to it."""
    typed = answered.attempts[-1].answer if answered.attempts and isinstance(answered.item, Recall | Design) else ""
    if typed:
        for line in paragraph(f"You said: {typed}", terminal):
            terminal.print(line)


def show_marked(marked: Marked, terminal: Terminal) -> None:
    """The mark, what was understood, and why it is wrong; the right answer follows in the reveal."""
    first, *rest = marked_lines(replace(marked, expected=None), terminal)
    if terminal.has_color:
        from rich.text import Text

        terminal.show(Text(first, STYLES[marked.mark]))
    else:
        terminal.print(first)
    for line in rest:
        terminal.print(line)


def still_to_say(answered: Answered, terminal: Terminal) -> Reveal:
    """The reveal without what stands on the screen: after a right answer no wrong ones, else not the given one.

    A plain terminal showed the key points when it asked for them.
    """
    marked, revealed = answered.marked, answered.reveal
    if marked is None:
        return revealed if terminal.is_interactive else replace(revealed, key_points=())
    if marked.mark is Mark.RIGHT:
        return replace(revealed, wrong=())
    given = {key.strip() for key in (marked.read_as or "").split(",")} if answered.shown.options else set()
    wrong = tuple(
        entry
        for entry in revealed.wrong
        if entry.answer.partition(":")[0] not in given and (entry.slip is None or entry.slip != marked.slip)
    )
    return replace(revealed, wrong=wrong)


def show_help(keys: Iterable[Key], terminal: Terminal) -> None:
    """What these keys do, which work where `?` was pressed."""
    terminal.print()
    terminal.print_wrapped(
        "When you're typing an answer, put a colon before a key and press Enter, for example :h. Otherwise press the key alone.",
        indent=0,
    )
    show_keys((*keys, Key.HELP), EXPLAINED, terminal)
    terminal.print_wrapped(
        "  1-4 rate an answer: 1 Again  2 Hard  3 Good  4 Easy; Enter picks the one in brackets. Beside each stands when the "
        "question comes back, or how long you'd probably still know it (`known 6 days`)",
        indent=4,
    )
    terminal.print()


def show_summary(summary: Summary, terminal: Terminal) -> None:
    """What was done, and what comes next."""
    terminal.print()
    terminal.print(rule("end of the drill", terminal))
    for text in summary_lines(summary):
        for line in paragraph(text, terminal):
            terminal.print(line)


def summary_lines(summary: Summary) -> list[str]:
    """Answered, right, time; then what is next."""
    lines = [_done(summary)]
    if summary.known:
        lines.append(f"Marked as known: {summary.known}.")
    if summary.again:
        them = "it" if summary.again == 1 else "them"
        lines.append(f"Rated Again: {summary.again}. You'll see {them} in tomorrow's drill.")
    if summary.left:
        lines.append(f"Not answered: {summary.left}. The next drill makes a new plan.")
    if summary.is_newest:
        lines.append("Was the last rating a mistake? To undo it: interview log undo")
    due = "" if summary.due_tomorrow is None else f"Due tomorrow: {summary.due_tomorrow}. "
    lines.append(f"{due}Next: interview report, or interview drill")
    return lines


def _done(summary: Summary) -> str:
    """An item that came back was answered again: answers are counted, not items."""
    if not summary.answered:
        return "You answered nothing."
    answers = "1 answer" if summary.answered == 1 else f"{summary.answered} answers"
    share = percent(summary.right / summary.answered)
    minutes, seconds = divmod(round(summary.seconds), 60)
    took = f"{minutes}:{seconds:02d} min" if minutes else f"{seconds} s"
    return f"You gave {answers}, {summary.right} right ({share}), in {took}."


def _asides(item: AnyItem) -> list[str]:
    match item:
        case Recall(seconds=int(seconds)):
            return ["", f"Say it within {seconds} s."]
        case Design(phases=phases):
            return ["", *(f"  {phase.name}: {phase.minutes:g} min" for phase in phases)]
        case _:
            return []
