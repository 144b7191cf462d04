"""What a mock interview shows: the round, the task and the clock, what to tick, the samples, the card. Terminal only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from interview_cli.domain.items.verdict import CheckStatus, Outcome, Verdict
from interview_cli.domain.rounds.scorecard import (
    Dimension,
    DrillNext,
    Ended,
    Judge,
    Recommendation,
    Scorecard,
    clock,
    debrief,
)
from interview_cli.domain.rounds.scorecard import Outcome as TaskOutcome
from interview_cli.domain.shares import percent
from interview_cli.services.mock.record import KeptCard
from interview_cli.services.mock.steps import Asked, Left, Marked, Ready, Spoken
from interview_cli.ui.code.verdict_view import failing_lines, show_verdict
from interview_cli.ui.drill.view import rule
from interview_cli.ui.item_view import paragraph, show_item, write_markdown
from interview_cli.ui.mock.keys import EXPLAINED, Key
from interview_cli.ui.terminal import Terminal
from interview_cli.ui.text.markdown import plain_text

SAMPLES = 2
"""Of a problem's checks, the smallest: what is shown before the round ends."""
RUNS = "You see the sample checks when you run it. The full grade comes at the end."
RUNS_OF_PLANTED = "Each run says how many mistakes are fixed."
SAMPLE_WORDS = {
    CheckStatus.PASS: "PASS",
    CheckStatus.FAIL: "FAIL",
    CheckStatus.ERROR: "FAIL",
    CheckStatus.NOT_RUN: "NOT RUN",
}
BREAK_MINUTES = 5

JUDGES = {Judge.PROGRAM: "graded", Judge.YOU: "your ticks"}

EXPECTED = "expected "
"""What a marked question missed begins with."""

STYLES = {
    Recommendation.STRONG_YES: "bold green",
    Recommendation.YES: "green",
    Recommendation.NO: "yellow",
    Recommendation.STRONG_NO: "bold red",
    Recommendation.UNSAID: "bold",
}


def say(text: str, terminal: Terminal) -> None:
    """A paragraph."""
    for line in paragraph(text, terminal):
        terminal.print(line)


def clocks_left(left: Left) -> str:
    """Both clocks in words: `0:23 · round 1:23`, as it stands beside a prompt, says nothing outside the round."""
    if left.task is None:
        return f"{clock(left.round)} left"
    return f"{clock(left.task)} left for this task, {clock(left.round)} for the round"


def show_ready(ready: Ready, terminal: Terminal) -> None:
    """What comes, while no clock runs."""
    terminal.print()
    place = f"round {ready.number} of {ready.total} · " if ready.total > 1 else ""
    terminal.print(rule(f"{place}{ready.blueprint.title} · {ready.minutes:g} min", terminal))
    say(ready.blueprint.about, terminal)
    if ready.number > 1:
        say(f"Take a break: the clock is stopped. {BREAK_MINUTES} minutes are usual.", terminal)
    for part in ready.blueprint.parts:
        terminal.print(f"  {part.name}: {part.minutes_at(ready.pace):g} min")
    for lack in ready.lacks:
        say(f"Not enough questions for the time: {lack}.", terminal)


def show_task(asked: Asked, clock_text: str, terminal: Terminal) -> None:
    """The task, under a line that says how far one is."""
    about = asked.task.about
    terminal.print()
    follow = " · follow-up" if about.depth else ""
    of = f" of {asked.planned}" if asked.planned is not None else ""
    place = f"{about.part} · {asked.number}{of}{follow}"
    terminal.print(rule(" · ".join(filter(None, (place, clock_text))), terminal))
    match asked.task:
        case Spoken(prompt=prompt):
            write_markdown(prompt, terminal)
        case _ if asked.shown is not None:
            show_item(asked.shown, terminal, has_time_of_its_own=True)
    terminal.print()
    if isinstance(asked.task, Marked | Spoken):
        how = "Aloud; notes are optional. " if isinstance(asked.task, Spoken) else ""
        time = clock(about.seconds)
        say(f"{how}Time for it: {time}." if about.is_clocked else f"{how}Plan {time} for it.", terminal)
    else:
        is_planted = asked.shown is not None and asked.shown.planted is not None
        say(f"Plan {about.seconds / 60:g} min for it. {RUNS_OF_PLANTED if is_planted else RUNS}", terminal)


