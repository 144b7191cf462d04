"""The mock interview as a state machine: ready -> asked -> ticking -> debrief -> card -> next; the domain only.

The clock is the interviewer's: it runs from `begin` to the end of the round, also while the program does not. What is
answered is in the log before this says that it was taken.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from interview_cli.domain.errors import UsageError
from interview_cli.domain.history.event import Event, Mode, tried
from interview_cli.domain.history.log_reading import effective
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.answer import Marked as MarkedAnswer
from interview_cli.domain.items.question import AnyItem, Recall
from interview_cli.domain.items.verdict import Verdict
from interview_cli.domain.marking import expected_answer, mark
from interview_cli.domain.rounds.blueprint import Blueprint
from interview_cli.domain.rounds.scorecard import Ended, Outcome, Seen, scorecard
from interview_cli.services.code.grade import GradeLog
from interview_cli.services.mock.outcomes import (
    code_outcome,
    credible,
    design_reviews,
    marked_outcome,
    marked_review,
    ticked_outcome,
    ticked_review,
    unreached_outcome,
)
from interview_cli.services.mock.plan import has_tasks, scenes, shortfalls
from interview_cli.services.mock.record import MockRecord, Past, RoundPast, earlier_card, kept_cards, written_before
from interview_cli.services.mock.scenes import Done, Listed, Scene, next_task, not_reached, planned
from interview_cli.services.mock.steps import (
    Asked,
    Coding,
    Debrief,
    Left,
    Marked,
    Means,
    Over,
    Ready,
    Request,
    RoundOver,
    Spoken,
    Step,
    Task,
    Ticking,
)


class Mock:
    """One mock interview of one or more rounds. `current` says what may be done; what does not fit raises UsageError."""

    def __init__(
        self, means: Means, record: MockRecord, request: Request, finished: int = 0, *, has_begun: bool = False
    ) -> None:
        self.has_begun = has_begun
        """Whether a clock has started: what is left before is no attempt, and leaves nothing in the log."""
        self._means, self._record, self._request = means, record, request
        self._graded = GradeLog(means.log, means.clock, means.ids, means.bank, Mode.MOCK)
        self._finished = finished
        self._running: _Running | None = None
        self._coded: list[Asked] = []
        self._current: Step = self._ready()

    @classmethod
    def start(cls, means: Means, request: Request) -> Mock:
        """A new one, in the log when its clock starts. Raises: UsageError if a round is unknown or cannot be filled."""
        for name in request.rounds:
            if name not in means.blueprints:
                raise UsageError(f"there's no round {name!r}", hint=f"choose one of {', '.join(means.blueprints)}")
            if not has_tasks(_drawn(means, means.blueprints[name], request, "")):
                raise UsageError(
                    f"the bank has no questions for the round {name}", hint="to check the bank: interview bank lint"
                )
        record = MockRecord(means.log, means.clock, means.ids, means.ids())
        return cls(means, record, replace(request, papers=tuple(paper.id for paper in means.papers)))

    @classmethod
    def resume(cls, means: Means, past: Past) -> Mock:
        """The one that was cut short; its time is gone. It asks about the papers that it began with, if they are there."""
        papers = {paper.id: paper for paper in means.papers}
        found = [papers[name] for name in past.request.papers if name in papers]
        means = replace(means, papers=found or means.papers)
        rounds = tuple(name for name in past.request.rounds if name in means.blueprints)
        record = MockRecord(means.log, means.clock, means.ids, past.session)
        mock = cls(means, record, replace(past.request, rounds=rounds), len(past.finished), has_begun=True)
        if past.running is not None and past.running.round in means.blueprints:
            mock._go_on(past.running)
        elif isinstance(mock.current, Over):
            mock._end()  # no round of it is known any more
        return mock

    @property
    def current(self) -> Step:
        """What the user has before them."""
        return self._current

    @property
    def session(self) -> str:
        """The id of this interview."""
        return self._record.session

    @property
    def request(self) -> Request:
        """What was asked for."""
        return self._request

    @property
    def has_card(self) -> bool:
        """Whether a round of it has a scorecard: one in which nothing was answered gets none."""
        return self._finished > 0

    @property
    def left(self) -> Left | None:
        """The time left; None while no clock runs."""
        running = self._running
        if running is None or isinstance(self._current, Ready | Debrief | RoundOver | Over):
            return None
        now = self._means.clock.monotonic()
        task = None
        if isinstance(self._current, Asked) and self._current.task.about.is_clocked:
            task = running.asked_at + self._current.task.about.seconds - now
        return Left(task, running.ends_at - now)

    @property
    def coded(self) -> Sequence[Asked]:
        """The coding tasks of the last round that began which are over, also those from before an interruption."""
        return tuple(self._coded)

    @property
    def seconds(self) -> float:
        """How long the task that waits for its answer has been asked; 0 where none does."""
        return self._seconds() if self._running is not None and isinstance(self._current, Asked) else 0.0

    # --- the way of a round

    def begin(self) -> None:
        """The clock starts."""
        if not isinstance(self._current, Ready):
            raise UsageError("no round is ready to start")
        blueprint = self._current.blueprint
        if not self.has_begun:
            self._record.start(self._request)
            self.has_begun = True
        self._record.write(self._record.state("round", round=blueprint.id, minutes=self._current.minutes))
        self._coded = []
        now = self._means.clock.monotonic()
        drawn = _drawn(self._means, blueprint, self._request, self.session)
        self._running = _Running(blueprint, drawn, now, now + self._current.minutes * 60)
        self._advance()

    def submit(self, answer: str) -> MarkedAnswer | None:
        """Take an answer; an unreadable one changes nothing, and is returned so that it can be said why."""
        asked = self._asked()
        match asked.task:
            case Marked():
                marked = mark(self._item(asked.task), answer, asked.task.about.seed)
                if marked.mark is Mark.UNREADABLE:
                    return marked
                self._take_marked(asked.task, answer, marked, Ended.ANSWERED)
            case Spoken():
                self._take_said(asked.task, answer, is_collected=False)
            case Coding():
                raise UsageError(f"{asked.task.about.id} needs a file, not text", hint="grade it")
        return None

    def collect(self, written: str) -> None:
        """The time of the task is over: what is written counts, whatever it is. Code is graded before."""
        asked = self._asked()
        match asked.task:
            case Marked() as task:
                marked = mark(self._item(task), written, task.about.seed)
                if marked.mark is Mark.UNREADABLE:
                    marked = self._unanswered(task, "time was up, and what you wrote couldn't be read")
                self._take_marked(task, written, marked, Ended.COLLECTED)
            case Spoken() as task:
                self._take_said(task, written, is_collected=True)
            case Coding():
                self.hand_in(Ended.COLLECTED)

    def give_up(self, written: str = "") -> None:
        """'I do not know': the next one. What is written of a spoken answer is kept, and counts for nothing."""
        asked = self._asked()
        match asked.task:
            case Marked() as task:
                self._take_marked(task, "", self._unanswered(task, "no answer"), Ended.PASSED)
            case Spoken() as task:
                self._write_ticked(task, written, (), Ended.PASSED, self._attempt(task, written))
            case Coding():
                self.hand_in(Ended.PASSED)

    def hint(self) -> str | None:
        """The next hint; None if there is no more. It costs."""
        asked = self._asked()
        hints = asked.shown.hints if asked.shown is not None else ()
        if asked.hints >= len(hints):
            return None
        self._record.write(self._record.state("hint"))
        self._current = replace(asked, hints=asked.hints + 1)
        return hints[asked.hints]

    def count_hint(self) -> None:
        """A hint that somebody else gave. It costs as every other."""
        asked = self._asked()
        self._record.write(self._record.state("hint"))
        self._current = replace(asked, hints=asked.hints + 1)

    def submit_code(self, source: str, verdict: Verdict) -> None:
        """Keep a graded file: it may be followed by others, and the last one counts."""
        asked = self._asked()
        attempt = self._graded.attempt(
            verdict, source, seconds=self._untold(asked), hints=asked.hints, session=self.session
        )
        self._current = replace(asked, attempts=(*asked.attempts, attempt))

    def hand_in(self, ended: Ended = Ended.ANSWERED) -> None:
        """The work on a problem ends with what was graded last."""
        asked = self._asked()
        if not isinstance(asked.task, Coding):
            raise UsageError(f"{asked.task.about.id} isn't a coding problem")
        about = asked.task.about
        if not asked.attempts:
            ended = Ended.PASSED if ended is Ended.ANSWERED else ended
            self._graded.reveal(about.id, seed=about.seed, seconds=self._seconds(), hints=asked.hints)
        elif ended is Ended.PASSED:
            ended = Ended.ANSWERED
        outcome = code_outcome(asked, ended, self._seconds())
        self._graded.review_of_the_day(about.id)  # before the outcome: who is cut off here comes by once more
        self._record.write(self._record.judged(outcome))
        self._coded.append(asked)
        self._done(asked.task, outcome)

    def tick(self, points: Collection[int]) -> None:
        """Say what the answer had, or which habits were shown, by index."""
        match self._current:
            case Ticking(task=task, said=said, is_collected=is_collected):
                ended = Ended.COLLECTED if is_collected else Ended.ANSWERED
                self._write_ticked(task, said, points, ended)
            case Debrief():
                self._close(frozenset(points))
            case _:
                raise UsageError("there's nothing to tick")

    def keep_ticks(self, points: Collection[int]) -> None:
        """What is ticked, by index, where the list is left before its end: it begins with that when it comes again."""
        held = frozenset(points)
        if isinstance(self._current, Ticking | Debrief) and held != self._current.ticked:
            self._record.ticked(held)
            self._current = replace(self._current, ticked=held)

    def next(self) -> None:
        """From a card to the next round, or to the end."""
        if not isinstance(self._current, RoundOver):
            raise UsageError("no scorecard is open")
        self._current = self._ready()

    def end_round(self, written: str = "") -> None:
        """End the round now: what is written of the open answer counts; what was not reached is said to be so."""
        if not isinstance(self._current, Asked | Ticking):
            raise UsageError("no round is running")
        self._round().ends_at = self._means.clock.monotonic()
        match self._current:
            case Asked(task=Marked() | Spoken()) if written.strip():
                self.collect(written)
            case Asked():
                self.give_up()
            case Ticking():
                pass

    def stop(self) -> None:
        """End the interview now: what was answered gets its card; a round without an answer leaves none.

        A question that is still on the screen isn't rated: nobody answered it or passed on it.
        """
        match self._current:
            case Asked(task=Marked() | Spoken()) | Asked(attempts=()):
                self._round().ends_at = self._means.clock.monotonic()
                self._stop_clock()
            case Asked() | Ticking():
                self.end_round()
            case _:
                pass
        if isinstance(self._current, Ticking):
            self.tick(self._current.ticked)
        running = self._running
        if isinstance(self._current, Debrief) and running is not None and running.has_answers:
            self._close(self._current.ticked or None, is_last=True)
        else:
            if not isinstance(self._current, Over):
                self._end()
            self._current = Over()

    # --- within

    def _ready(self) -> Step:
        if self._finished >= len(self._request.rounds):
            return Over()
        blueprint = self._means.blueprints[self._request.rounds[self._finished]]
        drawn = _drawn(self._means, blueprint, self._request, self.session)
        lacks = shortfalls(blueprint, self._request.pace, drawn)
        return Ready(blueprint, self._request.pace, self._finished + 1, len(self._request.rounds), lacks)

    def _go_on(self, past: RoundPast) -> None:
        """Where the log ends; clocks that started then have run since."""
        blueprint = self._means.blueprints[past.round]
        began = self._then(past.began)
        drawn = _drawn(self._means, blueprint, self._request, self.session)
        running = _Running(blueprint, drawn, began, began + blueprint.minutes_at(self._request.pace) * 60)
        running.outcomes = list(past.outcomes)
        self._running = running
        self._coded = [
            self._asked_step(task, tried(tuple(attempts))) for task, attempts in past.coded if not self._is_gone(task)
        ]
        if past.stopped is not None:
            running.stopped_at = self._then(past.stopped)
            self._current = Debrief(blueprint, past.ticked)
        elif past.asked is None or (isinstance(past.asked[0], Marked | Coding) and self._is_gone(past.asked[0])):
            self._advance()
        else:
            task, at = past.asked
            running.asked_at = self._then(at)
            running.said_for = past.attempts[-1].seconds if past.attempts else 0.0
            if past.said is not None and isinstance(task, Spoken):
                self._current = Ticking(task, *past.said, past.ticked)
            else:
                self._current = self._asked_step(task, tried(tuple(past.attempts)), past.hints)

    def _is_gone(self, task: Task) -> bool:
        return task.about.id not in self._means.bank.items

    def _then(self, at: datetime) -> float:
        """The monotonic time of a moment before this process began."""
        clock = self._means.clock
        return clock.monotonic() - max(0.0, (clock.now() - at).total_seconds())

    def _advance(self) -> None:
        running = self._round()
        if self._means.clock.monotonic() < running.ends_at:
            for scene in running.scenes:
                task = next_task(scene, running.done_in(scene))
                if task is not None:
                    self._record.asked(task)
                    running.asked_at = self._means.clock.monotonic()
                    self._current = self._asked_step(task)
                    return
        self._stop_clock()

    def _asked_step(self, task: Task, attempts: tuple[Event, ...] = (), hints: int = 0) -> Asked:
        running = self._round()
        item = self._means.bank.items.get(task.about.id)
        shown = None if item is None else self._means.present(item, task.about.seed)
        counts = [planned(scene) for scene in running.scenes]
        total = None if None in counts else sum(count for count in counts if count is not None)
        return Asked(task, shown, len(running.outcomes) + 1, total, attempts, hints)

    def _take_marked(self, task: Marked, answer: str, marked: MarkedAnswer, ended: Ended) -> None:
        item, seconds = self._item(task), self._seconds()
        if not marked.expected:
            marked = replace(marked, expected=expected_answer(item, task.about.seed))
        outcome = marked_outcome(task, self._means.present(item, task.about.seed), answer, marked, ended, seconds)
        told = {"mark": marked.mark, "score": marked.score, "revision": item.revision}
        self._record.write(
            self._record.attempt(task, answer, seconds, **told),
            marked_review(self._record, task, item, marked, seconds),
            self._record.judged(outcome),
        )
        self._done(task, outcome)

    def _take_said(self, task: Spoken, said: str, *, is_collected: bool) -> None:
        attempt = self._attempt(task, said)
        self._record.write(attempt, self._record.state("said", collected=is_collected))
        self._round().said_for = attempt.seconds
        self._current = Ticking(task, said, is_collected)

    def _write_ticked(self, task: Spoken, said: str, points: Collection[int], ended: Ended, *attempts: Event) -> None:
        """The outcome of a spoken answer, beside the attempts that are not written yet."""
        ticked = frozenset(points) & frozenset(range(len(task.points)))
        seconds = attempts[0].seconds if attempts else self._round().said_for
        outcome = ticked_outcome(task, said, ticked, ended, seconds)
        item = self._means.bank.items.get(task.about.id)
        held = credible(ticked, said, seconds)
        reviews = [ticked_review(self._record, task, item, held, seconds)] if isinstance(item, Recall) else []
        self._record.write(*attempts, *reviews, self._record.judged(outcome))
        self._done(task, outcome)

    def _unanswered(self, task: Marked, message: str) -> MarkedAnswer:
        return MarkedAnswer.wrong(message, expected=expected_answer(self._item(task), task.about.seed))

    def _attempt(self, task: Spoken, said: str) -> Event:
        item = self._means.bank.items.get(task.about.id)
        return self._record.attempt(task, said, self._seconds(), revision=item.revision if item is not None else 1)

    def _done(self, task: Task, outcome: Outcome) -> None:
        running = self._round()
        running.outcomes.append((task, outcome))
        running.said_for = 0.0
        self._advance()

    def _stop_clock(self) -> None:
        running = self._round()
        self._record.write(self._record.state("debrief"))
        running.stopped_at = min(self._means.clock.monotonic(), running.ends_at)
        self._current = Debrief(running.blueprint)

    def _close(self, habits: frozenset[int] | None, *, is_last: bool = False) -> None:
        """The round is over: its card is kept. `habits`: None where nobody was asked for them."""
        running = self._round()
        blueprint, pace = running.blueprint, self._request.pace
        minutes = blueprint.minutes_at(pace)
        missed = [
            unreached_outcome(task) for scene in running.scenes for task in not_reached(scene, running.done_in(scene))
        ]
        seen = Seen(
            round=blueprint.id,
            title=blueprint.title,
            pace=pace.value,
            seed=self._request.seed,
            is_open=any(not isinstance(scene, Listed) for scene in running.scenes),
            minutes=minutes,
            seconds=round(min(minutes * 60, running.stopped_at - running.began_at), 2),
            weights=blueprint.weights,
            outcomes=(*(outcome for _, outcome in running.outcomes), *missed),
            habits=() if habits is None else blueprint.habits,
            habits_shown=(habits or frozenset()) & frozenset(range(len(blueprint.habits))),
            parts=tuple((part.name, part.minutes_at(pace)) for part in blueprint.parts),
        )
        card = scorecard(seen)
        earlier = earlier_card(kept_cards(self._means.log.events()), blueprint.id, self._means.clock.now())
        event = self._record.round_(seen, card.score)
        reviews = design_reviews(self._record, self._means.bank, running.outcomes)
        self._finished += 1
        is_last = is_last or self._finished >= len(self._request.rounds)
        self._record.write(*reviews, event, *([self._record.state("end")] if is_last else []))
        if is_last:
            self._finished = len(self._request.rounds)
        self._running = None
        held = tuple(kept.card for kept in kept_cards(self._means.log.events()) if kept.session == self.session)
        self._current = RoundOver(event.id, card, earlier, is_last, held)

    def _end(self) -> None:
        if self.has_begun:
            self._record.write(self._record.state("end"))
        self._running = None

    def _seconds(self) -> float:
        """The time that the task has taken; the clock's end bounds it."""
        running = self._round()
        now = min(self._means.clock.monotonic(), max(running.ends_at, running.asked_at))
        seconds = max(0.0, now - running.asked_at)
        if isinstance(self._current, Asked) and self._current.task.about.is_clocked:
            seconds = min(seconds, self._current.task.about.seconds)
        return round(seconds, 2)

    def _untold(self, asked: Asked) -> float:
        told = sum(attempt.seconds for attempt in asked.attempts)
        return round(max(0.0, self._seconds() - told), 2)

    def _item(self, task: Marked) -> AnyItem:
        return self._means.bank.items[task.about.id]

    def _round(self) -> _Running:
        if self._running is None:
            raise UsageError("no round is running")
        return self._running

    def _asked(self) -> Asked:
        if not isinstance(self._current, Asked):
            raise UsageError("no task is open")
        return self._current


class _Running:
    """A round whose clock has started, in readings of the monotonic clock."""

    def __init__(self, blueprint: Blueprint, drawn: Sequence[Scene], began_at: float, ends_at: float) -> None:
        self.blueprint, self.scenes, self.began_at, self.ends_at = blueprint, drawn, began_at, ends_at
        self.asked_at = began_at
        self.stopped_at = ends_at
        self.said_for = 0.0
        self.outcomes: list[tuple[Task, Outcome]] = []

    def done_in(self, scene: Scene) -> list[Done]:
        """What the scene has asked so far."""
        return [Done(task, outcome.score) for task, outcome in self.outcomes if task.about.part == scene.part]

    @property
    def has_answers(self) -> bool:
        """Whether anything was said or graded."""
        return any(outcome.ended in (Ended.ANSWERED, Ended.COLLECTED) for _, outcome in self.outcomes)


def _drawn(means: Means, blueprint: Blueprint, request: Request, session: str) -> tuple[Scene, ...]:
    """The scenes; only what was in the log before this interview began counts, so that it goes on as it was drawn."""
    history = effective(written_before(means.log.events(), session), means.bank.items)
    return scenes(blueprint, request.pace, request.seed, means, history)
