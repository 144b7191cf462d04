"""What comes of a task of a mock interview, and what the scheduler is told of it; the domain only."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from interview_cli.domain.history.code_attempt import CodeAttempt
from interview_cli.domain.history.event import Event, EventKind
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.answer import Marked as MarkedAnswer
from interview_cli.domain.items.question import AnyItem, Bank, Design, KeyPoint, Recall
from interview_cli.domain.items.shown import Shown
from interview_cli.domain.items.verdict import Outcome as CodeEnd
from interview_cli.domain.marking.choice import MISSED
from interview_cli.domain.memory.rating import rating_for_marked, rating_for_self_marked
from interview_cli.domain.rounds.scorecard import Ended, Judge, Outcome, quoted
from interview_cli.domain.shares import percent
from interview_cli.services.mock.record import MockRecord
from interview_cli.services.mock.steps import About, Asked, Coding, Marked, Spoken, Task

HINT_COST = 0.15
LEAST_WITH_HINTS = 0.4
FASTEST_WORDS_A_SECOND = 3.5
"""Nobody speaks faster."""
LEAST_WORDS_A_POINT = 5
"""Nobody makes a point in less."""
HYPHEN = re.compile(r"(?<!\de)-")
"""Between the words of a name: that of `1e-8` belongs to a number."""
ENDED = {
    CodeEnd.PASS: "passed",
    CodeEnd.FAIL: "failed",
    CodeEnd.ERROR: "stopped with an error",
    CodeEnd.TIMEOUT: "ran out of time",
    CodeEnd.MEMORY: "ran out of memory",
    CodeEnd.CRASHED: "crashed",
    CodeEnd.FORBIDDEN: "used what isn't allowed",
    CodeEnd.INVALID: "couldn't be graded",
}
UNFINISHED_SHARE = 0.6
"""What passing all checks but one comes near to: code that does not pass is not nearly right."""
UNREPAIRED_SHARE = 0.75
"""What planted code with one mistake left of many comes near to: it is still wrong, and whoever ships it does not know.

