"""The drill as a state machine: current -> submit -> tick -> rate -> next; no terminal, file or clock of its own.

Every answer is in the log before this says that it was taken, so that a drill that is killed goes on where it was. The
log is not read between questions: the machine knows what it wrote.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, assert_never

from interview_cli.domain.errors import UsageError
from interview_cli.domain.history.event import Event, Mode, tried
from interview_cli.domain.history.log_reading import dormant, is_known, undo_event
from interview_cli.domain.history.replay import Replay, catch_up
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.answer import Mark, Marked
from interview_cli.domain.items.question import MACHINE_MARKED, AnyItem, Code, Debug, Design, ItemId, Recall
from interview_cli.domain.marking import expected_answer, mark
from interview_cli.domain.marking.reveal import reveal
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.memory.rating import (
    Ratings,
    after_hints,
    rating_for_code,
    rating_for_debugging,
    rating_for_marked,
    rating_for_self_marked,
)
from interview_cli.domain.planning.interview import interviews_of, next_interview
from interview_cli.domain.planning.leeches import advice, is_leech
from interview_cli.domain.planning.planner import due_items, target_recall
from interview_cli.services.drill.coming_back import Back, coming_back
from interview_cli.services.drill.record import DrillRecord, comes_again, ticks
from interview_cli.services.drill.steps import Answered, Asked, Done, Ended, Means, Standing, Summary, Waiting

if TYPE_CHECKING:
    from interview_cli.domain.items.verdict import Verdict

SEEDS = 1_000_000
"""A seed is short enough to be typed."""

Step = Asked | Answered | Ended


class Drill:
    """One drill. `current` says what may be done; what does not fit it raises UsageError and changes nothing."""

    def __init__(
        self,
        means: Means,
        record: DrillRecord,
        waiting: Iterable[Waiting],
        replay: Replay,
        *,
        minutes: float | None,
        done: Sequence[Done] = (),
        seconds_before: float = 0.0,
    ) -> None:
        """`replay` is what the log said before; `minutes` None: no limit but the items."""
        self._means, self._record, self._replay, self._minutes = means, record, replay, minutes
        self._waiting: deque[Waiting | Asked | Answered] = deque(waiting)
        self._done = list(done)
        self._put_away = 0
        self._notes = dict(replay.notes)
        self._began = means.clock.monotonic() - seconds_before
        self._current: Step = self._next()

    @property
    def current(self) -> Step:
        """What the user has before them."""
        return self._current

    @property
    def note(self) -> str:
        """The user's note to the current item, "" if there is none."""
        return "" if isinstance(self._current, Ended) else self._notes.get(self._current.item.id, "")

    @property
    def remedy(self) -> str:
        """What to do about the current item where it was forgotten again and again, else ""."""
        courses = self._replay.ensemble.beliefs
        if isinstance(self._current, Ended) or not is_leech(courses.get(self._current.item.id)):
            return ""
        return advice(self._current.item, self._means.bank.items.values(), courses)

    @property
    def comes_back(self) -> Mapping[Rating, Back]:
        """When the answered item is asked again after each rating it admits; none of a cram, which changes no schedule."""
        if not isinstance(self._current, Answered) or self._record.mode is Mode.CRAM:
            return {}
        name = self._current.item.id
        before = next((done.review.rating for done in self._done if done.item.id == name), None)
        return coming_back(self._means, self._replay, self._current, None if before is None else Rating(before))

    @property
    def can_undo(self) -> bool:
        """Whether this drill has a rating to take back."""
        return bool(self._done)

    @property
    def standing(self) -> Standing:
        """How far the drill is."""
        ahead = [*self._waiting, *([] if isinstance(self._current, Ended) else [self._current])]
        done = sum(not entry.is_repeat for entry in self._done)
        return Standing(
            done=done,
            total=done + sum(not entry.is_repeat for entry in ahead),
            repeats=sum(entry.is_repeat for entry in ahead),
            seconds=self._means.clock.monotonic() - self._began,
            minutes=self._minutes,
        )

    # --- answering

    def submit(self, answer: str) -> Marked | None:
        """Take an answer to a question: the mark, or None where the user marks. An unreadable one changes nothing."""
        asked = self._asked()
        if isinstance(asked.item, Code | Debug):
            raise UsageError(f"{asked.item.id} needs a file, not text", hint="grade it")
        if asked.item.kind not in MACHINE_MARKED:
            self._take_answer(asked, answer, None)
            return None
        marked = mark(asked.item, answer, asked.shown.seed)
        if marked.mark is not Mark.UNREADABLE:
            self._take_answer(asked, answer, marked)
        return marked

    def submit_code(self, source: str, verdict: Verdict) -> None:
        """Take a graded file: a pass ends the work on the problem, any other leaves it open."""
        from interview_cli.services.code.grade import GradeLog  # a start without it is quicker

        asked, means = self._asked(), self._means
        graded = GradeLog(means.log, means.clock, means.ids, means.bank, self._record.mode)
        attempt = graded.attempt(
            verdict, source, seconds=self._untold(asked), hints=asked.hints, session=self._record.session
        )
        if attempt.mark is Mark.UNREADABLE:
            return
        tried = asked._replace(attempts=(*asked.attempts, attempt))
        self._current = self._answered(tried) if verdict.ok else tried

    def give_up(self) -> None:
        """Reveal the answer. A question that a machine marks, or a problem, can then be rated Again only."""
        asked = self._asked()
        if isinstance(asked.item, Code | Debug):
            attempt = self._record.attempt(asked, "", self._untold(asked), Mark.WRONG, 0.0)
            self._current = self._answered(asked._replace(attempts=(*asked.attempts, attempt)))
        elif asked.item.kind in MACHINE_MARKED:
            self._take_answer(asked, "", _not_answered(asked.item, asked.shown.seed))
        else:
            self._take_answer(asked, "", None)

    def tick(self, points: Collection[int]) -> None:
        """Say which key points, by index, the answer had: all of them, not the change."""
        answered = self._answered_step()
        if not answered.reveal.key_points:
            raise UsageError(f"{answered.item.id} has no key points to tick")
        step = self._ticked(answered, frozenset(points))
        if step.ticked != answered.ticked:
            self._record.tick(answered, step.ticked)
        self._current = step

    def overturn(self) -> None:
        """'My answer was right': the mark becomes right; said again, it is taken back."""
        match self._current:
            case Asked(item=Code() | Debug(), attempts=attempts) as asked if attempts:
                step = self._answered(asked)._replace(dispute=self._record.dispute(attempts[-1]).id)
            case Answered(can_be_overturned=True, dispute=None, attempts=attempts) as answered:
                step = answered._replace(dispute=self._record.dispute(tried(attempts)[-1]).id)
            case Answered(can_be_overturned=True, dispute=str(dispute)) as answered:
                self._record.void(dispute)
                step = answered._replace(dispute=None)
            case _:
                raise UsageError("there's no answer marked wrong")
        self._current = self._rejudged(step)

    def rate(self, rating: Rating) -> bool:
        """Write the review, and go to the next item; False if another drill has rated this one meanwhile: not again."""
        answered = self._answered_step()
        if rating not in answered.ratings.allowed:
            allowed = ", ".join(f"{allowed:d} {allowed.name.title()}" for allowed in answered.ratings.allowed)
            hint = f"choose {allowed}{answered.why_limited}"
            raise UsageError(f"you can't rate this answer {rating.name.title()}", hint=hint)
        is_written = self._write_review(answered, rating)
        self._current = self._next()
        return is_written

    # --- other ways on

    def hint(self) -> str | None:
        """The next hint; None if there is no more."""
        asked = self._asked()
        if asked.hints >= len(asked.shown.hints):
            return None
        self._current = asked._replace(hints=asked.hints + 1)
        return asked.shown.hints[asked.hints]

    def count_hint(self) -> None:
        """A hint that somebody else gave."""
        asked = self._asked()
        self._current = asked._replace(hints=asked.hints + 1)

    def skip(self) -> bool:
        """Put the item off: to the end of the drill, or to another drill if it is the last one or was put off before.

        Returns whether it comes back in this drill.
        """
        asked = self._asked()
        comes_back = bool(self._waiting) and not asked.was_skipped
        if comes_back:
            self._waiting.append(asked._replace(seconds=self._elapsed(asked), was_skipped=True))
        else:
            self._put_away += not asked.is_repeat
        self._current = self._next()
        return comes_back

    def known(self) -> bool:
        """'I know this': a review without an answer, and a long interval; False as in `rate`."""
        asked = self._asked()
        review = self._record.known(asked, self._elapsed(asked))
        if review is not None:
            self._done.append(Done(asked.item, asked.is_repeat, (), None, review))
        self._current = self._next()
        return review is not None

    def bury(self) -> None:
        """Not today."""
        self._record.bury(self._asked().item.id)
        self._drop()

    def suspend(self) -> None:
        """Not until the user wants it again."""
        self._record.suspend(self._asked().item.id)
        self._drop()

    def flag(self, line: str) -> None:
        """Say what is wrong with the item."""
        self._record.flag(self._open_step(), line)

    def write_note(self, text: str) -> None:
        """Keep a note that every reveal of the item shows; an empty one removes it."""
        step = self._open_step()
        self._record.note(step, text)
        self._notes[step.item.id] = text

    def undo(self) -> bool:
        """Take back the last rating of this drill and return to it; False if there is none."""
        step = self._open_step()
        if not self._done:
            return False
        done = self._done.pop()
        self._record.void(done.review.id)
        self._waiting = deque(entry for entry in self._waiting if not _is_repeat_of(done, entry))
        if not _is_repeat_of(done, step):
            self._waiting.appendleft(step._replace(seconds=self._elapsed(step)))
        self._current = self._returned(done)
        return True

    def quit(self) -> bool:
        """End now. What the program marked is rated by default; what the user did not tick or rate comes again.

        False as in `rate`.
        """
        unrated, is_counted = 0, True
        match self._current:
            case Answered(marked=Marked()) | Answered(item=Code() | Debug()) as answered:
                is_counted = self._write_review(answered, answered.ratings.default)
            case Answered(ticked=ticked) as answered if ticked:
                is_counted = self._write_review(answered, answered.ratings.default)
            case Asked(item=Code() | Debug(), attempts=attempts) as asked if attempts:
                answered = self._answered(asked)
                is_counted = self._write_review(answered, answered.ratings.default)
            case Asked(is_repeat=is_repeat) | Answered(is_repeat=is_repeat):
                unrated = 0 if is_repeat else 1
            case Ended():
                return True
        self._current = self._end(unrated + sum(not entry.is_repeat for entry in self._waiting))
        return is_counted

    # --- within

    def _take_answer(self, asked: Asked, answer: str, marked: Marked | None) -> None:
        mark_, score = (marked.mark, marked.score) if marked else (None, None)
        attempt = self._record.attempt(asked, answer, self._elapsed(asked), mark_, score)
        self._current = self._answered(asked._replace(attempts=(attempt,)))

    def _answered(self, asked: Asked, dispute: str | None = None) -> Answered:
        """The step after the last attempt."""
        item = asked.item
        reference = self._means.reference(item.id) if isinstance(item, Code) else None
        revealed = reveal(item, asked.shown.seed, reference)
        answered = Answered(
            item=item,
            shown=asked.shown,
            is_repeat=asked.is_repeat,
            since=self._means.clock.monotonic(),
            seconds=self._elapsed(asked),
            hints=asked.hints,
            attempts=asked.attempts,
            marked=None,
            reveal=revealed,
            ticked=frozenset(),
            dispute=dispute,
            ratings=Ratings((Rating.AGAIN,), Rating.AGAIN),
        )
        return self._rejudged(answered)

    def _rejudged(self, answered: Answered) -> Answered:
        """The same answer with its mark, and the ratings that it admits."""
        item = answered.item
        match item:
            case Code():
                return answered._replace(ratings=self._code_ratings(answered, item))
            case Debug():
                return answered._replace(ratings=_debug_ratings(answered, item))
            case Recall() | Design():
                points = answered.reveal.key_points
                ratings = after_hints(rating_for_self_marked(answered.ticked, points), answered.hints)
                return answered._replace(ratings=ratings)
            case _:
                marked = _marked(item, answered.attempts[-1], answered.shown.seed)
                if answered.dispute is not None:
                    marked = replace(marked, mark=Mark.RIGHT, score=1.0, message="you said it was right", slip=None)
                ratings = after_hints(rating_for_marked(marked.mark, marked.score), answered.hints)
                return answered._replace(marked=marked, ratings=ratings)

    def _ticked(self, answered: Answered, points: frozenset[int]) -> Answered:
        """The same answer with these key points ticked, as far as there are such."""
        return self._rejudged(answered._replace(ticked=points & frozenset(range(len(answered.reveal.key_points)))))

    def _code_ratings(self, answered: Answered, item: Code) -> Ratings:
        marks = [attempt.mark for attempt in answered.attempts]
        passed_at = marks.index(Mark.RIGHT) + 1 if Mark.RIGHT in marks else None
        if passed_at is None and answered.dispute is not None:
            passed_at = len(tried(answered.attempts))
        seconds = sum(attempt.seconds for attempt in answered.attempts)
        return rating_for_code(passed_at, answered.hints, seconds, self._means.bank.problems[item.id].minutes)

    def _write_review(self, answered: Answered, rating: Rating) -> bool:
        """Whether it was written: not where another drill has rated the item meanwhile."""
        review = self._record.review(answered, rating, self._elapsed(answered))
        if review is None:
            return False
        self._done.append(Done(answered.item, answered.is_repeat, answered.attempts, answered.dispute, review))
        if comes_again(review, answered.item) and not answered.is_repeat:
            self._waiting.append(Waiting(answered.item, is_repeat=True))
        return True

    def _next(self) -> Step:
        if not self._waiting:
            return self._end(0)
        now = self._means.clock.monotonic()
        match self._waiting.popleft():
            case Waiting() as waiting:
                return self._shown(waiting)
            case Asked() | Answered() as step:
                return step._replace(since=now)
            case _ as never:
                assert_never(never)

    def _shown(self, waiting: Waiting) -> Asked | Answered:
        """The item as it is shown; where it was answered before, with the seed of that."""
        attempts = waiting.attempts
        seed = attempts[-1].seed if attempts else None
        if seed is None or isinstance(waiting.item, Code):
            drawn = self._means.rng.randrange(SEEDS)
            seed = self._seed_of_the_day() if isinstance(waiting.item, Debug) else drawn
        asked = Asked(
            item=waiting.item,
            shown=self._means.present(waiting.item, seed),
            is_repeat=waiting.is_repeat,
            since=self._means.clock.monotonic(),
            seconds=sum(attempt.seconds for attempt in attempts),
            hints=max((attempt.hints for attempt in attempts), default=0),
            attempts=attempts if isinstance(waiting.item, Code | Debug) else attempts[-1:],
        )
        is_open = isinstance(waiting.item, Code | Debug) and waiting.dispute is None and tried(attempts) == attempts
        is_open = is_open and not any(attempt.mark is Mark.RIGHT for attempt in attempts)
        if is_open or not attempts:
            return asked
        return self._ticked(self._answered(asked, waiting.dispute), waiting.ticked)

    def _seed_of_the_day(self) -> int:
        """Under which code is planted: the file that was begun is gone on with, on another day the mistakes are others."""
        clock = self._means.clock
        return study_day(clock.now(), clock.zone).toordinal() % SEEDS

    def _returned(self, done: Done) -> Asked | Answered:
        """The step before a rating that was taken back."""
        step = self._shown(Waiting(done.item, done.is_repeat, done.attempts, done.dispute))
        if isinstance(step, Asked) and not is_known(done.review):
            step = self._answered(step)
        step = step._replace(seconds=done.review.seconds, hints=done.review.hints)
        if isinstance(step, Answered) and step.reveal.key_points:
            step = self._ticked(step, ticks(done.review))
        return step

    def _drop(self) -> None:
        item = self._asked().item
        self._waiting = deque(entry for entry in self._waiting if entry.item.id != item.id)
        self._current = self._next()

    def _end(self, left: int) -> Ended:
        self._record.end()
        known = sum(is_known(done.review) for done in self._done)
        return Ended(
            Summary(
                answered=len(self._done) - known,
                right=sum(_is_right(done.review) for done in self._done if not is_known(done.review)),
                known=known,
                again=sum(_ends_in_again(self._done)),
                left=left + self._put_away,
                seconds=self._means.clock.monotonic() - self._began,
                is_newest=self._is_newest(),
                due_tomorrow=self._due_tomorrow(),
            )
        )

    def _is_newest(self) -> bool:
        """Whether this drill's last rating is what `log undo` takes back."""
        if not self._done:
            return False
        last = self._done[-1].review
        void = undo_event(self._means.log.since(last.at), self._means.ids, last.at)
        return void is not None and void.item == last.id

    def _due_tomorrow(self) -> int | None:
        items, clock = self._means.bank.items, self._means.clock
        learner = catch_up(self._means.log.events(), items, clock.zone, self._replay)
        tomorrow = study_day(clock.now(), clock.zone) + timedelta(days=1)
        interviews = interviews_of(learner.settings)
        if next_interview(interviews, tomorrow) is not None:
            return None
        target = target_recall(interviews, tomorrow)
        return len(due_items(learner, tomorrow, target) & items.keys() - dormant(learner.settings, tomorrow))

    def _elapsed(self, step: Asked | Answered) -> float:
        return round(step.seconds + self._means.clock.monotonic() - step.since, 2)

    def _untold(self, asked: Asked) -> float:
        """The seconds that went into the item since its last attempt."""
        return max(0.0, self._elapsed(asked) - sum(attempt.seconds for attempt in asked.attempts))

    def _asked(self) -> Asked:
        if isinstance(self._current, Answered):
            raise UsageError("rate this answer first")
        if not isinstance(self._current, Asked):
            raise UsageError("no question is open")
        return self._current

    def _answered_step(self) -> Answered:
        if not isinstance(self._current, Answered):
            raise UsageError("there's no answer to rate")
        return self._current

    def _open_step(self) -> Asked | Answered:
        if isinstance(self._current, Ended):
            raise UsageError("the drill has ended")
        return self._current