def show_samples(verdict: Verdict, terminal: Terminal) -> None:
    """How the sample checks went; the whole verdict where the file did not come so far that any was run."""
    samples = verdict.checks[:SAMPLES]
    if not samples or verdict.outcome is Outcome.INVALID:
        show_verdict(verdict, terminal)
        return
    for check in samples:
        terminal.print(f"{SAMPLE_WORDS[check.status]}  sample: {check.name}")
        if check.message:
            for line in failing_lines(check, terminal.width):
                terminal.print(line)
    ran = sum(check.status is not CheckStatus.NOT_RUN for check in verdict.checks[SAMPLES:])
    more = "One more check was graded. You'll see it" if ran == 1 else f"{ran} more checks were graded. You'll see them"
    say(f"{f'{more} at the end. ' if ran else ''}Press d to submit.", terminal)


def show_card(card: Scorecard, earlier: Scorecard | None, name: str, terminal: Terminal) -> None:
    """The scorecard."""
    terminal.print()
    terminal.print(rule(f"scorecard · {card.seen.title}", terminal))
    is_compared = earlier is not None and earlier.recommendation is not Recommendation.UNSAID
    change = f"  ({100 * (card.score - earlier.score):+.0f} against the last one)" if earlier and is_compared else ""
    _show_recommendation(card.recommendation, card.score, change, terminal)
    for judged in card.judged:
        if judged.score is None:
            continue
        terminal.print(
            f"{judged.dimension.value:<14} {percent(judged.score):>5}{_change(card, earlier, judged.dimension)}"
        )
        for line in judged.evidence:
            _bullet(line, terminal)
    terminal.print("Task by task:")
    for outcome in card.seen.outcomes:
        _bullet(_told(outcome), terminal)
    _show_next(card.next, terminal)
    terminal.print()
    _show_recommendation(card.recommendation, card.score, change, terminal)
    say(
        f"To see this card again: interview mock --card {name[:8]}. Key points and habits are what you ticked yourself.",
        terminal,
    )


def show_loop(cards: Sequence[Scorecard], session: str, terminal: Terminal) -> None:
    """What all rounds of one interview come to, as those who held them would agree on."""
    found = debrief(cards)
    terminal.print()
    terminal.print(rule(f"debrief · {len(cards)} rounds", terminal))
    _show_recommendation(found.recommendation, found.score, "", terminal)
    for card in cards:
        points = _percent(card.score, card.recommendation)
        terminal.print(f"  {card.seen.title:<22} {points:>4}  {card.recommendation.value}")
    low = found.weakest
    say(f"Weakest over all rounds: {low.dimension.value}, {percent(low.score or 0)}.", terminal)
    if found.recommendation is not Recommendation.UNSAID:
        say("The overall result is at most one step above the weakest round.", terminal)
    _show_next(found.next, terminal)
    terminal.print()
    _show_recommendation(found.recommendation, found.score, "", terminal)
    say(f"To see all of this again: interview mock --card {session[:8]}", terminal)


def show_list(cards: Sequence[KeptCard], terminal: Terminal) -> None:
    """A line for each card, the newest last; below the last round of a loop, the loop's own id and result."""
    before: dict[str, Scorecard] = {}
    last_of = {kept.session: kept.id for kept in cards}
    for kept in cards:
        seen = kept.card.seen
        pace = " quick" if seen.pace == "quick" else ""
        change = _points(kept.card, before.get(seen.round))
        _listed(kept.id, f"{kept.at:%Y-%m-%d %H:%M}", seen.round + pace, change, kept.card.recommendation, terminal)
        before[seen.round] = kept.card
        held = [other.card for other in cards if other.session == kept.session]
        if kept.session is not None and len(held) > 1 and last_of[kept.session] == kept.id:
            found = debrief(held)
            name = f"loop of {len(held)} rounds"
            _listed(kept.session, "", name, _percent(found.score, found.recommendation), found.recommendation, terminal)