So 2 of 3 in both pieces of a debugging round are no hire, and one of them wholly repaired is one.
"""


def marked_outcome(
    task: Marked, shown: Shown, answer: str, marked: MarkedAnswer, ended: Ended, seconds: float
) -> Outcome:
    """Of a question that the program marked."""
    expected = in_words(marked.expected or "", shown)
    is_right = marked.mark is Mark.RIGHT
    return Outcome(
        **_common(task.about),
        kind=shown.kind,
        ended=ended,
        score=marked.score,
        judge=Judge.PROGRAM,
        seconds=seconds,
        said=quoted(in_words(answer, shown)),
        missed=() if is_right else (quoted(f"expected {expected}"),),
        note="" if is_right else quoted(note_in_words(marked.message, shown)),
    )


def in_words(answer: str, shown: Shown) -> str:
    """Letters as the texts that they stood for: a card is read when nobody knows the letters any more."""
    if shown.rows:
        return _grid_in_words(answer, shown)
    texts = {lettered.key: lettered.text for lettered in (*shown.options, *shown.steps)}
    keys = [character for character in answer.upper() if character.isalpha()]
    if not keys or not texts.keys() >= set(keys):
        return answer
    return (" → " if shown.steps else "; ").join(texts[key] for key in keys)


def note_in_words(message: str, shown: Shown) -> str:
    """Why an answer is wrong, without the letters of its options; the options that it lacks are told as what was expected."""
    texts = {option.key: option.text for option in shown.options}
    reasons = {key: why for line in message.split("\n") for key, _, why in [line.partition(": ")] if key in texts}
    if not reasons:
        return "" if texts and message.startswith(MISSED) else message
    if len(reasons) == 1:
        return next(iter(reasons.values()))
    return " ".join(f"“{texts[key]}”: {why}" for key, why in reasons.items())


def _grid_in_words(answer: str, shown: Shown) -> str:
    """`1AD 2B` as the rows with the values that the letters stood for; as it was typed where it is written otherwise."""
    rows = {row.key: row.text for row in shown.rows}
    values = {value.key: value.text for column in shown.columns for value in column.values}
    filled = [(word[:1], word[1:]) for word in answer.upper().split()]
    if not all(row in rows and keys and values.keys() >= set(keys) for row, keys in filled):
        return answer
    return "; ".join(f"{rows[row]}: {', '.join(values[key] for key in keys)}" for row, keys in filled)


def ticked_outcome(task: Spoken, said: str, ticked: Collection[int], ended: Ended, seconds: float) -> Outcome:
    """Of a spoken answer whose key points were ticked, by index: those that the answer had the time or the words for."""
    points = list(enumerate(task.points))
    counted = credible(ticked, said, seconds)
    return Outcome(
        **_common(task.about),
        kind=task.what,
        ended=ended,
        score=_ticked_score(task.points, counted),
        judge=Judge.YOU,
        seconds=seconds,
        said=quoted(said),
        hit=tuple(quoted(point.text) for number, point in points if number in counted),
        missed=tuple(quoted(point.text) for number, point in points if number not in counted),
        note=_ticks_note(len(ticked), len(counted), said, seconds),
        words=len(said.split()),
        word_budget=task.word_budget,
    )


def credible(ticked: Collection[int], said: str, seconds: float) -> frozenset[int]:
    """The ticked points that may have been said: in so many seconds, or with the words that are written, the first ones."""
    words = max(len(said.split()), FASTEST_WORDS_A_SECOND * seconds)
    return frozenset(sorted(ticked)[: int(words / LEAST_WORDS_A_POINT)])


def code_outcome(asked: Asked, ended: Ended, seconds: float) -> Outcome:
    """Of a coding problem: what was graded last counts, be it followed by a file that could not be graded."""
    graded = [attempt for attempt in asked.attempts if attempt.mark is not Mark.UNREADABLE] or asked.attempts
    last = graded[-1] if graded else None
    return Outcome(
        **_common(asked.task.about),
        kind="code",
        ended=ended,
        score=_code_score(last, asked.hints),
        judge=Judge.PROGRAM,
        seconds=seconds,
        missed=_missed_code(last),
        note=_code_note(last, len(asked.attempts)),
        hints=asked.hints,
    )


def unreached_outcome(task: Task) -> Outcome:
    """Of a task that the round promised and did not come to."""
    match task:
        case Spoken(what=what):
            judge, kind = Judge.YOU, what
        case Coding():
            judge, kind = Judge.PROGRAM, "code"
        case Marked():
            judge, kind = Judge.PROGRAM, "question"
    return Outcome(**_common(task.about), kind=kind, ended=Ended.NOT_REACHED, score=0.0, judge=judge, seconds=0.0)


# --- reviews


def marked_review(record: MockRecord, task: Marked, item: AnyItem, marked: MarkedAnswer, seconds: float) -> Event:
    """The review of a question that the program marked, not yet written."""
    rating = rating_for_marked(marked.mark, marked.score).default
    return record.event(
        EventKind.REVIEW,
        item.id,
        seed=task.about.seed,
        revision=item.revision,
        mark=marked.mark,
        score=marked.score,
        rating=int(rating),
        seconds=seconds,
    )


def ticked_review(record: MockRecord, task: Spoken, item: Recall, ticked: Collection[int], seconds: float) -> Event:
    """The review of a question of the bank that was answered aloud, not yet written."""
    held = _ticked_fields(item.key_points, ticked)
    return record.event(
        EventKind.REVIEW, item.id, seed=task.about.seed, revision=item.revision, seconds=seconds, **held
    )


def design_reviews(record: MockRecord, bank: Bank, done: Iterable[tuple[Task, Outcome]]) -> Iterator[Event]:
    """A design item is reviewed once, by what was ticked in all of its phases; not yet written."""
    phases = [outcome for task, outcome in done if isinstance(task, Spoken) and task.what == "phase"]
    said = {text for outcome in phases for text in outcome.hit}
    seconds = round(sum(outcome.seconds for outcome in phases), 2)
    for name in dict.fromkeys(name for outcome in phases for name in outcome.drill):
        item = bank.items.get(name)
        if isinstance(item, Design):
            points = [KeyPoint(text=text) for phase in item.phases for text in phase.checklist]
            ticked = [number for number, point in enumerate(points) if quoted(point.text) in said]
            held = _ticked_fields(points, ticked)
            yield record.event(EventKind.REVIEW, name, revision=item.revision, seconds=seconds, **held)


def _ticked_fields(points: Sequence[KeyPoint], ticked: Collection[int]) -> dict[str, Any]:
    """As a drill writes them."""
    return {
        "rating": int(rating_for_self_marked(ticked, points).default),
        "score": len(ticked) / len(points),
        "answer": json.dumps({"ticked": sorted(ticked)}),
    }


def _ticks_note(ticked: int, counted: int, said: str, seconds: float) -> str:
    if counted == ticked:
        return ""
    words = _words(len(said.split()))
    return (
        f"{ticked} ticked after {seconds:.0f} s with {words} written: {counted} counted, there was no time to say more"
    )


def _words(count: int) -> str:
    """`no word`, `1 word`, `12 words`."""
    return "nothing" if not count else "1 word" if count == 1 else f"{count} words"


def _common(about: About) -> dict[str, Any]:
    return {
        "task": about.id,
        "part": about.part,
        "title": about.title,
        "budget": about.seconds,
        "is_deep": about.is_deep,
        "is_told": about.is_told,
        "drill": about.drill,
    }


def _ticked_score(points: Sequence[KeyPoint], ticked: Collection[int]) -> float:
    """Essential points count twice."""
    weights = [2.0 if point.essential else 1.0 for point in points]
    return sum(weight for number, weight in enumerate(weights) if number in ticked) / sum(weights) if weights else 1.0


def _code_score(last: Event | None, hints: int) -> float:
    if last is None:
        return 0.0
    if CodeAttempt.of(last).planted:
        whole = 1.0 if last.mark is Mark.RIGHT else UNREPAIRED_SHARE
        return max(0.0, whole * (last.score or 0.0) - HINT_COST * hints)
    if last.mark is Mark.RIGHT:
        return max(LEAST_WITH_HINTS, 1.0 - HINT_COST * hints)
    return UNFINISHED_SHARE * (last.score or 0.0)


def _missed_code(last: Event | None) -> tuple[str, ...]:
    if last is None or last.mark is Mark.RIGHT:
        return ()
    held = CodeAttempt.of(last)
    return tuple(map(slip_in_words, held.slips))


def slip_in_words(slip: str) -> str:
    """What a known mistake is called, to be read: `default eps of 1e-8`."""
    return HYPHEN.sub(" ", slip)


def _code_note(last: Event | None, runs: int) -> str:
    if last is None:
        return "you submitted nothing"
    held = CodeAttempt.of(last)
    if held.planted:
        fixed = len(held.planted) - len(held.slips)
        but = ", but something else is wrong" if not held.slips and last.mark is not Mark.RIGHT else ""
        return f"{fixed} of {len(held.planted)} fixed after {runs} run{'s' if runs > 1 else ''}{but}"
    ended = f"{ENDED[held.outcome]} after {runs} run{'s' if runs > 1 else ''}"
    return ended if held.ok or not last.score else f"{ended}: {percent(last.score)} of the checks passed"
