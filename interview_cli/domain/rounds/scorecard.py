"""What an interviewer would write after a round: dimensions with their evidence, and a recommendation; the domain only.

All is a pure function of what the round saw, which the log keeps; the bank may have changed since.

| dimension | what it is made of |
| --- | --- |
| correctness | the scores of all tasks, by their minutes; a planned one that was not reached scores 0 |
| depth | the scores of what went deep: follow-ups, hard questions, derivations, estimates |
| communication | the habits that were ticked, structure of stories and pitches, words against the budget |
| speed | for each task its budget over the time that it took, at most 1; half of that for a poor answer, 0 for none |

A strong hire needs something that the program graded: one's own ticks carry a card no further than hire.
Where too little was answered, nothing is recommended and no speed is said.
Where the questions follow the answers and none went deep, depth is half of correctness.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from interview_cli.domain.items.question import ItemId
from interview_cli.domain.rounds.blueprint import Weights

SCHEMA = 1
MOST_SAID = 240
"""Characters of an answer that a card quotes."""

GOOD_SCORE = 0.75
POOR_SCORE = 0.5
BAD_SCORE = 0.25
DRILL_NEXT = 3
LEAST_GRADED = 0.05
"""Of the minutes of what was reached: with less of it graded, a card rests on the user's own ticks."""
LEAST_ANSWERED = 0.5
"""Of what the round planned, by its minutes: with less of it answered, nothing is recommended."""
LEAST_HEARD = 0.2
"""Of the clock, as far as the user judges: an interviewer who heard less has nothing to recommend."""
RUN_OUT = 0.95
"""Of the clock: who used so much has not left the round."""
FULL_ANSWER = 3.0
"""An answer that is ticked by the user counts whole if it took the third of its time."""
LEAST_READ = 0.1
"""Of its budget: a task that was passed sooner was not read, and its pass says nothing of what is known."""
WORDS_A_SECOND = 140 / 60
"""An unhurried talk: what is written of an answer may have been said before the clock of it ran."""
NOTES, LEAST_WORDS, MOST_WORDS = 0.4, 0.6, 1.1
"""Of the word budget: what is shorter is taken for notes; less leaves time unused; more cannot be said."""


class Dimension(StrEnum):
    """What a round is judged by."""

    CORRECTNESS = "correctness"
    DEPTH = "depth"
    COMMUNICATION = "communication"
    SPEED = "speed"


class Recommendation(StrEnum):
    """The four steps that interviewers use, and below them that there is too little to go by."""

    UNSAID = "not enough answered to say"
    STRONG_NO = "strong no hire"
    NO = "no hire"
    YES = "hire"
    STRONG_YES = "strong hire"


STEPS = tuple(step for step in Recommendation if step is not Recommendation.UNSAID)


class Judge(StrEnum):
    """Whose word a score is."""

    PROGRAM = "program"
    YOU = "you"


class Ended(StrEnum):
    """How a task ended."""

    ANSWERED = "answered"
    COLLECTED = "collected"
    PASSED = "passed"
    NOT_REACHED = "not reached"


