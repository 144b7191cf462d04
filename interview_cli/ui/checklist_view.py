"""Plays the checklist of the evening before on a terminal or from a pipe, an entry at a time. Terminal only."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from interview_cli.domain.shares import percent
from interview_cli.services.checklist import Checklist, Part, Remembered, Summary, Told, Turn
from interview_cli.ui.asking.key_help import show_keys
from interview_cli.ui.asking.lines import Asker, EndOfInput
from interview_cli.ui.drill.view import rule
from interview_cli.ui.item_view import paragraph, write_markdown
from interview_cli.ui.terminal import Terminal
from interview_cli.ui.text.markdown import plain_text

KEYS = {
    "y": "could say it",
    "n": "not yet",
    "r": "reveal",
    "u": "go back",
    "q": "quit",
    "?": "help",
}
EXPLAINED = {
    "y": "yes: you could say it in a minute, without notes",
    "n": "not yet: it's asked again tomorrow with --morning",
    "r": "reveal what a strong answer says, one concept at a time",
    "u": "go back to the entry before",
    "q": "quit: your answers are saved, and the checklist goes on where you left it",
    "?": "show this list",
    "Enter": "next: leave this one unanswered",
}
LABEL_WIDTH = len("never seen")

COMMANDS = {Part.EVENING: "interview night-before", Part.MORNING: "interview night-before --morning"}
DRILLS = {Part.EVENING: "interview drill", Part.MORNING: "interview drill --cram --new 0"}
"""What practises an entry; in the morning only what was met before, due or not."""

NOTHING_NEW = "Don't learn anything new this morning. Review what you know, warm up, and stop."


def play(checklist: Checklist, terminal: Terminal, asker: Asker) -> None:
    """Until the last entry, `q` or the end of the input. Raises: HungUp, KeyboardInterrupt."""
    for text in opening(checklist):
        _say(text, terminal)

    def show_again() -> None:
        if checklist.current is not None:
            show_turn(checklist.current, terminal)

    asker.redraw = show_again
    shown: Turn | None = None
    try:
        while (turn := checklist.current) is not None:
            if turn != shown:
                show_turn(turn, terminal)
                shown, hidden = turn, list(checklist.told())
            typed = asker.key("Could you say it? > ", keys_of(turn, hidden)).lower().removeprefix(":")
            if typed == "r" and hidden:
                show_told(hidden.pop(0), terminal)
            elif not _is_going_on(typed, checklist, terminal):
                break
    except EndOfInput:
        pass
    except KeyboardInterrupt:
        show_end(checklist, terminal)
        raise
    show_end(checklist, terminal)


def keys_of(turn: Turn, hidden: Sequence[Told]) -> list[str]:
    """Those that can do something now."""
    of = f" ({len(hidden)} left)" if 0 < len(hidden) < len(turn.concepts) else ""
    names = KEYS | {"r": KEYS["r"] + of}
    left_out = {*("r" if not hidden else ""), *("u" if turn.place == 1 else "")}
    first, second, *others = (f"{key} {name}" for key, name in names.items() if key not in left_out)
    return [first, second, "Enter next", *others]


def show_told(told: Told, terminal: Terminal) -> None:
    """What a strong answer says of one concept."""
    terminal.print()
    _say(f"{told.title}:", terminal)
    for point in told.points:
        write_markdown(f"- {point}", terminal)
    if told.why:
        write_markdown(told.why, terminal)
    if told.item is not None:
        _say(f"More: interview show {told.item} --answer", terminal)
    else:
        _say("The bank says nothing about it yet.", terminal)
    terminal.print()


def opening(checklist: Checklist) -> list[str]:
    """What this reading is, and where it was left."""
    lines = [NOTHING_NEW] if checklist.part is Part.MORNING else []
    turn = checklist.current
    if turn is None:
        is_unread = checklist.part is Part.MORNING and not checklist.was_read_yesterday and not checklist.was_begun
        left = "You didn't do the checklist last night. To do it now: interview night-before"
        return [*lines, left if is_unread else "Nothing is left. You said no to nothing."]
    if checklist.was_begun:
        lines.append(f"Continuing: {turn.total} to go.")
    elif checklist.part is Part.MORNING:
        lines.append(f"You said no to {turn.total} last night. Say each one aloud in a minute, without notes.")
    else:
        lines.append(f"{turn.total} to go. Say each one aloud in a minute, without notes.")
    return lines


def show_turn(turn: Turn, terminal: Terminal) -> None:
    """The entry, its drill, and its concepts with what the log says of each."""
    terminal.print()
    terminal.print(rule(f"{turn.place} of {turn.total}", terminal))
    _say(turn.entry.title, terminal)
    _say(f"60-second drill: {turn.entry.drill}", terminal)
    for concept in turn.concepts:
        for line in concept_lines(concept, terminal):
            terminal.print(line)


def concept_lines(concept: Remembered, terminal: Terminal) -> list[str]:
    """`known 93 %   Title`, wrapped under the title."""
    share = "" if concept.recall is None else f" {percent(concept.recall)}"
    label = f"  {concept.standing}{share}".ljust(LABEL_WIDTH + 4)
    title = " ".join(plain_text(concept.title, width=10_000, mode=terminal.mode).split())
    return textwrap.wrap(
        title, terminal.width, initial_indent=label, subsequent_indent=" " * len(label), break_on_hyphens=False
    )


def show_end(checklist: Checklist, terminal: Terminal) -> None:
    """What could be said, what to do about the rest, and in the morning the warm-up."""
    terminal.print()
    terminal.print(rule("end of the checklist", terminal))
    for text in summary_lines(checklist.summary(), checklist.part):
        _say(text, terminal)
    problem = checklist.warm_up() if checklist.part is Part.MORNING else None
    if problem is not None:
        _say(f"Warm up with one easy problem: interview show {problem.id}, then", terminal)
        _say(f"interview grade {problem.id} --paste", terminal)


def summary_lines(summary: Summary, part: Part) -> list[str]:
    """Counts; the titles of what could not be said, and the drill for it; how to go on."""
    lines = [f"You could say {summary.said}. Not yet: {len(summary.not_yet)}. Unanswered: {len(summary.left)}."]
    if summary.not_yet:
        lines += [f"Practice these: {'; '.join(entry.title for entry in summary.not_yet)}."]
        lines += [" ".join([DRILLS[part], *(f"--section {number}" for number in summary.sections)])]
    if summary.left:
        lines.append(f"To do the rest: {COMMANDS[part]}")
    elif summary.not_yet and part is Part.EVENING:
        lines.append(f"To be asked these again tomorrow: {COMMANDS[Part.MORNING]}")
    return lines


def _is_going_on(typed: str, checklist: Checklist, terminal: Terminal) -> bool:
    match typed:
        case "":
            checklist.next()
        case "y":
            checklist.answer(ok=True)
        case "n":
            checklist.answer(ok=False)
        case "r":
            _say("All of it is revealed.", terminal)
        case "u":
            if not checklist.back():
                _say("This is the first one. You can't go back.", terminal)
        case "q":
            return False
        case "?":
            show_keys(EXPLAINED, EXPLAINED, terminal)
        case _:
            _say(f"There's no key {typed}. Press ? to list the keys.", terminal)
    return True


def _say(text: str, terminal: Terminal) -> None:
    for line in paragraph(plain_text(text, width=10_000, mode=terminal.mode), terminal):
        terminal.print(line)