def _points(card: Scorecard, earlier: Scorecard | None) -> str:
    """`67 % (+4)`."""
    share = _percent(card.score, card.recommendation)
    is_compared = earlier is not None and Recommendation.UNSAID not in (card.recommendation, earlier.recommendation)
    return f"{share} ({100 * (card.score - earlier.score):+.0f})" if earlier is not None and is_compared else share


def _percent(score: float, found: Recommendation) -> str:
    return "–" if found is Recommendation.UNSAID else percent(score)


def _listed(name: str, when: str, what: str, points: str, found: Recommendation, terminal: Terminal) -> None:
    line = f"{name[:8]}  {when:<16}  {what:<20} {points:>11}  {found.value}"
    terminal.print(line) if len(line) <= terminal.width else terminal.print_wrapped(" ".join(line.split()), indent=10)


def show_help(keys: Iterable[Key], terminal: Terminal) -> None:
    """What the keys do."""
    keys = tuple(keys)
    if Key.PASS in keys:
        say(
            "When you're typing an answer, put a colon before a key and press Enter, for example :s. "
            "Otherwise press the key alone.",
            terminal,
        )
    for key in keys:
        say(f"  {key} {EXPLAINED[key]}", terminal)


def _show_recommendation(found: Recommendation, score: float, change: str, terminal: Terminal) -> None:
    """Without enough to go by there is no percentage either."""
    text = found.value.upper() if found is Recommendation.UNSAID else f"{found.value.upper()}  {percent(score)}{change}"
    if terminal.has_color:
        from rich.text import Text

        terminal.show(Text(text, STYLES[found]))
    else:
        terminal.print(text)


def _show_next(entries: Sequence[DrillNext], terminal: Terminal) -> None:
    if entries:
        terminal.print("Drill next:")
        for entry in entries:
            _bullet(f"{entry.item}  ({entry.why})", terminal)


def _told(outcome: TaskOutcome) -> str:
    """One task: how it went and by whose word, its time, what was said, and the first of what was missed."""
    if outcome.ended is Ended.NOT_REACHED:
        return f"{percent(outcome.score)} {outcome.title}: not reached"
    judge = "" if outcome.ended is Ended.PASSED else f" {JUDGES[outcome.judge]} ·"
    parts = [f"{percent(outcome.score)}{judge} {outcome.title}"]
    parts.append(f"{clock(outcome.seconds)} of {clock(outcome.budget)}")
    if outcome.ended is not Ended.ANSWERED:
        parts.append("skipped" if outcome.ended is Ended.PASSED else "time was up")
    if outcome.hints:
        parts.append("1 hint" if outcome.hints == 1 else f"{outcome.hints} hints")
    if outcome.said:
        parts.append(f"you said: {outcome.said}")
    if outcome.note:
        parts.append(outcome.note.removesuffix("."))
    if outcome.missed:
        missed = outcome.missed[0]
        parts.append(missed if missed.startswith(EXPECTED) else f"missed: {missed}")
    return "; ".join(parts)


def _change(card: Scorecard, earlier: Scorecard | None, dimension: Dimension) -> str:
    now, before = card.of(dimension).score, earlier.of(dimension).score if earlier is not None else None
    return "" if now is None or before is None else f"  ({100 * (now - before):+.0f} against the last one)"


def _bullet(text: str, terminal: Terminal) -> None:
    body = plain_text(text, width=terminal.width - 4, mode=terminal.mode).splitlines() or [""]
    terminal.print(f"  - {body[0]}")
    for line in body[1:]:
        terminal.print(f"    {line}")