OF_PRACTICE = {Ended.NOT_REACHED: "which you didn't reach", Ended.PASSED: "which you passed"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one task.

    `task` is its id, `kind` what is asked (`code`, `recall`, `paper`, `phase`, ...), `score` in 0..1, `hit` and `missed` what a
    strong answer has, `note` the program's word. `words` were said of `word_budget` (0: no budget). `drill` are the items
    that teach what was missed. `is_told`: it is told as a story or a pitch, so that its score is communication.
    """

    task: str
    part: str
    kind: str
    title: str
    ended: Ended
    score: float
    judge: Judge
    seconds: float
    budget: float
    is_deep: bool = False
    is_told: bool = False
    said: str = ""
    hit: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    note: str = ""
    hints: int = 0
    words: int = 0
    word_budget: int = 0
    drill: tuple[ItemId, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As the log keeps it, and as `--json` shows it."""
        return {
            "task": self.task,
            "part": self.part,
            "kind": self.kind,
            "title": self.title,
            "ended": self.ended.value,
            "score": self.score,
            "judge": self.judge.value,
            "seconds": self.seconds,
            "budget": self.budget,
            "deep": self.is_deep,
            "told": self.is_told,
            "said": self.said,
            "hit": list(self.hit),
            "missed": list(self.missed),
            "note": self.note,
            "hints": self.hints,
            "words": self.words,
            "word_budget": self.word_budget,
            "drill": list(self.drill),
        }

    @classmethod
    def of_json(cls, held: dict[str, Any]) -> Outcome:
        """Raises: KeyError, TypeError or ValueError where it is none."""
        return cls(
            task=str(held["task"]),
            part=str(held["part"]),
            kind=str(held["kind"]),
            title=str(held["title"]),
            ended=Ended(held["ended"]),
            score=float(held["score"]),
            judge=Judge(held["judge"]),
            seconds=float(held["seconds"]),
            budget=float(held["budget"]),
            is_deep=bool(held["deep"]),
            is_told=bool(held["told"]),
            said=str(held["said"]),
            hit=tuple(map(str, held["hit"])),
            missed=tuple(map(str, held["missed"])),
            note=str(held["note"]),
            hints=int(held["hints"]),
            words=int(held["words"]),
            word_budget=int(held["word_budget"]),
            drill=tuple(map(str, held["drill"])),
        )


@dataclass(frozen=True, slots=True)
class Seen:
    """What a round saw.

    `seconds` of `minutes` were used; `habits` were on the list, `habits_shown` ticked; `is_open`: its questions follow the
    answers; `parts` are names with the minutes that each should take.
    """

    round: str
    title: str
    pace: str
    seed: int
    is_open: bool
    minutes: float
    seconds: float
    weights: Weights
    outcomes: tuple[Outcome, ...]
    habits: tuple[str, ...]
    habits_shown: frozenset[int]
    parts: tuple[tuple[str, float], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As the log keeps it."""
        return {
            "round": self.round,
            "title": self.title,
            "pace": self.pace,
            "seed": self.seed,
            "open": self.is_open,
            "minutes": self.minutes,
            "seconds": self.seconds,
            "weights": self.weights.model_dump(),
            "outcomes": [outcome.as_json() for outcome in self.outcomes],
            "habits": list(self.habits),
            "habits_shown": sorted(self.habits_shown),
            "parts": [list(part) for part in self.parts],
        }

    @classmethod
    def of_json(cls, held: Any) -> Seen | None:
        """None where it is none."""
        try:
            return cls(
                round=str(held["round"]),
                title=str(held["title"]),
                pace=str(held["pace"]),
                seed=int(held["seed"]),
                is_open=bool(held["open"]),
                minutes=float(held["minutes"]),
                seconds=float(held["seconds"]),
                weights=Weights.model_validate(held["weights"]),
                outcomes=tuple(Outcome.of_json(outcome) for outcome in held["outcomes"]),
                habits=tuple(map(str, held["habits"])),
                habits_shown=frozenset(map(int, held["habits_shown"])),
                parts=tuple((str(name), float(minutes)) for name, minutes in held.get("parts", ())),
            )
        except (AttributeError, KeyError, TypeError, ValueError):
            return None


@dataclass(frozen=True, slots=True)
class Judged:
    """One dimension: its score in 0..1, None where nothing shows it, and what it rests on."""

    dimension: Dimension
    score: float | None
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DrillNext:
    """An item to drill, and what was missed."""

    item: ItemId
    why: str


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The card of one round. `score` in 0..1 is the weighted mean of the dimensions that something shows."""

    seen: Seen
    judged: tuple[Judged, ...]
    score: float
    recommendation: Recommendation
    next: tuple[DrillNext, ...]

    def of(self, dimension: Dimension) -> Judged:
        """One dimension."""
        return next(judged for judged in self.judged if judged.dimension is dimension)

    def as_json(self, card: str, at: datetime, earlier: Scorecard | None) -> dict[str, Any]:
        """The object of `mock --json`, all keys always there; `change` is against the earlier card, null without one."""
        seen = self.seen
        return {
            "schema": SCHEMA,
            "card": card,
            "at": at.isoformat(),
            "round": seen.round,
            "pace": seen.pace,
            "seed": seen.seed,
            "minutes": seen.minutes,
            "seconds": round(seen.seconds, 1),
            "score": round(self.score, 4),
            "change": None if earlier is None else round(self.score - earlier.score, 4),
            "recommendation": self.recommendation.value,
            "dimensions": [
                {
                    "name": judged.dimension.value,
                    "score": None if judged.score is None else round(judged.score, 4),
                    "change": _change(judged, earlier),
                    "evidence": list(judged.evidence),
                }
                for judged in self.judged
            ],
            "next": [{"item": entry.item, "why": entry.why} for entry in self.next],
            "habits": [
                {"text": habit, "shown": number in seen.habits_shown} for number, habit in enumerate(seen.habits)
            ],
            "tasks": [outcome.as_json() for outcome in seen.outcomes],
        }


def scorecard(seen: Seen) -> Scorecard:
    """The card of what a round saw."""
    seen = replace(seen, outcomes=_told_apart(seen.outcomes))
    correctness = _correctness(seen)
    judged = (correctness, _depth(seen, correctness), _communication(seen), _speed(seen))
    weights = seen.weights.model_dump()
    counted = [(weights[entry.dimension.value], entry.score) for entry in judged if entry.score is not None]
    total = sum(weight for weight, _ in counted)
    score = sum(weight * value for weight, value in counted) / total if total else 0.0
    found = recommendation(score, correctness.score or 0.0)
    if not is_enough(seen):
        found = Recommendation.UNSAID
    if found is Recommendation.STRONG_YES and not _is_graded(seen.outcomes):
        found = Recommendation.YES
    return Scorecard(seen, judged, score, found, _next(seen.outcomes))


def _told_apart(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Tasks about one concept have its title: with two of them, each is named by its id, too."""
    times = Counter(title for title, _ in {(outcome.title, outcome.task) for outcome in outcomes})
    return tuple(
        replace(outcome, title=f"{outcome.title} ({outcome.task})") if times[outcome.title] > 1 else outcome
        for outcome in outcomes
    )


@dataclass(frozen=True, slots=True)
class LoopDebrief:
    """What the rounds of one interview come to: the mean of their scores, and what to drill of all of them."""

    score: float
    recommendation: Recommendation
    weakest: Judged
    next: tuple[DrillNext, ...]


def debrief(cards: Sequence[Scorecard]) -> LoopDebrief:
    """Of one card or more. A loop is recommended as its mean is, and at most a step above its weakest round.

    Rounds that recommend nothing are left out; where they are more than half, so does the loop.
    """
    said = [card for card in cards if card.recommendation is not Recommendation.UNSAID]
    score = sum(card.score for card in cards) / len(cards)
    outcomes = [outcome for card in cards for outcome in card.seen.outcomes]
    found = _recommended(said) if 2 * len(said) >= len(cards) and said else Recommendation.UNSAID
    return LoopDebrief(score, found, _weakest(cards), _next(outcomes))


def _recommended(cards: Sequence[Scorecard]) -> Recommendation:
    score = sum(card.score for card in cards) / len(cards)
    correct = sum(card.of(Dimension.CORRECTNESS).score or 0.0 for card in cards) / len(cards)
    bounds = (
        STEPS.index(recommendation(score, correct)),
        min(STEPS.index(card.recommendation) for card in cards) + 1,
        max(STEPS.index(card.recommendation) for card in cards),
    )
    return STEPS[min(bounds)]


def is_enough(seen: Seen) -> bool:
    """Whether so much was answered, or passed, that something can be said of it.

    What was not reached counts against a round that was left; where the clock ran out, it is the answer's own doing. Of
    what the user judges, an interviewer must have heard for some time; what the program graded speaks for itself.
    """
    if not seen.outcomes:
        return False
    is_over = seen.seconds >= RUN_OUT * 60 * seen.minutes
    planned = sum(outcome.budget for outcome in seen.outcomes)
    answered = sum(min(outcome.budget, FULL_ANSWER * _heard(outcome)) for outcome in seen.outcomes)
    heard = sum(map(_heard, seen.outcomes))
    own = sum(outcome.budget for outcome in seen.outcomes if outcome.judge is Judge.YOU)
    to_be_heard = LEAST_HEARD * 60 * seen.minutes * own / planned if planned else 0.0
    return (is_over or answered >= LEAST_ANSWERED * planned) and heard >= to_be_heard


def _heard(outcome: Outcome) -> float:
    """The seconds of an interview that an answer shows: its budget where the program graded it, or it was read and passed."""
    match outcome:
        case Outcome(ended=Ended.NOT_REACHED):
            return 0.0
        case Outcome(ended=Ended.PASSED) if outcome.seconds < LEAST_READ * outcome.budget:
            return outcome.seconds
        case Outcome(judge=Judge.YOU, ended=Ended.ANSWERED | Ended.COLLECTED):
            return max(outcome.seconds, outcome.words / WORDS_A_SECOND)
        case _:
            return max(outcome.seconds, outcome.budget)


def _weakest(cards: Sequence[Scorecard]) -> Judged:
    """The dimension of the lowest mean."""
    found = []
    for dimension in Dimension:
        scores = [score for card in cards if (score := card.of(dimension).score) is not None]
        if scores:
            found.append(Judged(dimension, sum(scores) / len(scores), ()))
    return min(found, key=lambda judged: judged.score or 0.0)


def _is_graded(outcomes: Sequence[Outcome]) -> bool:
    """Whether enough of the round is the program's word, by the minutes of what was reached."""
    reached = [outcome for outcome in outcomes if outcome.ended is not Ended.NOT_REACHED]
    graded = sum(outcome.budget for outcome in reached if outcome.judge is Judge.PROGRAM)
    return graded > 0 and graded >= LEAST_GRADED * sum(outcome.budget for outcome in reached)


def recommendation(score: float, correctness: float) -> Recommendation:
    """From the whole; what is not correct is not recommended, however well it is told.

    0.85 and correctness 0.75: strong hire; 0.65 and 0.5: hire; 0.4 and 0.25: no hire; below that: strong no hire.
    """
    if score >= 0.85 and correctness >= GOOD_SCORE:
        return Recommendation.STRONG_YES
    if score >= 0.65 and correctness >= POOR_SCORE:
        return Recommendation.YES
    if score >= 0.4 and correctness >= BAD_SCORE:
        return Recommendation.NO
    return Recommendation.STRONG_NO


def quoted(text: str) -> str:
    """What was said, in one line and cut to what a card quotes."""
    line = " ".join(text.split())
    return line if len(line) <= MOST_SAID else line[: MOST_SAID - 1].rstrip() + "…"


def clock(seconds: float) -> str:
    """`4:05`."""
    minutes, left = divmod(round(max(0.0, seconds)), 60)
    return f"{minutes}:{left:02d}"


def words_score(outcome: Outcome) -> float:
    """How well the words said fit the time: 1 within the budget, less the further off."""
    share = outcome.words / outcome.word_budget
    if share < LEAST_WORDS:
        return share / LEAST_WORDS
    return 1.0 if share <= MOST_WORDS else max(0.0, 1 - (share - MOST_WORDS))


def _change(judged: Judged, earlier: Scorecard | None) -> float | None:
    before = None if earlier is None else earlier.of(judged.dimension).score
    return None if before is None or judged.score is None else round(judged.score - before, 4)


# --- dimensions


def _correctness(seen: Seen) -> Judged:
    if not seen.outcomes:
        return Judged(Dimension.CORRECTNESS, 0.0, ("nothing was asked",))
    reached = [outcome for outcome in seen.outcomes if outcome.ended is not Ended.NOT_REACHED]
    by_program = [outcome for outcome in reached if outcome.judge is Judge.PROGRAM]
    right = sum(outcome.score >= GOOD_SCORE for outcome in by_program)
    evidence = []
    if by_program:
        evidence.append(f"{right} of {len(by_program)} graded answers right")
    own = [outcome for outcome in reached if outcome.judge is Judge.YOU]
    if own:
        evidence.append(_by_own_ticks(own))
    if not _is_graded(seen.outcomes):
        evidence.append(
            f"{'too little' if by_program else 'nothing'} was graded: with your own ticks alone, hire is the best result"
        )
    evidence += [_missed(outcome) for outcome in _worst(seen.outcomes)]
    return Judged(Dimension.CORRECTNESS, _mean(seen.outcomes), tuple(evidence))


def _by_own_ticks(own: Sequence[Outcome]) -> str:
    ticked = sum(len(outcome.hit) for outcome in own)
    points = ticked + sum(len(outcome.missed) for outcome in own)
    answered = [outcome for outcome in own if outcome.ended is not Ended.PASSED]
    unwritten = sum(not outcome.words for outcome in answered)
    nothing = f"; you wrote nothing for {unwritten} of {len(answered)} answers" if unwritten else ""
    return f"{ticked} of {points} key points count, by your ticks{nothing}"


def _depth(seen: Seen, correctness: Judged) -> Judged:
    deep = [outcome for outcome in seen.outcomes if outcome.is_deep and outcome.ended is not Ended.NOT_REACHED]
    if not deep and not seen.is_open:
        return Judged(Dimension.DEPTH, None, ())
    if not deep:
        half = (correctness.score or 0.0) / 2
        return Judged(Dimension.DEPTH, half, ("you reached no follow-up, derivation or hard question",))
    held = [outcome for outcome in deep if outcome.score >= GOOD_SCORE]
    evidence = [f"{len(held)} of {len(deep)} deep questions answered well"]
    evidence += [f"answered well: {outcome.title}" for outcome in held[:2]]
    evidence += [f"answered poorly: {_missed(outcome)}" for outcome in _worst(deep)]
    return Judged(Dimension.DEPTH, _mean(deep), tuple(evidence))


def _communication(seen: Seen) -> Judged:
    scores: list[float] = []
    evidence: list[str] = []
    if seen.habits:
        scores.append(len(seen.habits_shown) / len(seen.habits))
        evidence.append(f"you ticked {len(seen.habits_shown)} of {len(seen.habits)} habits")
        evidence += [f"not done: {habit}" for n, habit in enumerate(seen.habits) if n not in seen.habits_shown][:3]
    told = [outcome for outcome in seen.outcomes if outcome.is_told and outcome.ended is not Ended.NOT_REACHED]
    if told:
        scores.append(_mean(told))
        evidence += [f"missing from the structure: {missed}" for outcome in told for missed in outcome.missed[:1]][:2]
    for outcome in seen.outcomes:
        if outcome.word_budget and outcome.words >= NOTES * outcome.word_budget:
            scores.append(words_score(outcome))
            evidence.append(f"{outcome.title}: {outcome.words} words of {outcome.word_budget}")
    return Judged(Dimension.COMMUNICATION, sum(scores) / len(scores) if scores else None, tuple(evidence))


def _speed(seen: Seen) -> Judged:
    if not seen.outcomes:
        return Judged(Dimension.SPEED, None, ())
    evidence = [f"{clock(seen.seconds)} used of {clock(seen.minutes * 60)}", *_by_part(seen)]
    left_out = sum(outcome.ended is Ended.NOT_REACHED for outcome in seen.outcomes)
    if left_out:
        evidence.append(f"{left_out} planned but not reached")
    collected = [outcome for outcome in seen.outcomes if outcome.ended is Ended.COLLECTED]
    if collected:
        evidence.append(f"unfinished when time was up: {', '.join(outcome.title for outcome in collected[:3])}")
    slow = sorted(
        (outcome for outcome in seen.outcomes if outcome.seconds > 1.25 * outcome.budget and outcome.budget),
        key=lambda outcome: outcome.budget - outcome.seconds,
    )
    evidence += [f"{o.title}: {clock(o.seconds)} of {clock(o.budget)} planned" for o in slow[:2]]
    score = sum(map(_pace, seen.outcomes)) / len(seen.outcomes) if is_enough(seen) else None
    return Judged(Dimension.SPEED, score, tuple(evidence))


def _by_part(seen: Seen) -> list[str]:
    """Where the time of the answers went, if there was a choice; reading a key and ticking is no answer."""
    if len(seen.parts) < 2:
        return []
    told = []
    for name, minutes in seen.parts:
        used = sum(outcome.seconds for outcome in seen.outcomes if outcome.part == name)
        told.append(f"{name} {clock(used)} of {clock(60 * minutes)}")
    return [f"by part: {', '.join(told)}"]


def _pace(outcome: Outcome) -> float:
    is_unsaid = outcome.judge is Judge.YOU and not outcome.hit
    if outcome.ended in (Ended.NOT_REACHED, Ended.PASSED) or is_unsaid:
        return 0.0
    worth = 1.0 if outcome.score >= POOR_SCORE else 0.5
    return worth if outcome.seconds <= outcome.budget else worth * outcome.budget / outcome.seconds


def _mean(outcomes: Sequence[Outcome]) -> float:
    """Of the scores, by minutes; half a minute at least."""
    weights = [max(30.0, outcome.budget) for outcome in outcomes]
    return sum(w * o.score for w, o in zip(weights, outcomes, strict=True)) / sum(weights)


def _worst(outcomes: Iterable[Outcome]) -> list[Outcome]:
    return _poor(outcomes)[:3]


def _poor(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """The worst first; what was not reached after what was."""
    poor = [outcome for outcome in outcomes if outcome.score < GOOD_SCORE]
    return sorted(poor, key=lambda outcome: (outcome.ended is Ended.NOT_REACHED, outcome.score, -outcome.budget))


def _why(outcome: Outcome, depth: int) -> str:
    """What was missed, where the item asks the same; else for which task it is practice."""
    item = outcome.drill[depth]
    if item in (outcome.task, outcome.task.partition("/")[0]):
        return _missed(outcome)
    return f"practice for “{outcome.title}”, {OF_PRACTICE.get(outcome.ended, 'which went poorly')}"


def _missed(outcome: Outcome) -> str:
    if outcome.ended is Ended.NOT_REACHED:
        return f"{outcome.title}: not reached"
    what = outcome.missed[0] if outcome.missed else outcome.note
    return f"{outcome.title}: {what}" if what else outcome.title


def _next(outcomes: Sequence[Outcome]) -> tuple[DrillNext, ...]:
    """The items behind what went worst, each once; nothing that went well."""
    poor = [outcome for outcome in _poor(outcomes) if outcome.drill]
    found: dict[ItemId, DrillNext] = {}
    for depth in range(max((len(outcome.drill) for outcome in poor), default=0)):
        for outcome in poor:
            if depth < len(outcome.drill):
                found.setdefault(outcome.drill[depth], DrillNext(outcome.drill[depth], _why(outcome, depth)))
    return tuple(found.values())[:DRILL_NEXT]
