"""Plays a placement on a terminal or from a pipe: a question, its mark, the next; at the end where to start."""

from __future__ import annotations

from interview_cli.domain.items.answer import Mark, Marked
from interview_cli.domain.items.guide import SECTIONS
from interview_cli.domain.planning.placement import Standing
from interview_cli.services.drill.placement import Placed, Placement, Question
from interview_cli.ui.asking import keys as drill_keys
from interview_cli.ui.asking.keys import Key, Pressed
from interview_cli.ui.asking.lines import Asker, EndOfInput
from interview_cli.ui.drill.view import not_read, prompt_for, rule
from interview_cli.ui.item_view import marked_lines, paragraph, show_item
from interview_cli.ui.terminal import Terminal

KEYS = (":r I don't know", ":q stop here", "? help")
OFFER = "Take a 10-minute placement test first? (p = yes, Enter = start drilling) > "
OFFER_KEYS = ("p placement", "Enter drill", "? help")
NEXT_KEYS = ("Enter drill", "q quit", "? help")

OPENING = (
    "Placement test: one or two questions per section, the most important sections first. It finds what you can skip for now."
    " Don't look anything up. Type :r if you don't know."
)
HELP = (
    "After a right answer you get a harder question on the same section, after a wrong one the next section. Your"
    " answers are saved like any others. To take the test at any time: interview drill --placement"
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
    _say(f"Continuing the placement test: {placement.answered} answered." if placement.answered else OPENING, terminal)
    try:
        _ask_all(placement, terminal, asker)
    except EndOfInput:
        show_found(placement.end(), terminal)
        return False
    except KeyboardInterrupt:
        pass
    show_found(placement.end(), terminal)
    asker.redraw = lambda: show_found(placement.found, terminal)
    try:
        return asker.key("Drill now? > ", NEXT_KEYS).lower() not in ("q", "n", ":q")
    except EndOfInput:
        return False


def _ask_all(placement: Placement, terminal: Terminal, asker: Asker) -> None:
    def show_again() -> None:
        if placement.current is not None:
            _show(placement.current, placement, terminal)

    asker.redraw = show_again
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
                _show_mark(placement.give_up(), "", terminal)
            case Pressed(key=Key.HELP):
                _say(HELP, terminal)
            case Pressed() | str():
                _say(f"That key doesn't work here. The keys are: {', '.join(KEYS)}.", terminal)
            case None:
                _show_mark(placement.submit(typed), typed, terminal)


def _show(question: Question, placement: Placement, terminal: Terminal) -> None:
    left = placement.minutes_left
    terminal.print()
    terminal.print(rule(f"placement · {placement.answered + 1} · {left:.0f} min left", terminal))
    show_item(question.shown, terminal)
    terminal.print()


def _show_mark(marked: Marked, typed: str, terminal: Terminal) -> None:
    if marked.mark is Mark.UNREADABLE:
        _say(f"{not_read(typed, marked.message)} Type :r if you don't know.", terminal)
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
        return ["You answered nothing, so the drills start from the beginning."]
    lines = []
    if solid := named(Standing.SOLID):
        known = f" ({found.known} warm-ups count as known)" if found.known else ""
        lines.append(f"Solid: {solid}{known}")
    if fair := named(Standing.FAIR):
        lines.append(f"Partly known: {fair}")
    if weak := named(Standing.WEAK):
        lines.append(f"Start with: {weak}")
    if found.not_asked:
        sections = "1 section" if found.not_asked == 1 else f"{found.not_asked} sections"
        lines.append(f"Not tested: {sections}. To continue the test: interview drill --placement")
    return lines


def _say(text: str, terminal: Terminal) -> None:
    for line in paragraph(text, terminal):
        terminal.print(line)
