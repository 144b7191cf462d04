"""Plays a placement on a terminal or from a pipe: a question, its mark, the next; at the end where to start."""

from __future__ import annotations

from interview_cli.domain.items.answer import Mark, Marked
from interview_cli.domain.items.guide import SECTIONS
from interview_cli.domain.planning.placement import Standing
from interview_cli.services.drill.placement import Placed, Placement, Question
from interview_cli.ui.asking import keys as drill_keys
from interview_cli.ui.asking.keys import Key, Pressed
from interview_cli.ui.asking.lines import Asker, EndOfInput
from interview_cli.ui.drill.view import prompt_for, rule
from interview_cli.ui.item_view import marked_lines, paragraph, show_item
from interview_cli.ui.terminal import Terminal

KEYS = (":r I do not know", ":q stop here", "? help")
OFFER = "Ten minutes that find where to start? p yes, Enter drill at once > "
OFFER_KEYS = ("p placement", "Enter drill", "? help")
NEXT_KEYS = ("Enter drill", "q quit", "? help")

OPENING = (
    "Placement: a question or two a section, what counts most first. What you know need not be begun with."
    " Do not look things up; :r where you do not know."
)
HELP = (
    "A right answer brings a harder question of the same section, a wrong one the next section. All of it is kept as any"
    " other answer. `interview drill --placement` does this at any time."
)

MOST_NAMED = 8

_SLUGS = {section.number: section.slug for section in SECTIONS}


def is_wanted(terminal: Terminal, asker: Asker) -> bool:
    """Whether the user wants a placement before the first drill. Raises: EndOfInput, HungUp, KeyboardInterrupt."""
    while True:
        typed = asker.key(OFFER, OFFER_KEYS).lower()
        if typed != "?":
            return typed.startswith("p")
        _say(HELP, terminal)


def play(placement: Placement, terminal: Terminal, asker: Asker) -> bool:
    """Until nothing is left to ask, or the user stops; whether a drill is to follow.

    Raises: HungUp; KeyboardInterrupt for a Ctrl-C at the end.
    """
    _say(f"Going on with the placement: {placement.answered} answered." if placement.answered else OPENING, terminal)
    try:
        _ask_all(placement, terminal, asker)
    except EndOfInput:
        show_found(placement.end(), terminal)
        return False
    except KeyboardInterrupt:
        pass
    show_found(placement.end(), terminal)
    try:
        return asker.key("Drill now? > ", NEXT_KEYS).lower() not in ("q", "n", ":q")
    except EndOfInput:
        return False


def _ask_all(placement: Placement, terminal: Terminal, asker: Asker) -> None:
    shown: Question | None = None
    while (question := placement.current) is not None:
        if question is not shown:
            shown = question
            _show(question, placement, terminal)
        typed = asker.line(prompt_for(question.item), KEYS)
        match drill_keys.command(typed):
            case Pressed(key=Key.QUIT):
                return
            case Pressed(key=Key.REVEAL):
                _show_mark(placement.give_up(), terminal)
            case Pressed(key=Key.HELP):
                _say(HELP, terminal)
            case Pressed() | str():
                _say(f"Here are only {', '.join(KEYS)}.", terminal)
            case None:
                _show_mark(placement.submit(typed), terminal)


def _show(question: Question, placement: Placement, terminal: Terminal) -> None:
    left = placement.minutes_left
    terminal.print()
    terminal.print(rule(f"placement · {placement.answered + 1} · {left:.0f} min left", terminal))
    show_item(question.shown, terminal)
    terminal.print()


def _show_mark(marked: Marked, terminal: Terminal) -> None:
    if marked.mark is Mark.UNREADABLE:
        _say(f"Not read, and not counted: {marked.message.rstrip('.')}. :r if you do not know.", terminal)
        return
    for line in marked_lines(marked, terminal):
        terminal.print(line)


def show_found(found: Placed, terminal: Terminal) -> None:
    """Which sections are solid, and which to start with."""
    terminal.print()
    terminal.print(rule("where to start", terminal))
    for text in found_lines(found):
        _say(text, terminal)


def found_lines(found: Placed) -> list[str]:
    """The sections by how they stand; what was taken as known; how many were not asked about."""

    def named(standing: Standing) -> str:
        slugs = [_SLUGS[section] for section, stands in found.standings.items() if stands is standing]
        more = f" and {len(slugs) - MOST_NAMED} more" if len(slugs) > MOST_NAMED else ""
        return ", ".join(slugs[:MOST_NAMED]) + more

    if not found.standings:
        return ["Nothing was answered: everything is begun with."]
    lines = []
    if solid := named(Standing.SOLID):
        known = f" ({found.known} warm-ups count as known)" if found.known else ""
        lines.append(f"Solid: {solid}{known}")
    if fair := named(Standing.FAIR):
        lines.append(f"Half known: {fair}")
    if weak := named(Standing.WEAK):
        lines.append(f"Start with: {weak}")
    if found.not_asked:
        sections = "1 section" if found.not_asked == 1 else f"{found.not_asked} sections"
        lines.append(f"Not asked about: {sections}; interview drill --placement looks further.")
    return lines


def _say(text: str, terminal: Terminal) -> None:
    for line in paragraph(text, terminal):
        terminal.print(line)