def _debug_ratings(answered: Answered, item: Debug) -> Ratings:
    """Of planted code: what was found in the last file that was graded, in what time, with how many hints."""
    from interview_cli.domain.history.code_attempt import share_found  # a drill without code is quicker without

    share = 1.0 if answered.dispute is not None else share_found(tried(answered.attempts))
    seconds = sum(attempt.seconds for attempt in answered.attempts)
    return rating_for_debugging(share, answered.hints, seconds, item.minutes)


def _marked(item: AnyItem, attempt: Event, seed: int) -> Marked:
    """The mark that the attempt got, with what the program says about it."""
    marked = mark(item, attempt.answer, seed)
    if marked.mark is Mark.UNREADABLE:
        marked = _not_answered(item, seed)
    return replace(
        marked, mark=attempt.mark or marked.mark, score=marked.score if attempt.score is None else attempt.score
    )


def _not_answered(item: AnyItem, seed: int) -> Marked:
    return Marked.not_given(expected=expected_answer(item, seed))


def _is_repeat_of(done: Done, entry: Waiting | Asked | Answered) -> bool:
    return entry.is_repeat and not done.is_repeat and entry.item.id == done.item.id


def _is_right(review: Event) -> bool:
    return review.mark is Mark.RIGHT if review.mark else (review.rating or 0) >= Rating.GOOD


def _ends_in_again(done: Sequence[Done]) -> Iterable[bool]:
    last: dict[ItemId, Event] = {entry.item.id: entry.review for entry in done}
    return [review.rating == Rating.AGAIN for review in last.values()]
