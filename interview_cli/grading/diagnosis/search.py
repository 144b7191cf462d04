"""Why an answer is wrong: the slips that it reproduces, else the kind of difference. Judge's side; imports torch.

A slip is named only if its own answers agree with the candidate's on everything that was observed. When several agree,
all are said.
"""

from __future__ import annotations

import inspect
import itertools
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from interview_cli.domain.items.verdict import Diagnosis
from interview_cli.grading.diagnosis.behavior import at_the_extremes, behavior, kept_setting
from interview_cli.grading.diagnosis.derived import derived_slips, fixed_slips, several_ignored
from interview_cli.grading.diagnosis.difference import NOTHING_SAID, difference_in_words, returns_nothing
from interview_cli.grading.diagnosis.errors_beside import with_errors_beside
from interview_cli.grading.diagnosis.explanation import (
    Explains,
    breaks_alike,
    explains,
    explains_around_errors,
    explains_where_finite,
    fits_in_time,
    has_wrong_values,
    is_telling,
)
from interview_cli.grading.diagnosis.known import KnownSlips
from interview_cli.grading.diagnosis.lost_gradients import with_lost_gradients
from interview_cli.grading.diagnosis.relations import relation_to_the_right, right_ones_of_more
from interview_cli.grading.diagnosis.replay import SLIP_SECONDS, Replay, entries_of, in_time, page_of
from interview_cli.grading.diagnosis.together import SOMETHING_ELSE, Together
from interview_cli.grading.diagnosis.variants import Variant, detached_variants, guarded_variants, variants
from interview_cli.grading.judge.grade import Grade
from reference_impls.problem import Problem
from reference_impls.slips import Slip

CHANGE_SECONDS = 0.05
ALL_CHANGES_SECONDS = 1.0
SOME_CHANGES_SECONDS = 0.3
"""For kinds of which a page holds few."""
MOST_CHANGES = 3
USED = re.compile(r"^Your code (exchanges|uses|swaps|takes the (constructor's )?arguments|has \S+ as the default of)\b")
"""How sentences begin that say what code does with its parameters."""
SHOULD = " It should "
"""How the second sentence begins, on what is right."""
WORD = re.compile(r"\w+")
ADDED_NOTHING = re.compile(r" [+-] 0(?:\.0)?(?![\w.])|(?<![\w.])1(?:\.0)? \* ")
"""What a formula can do without."""
CHANGE_SAID = "Your code gives the same results as the reference with one change"


Search = Callable[[], Iterable[Diagnosis]]


class Repairing(Protocol):
    """Looks for changes of the candidate's own file: those that make it right, and one that leaves a known mistake."""

    def whole(self, known: Sequence[tuple[Slip, Replay]]) -> Iterable[Diagnosis]:
        """See `Repair.whole`."""
        ...

    def half(self) -> Iterable[Diagnosis]:
        """See `Repair.half`; after `whole`."""
        ...


def diagnose(grade: Grade, repair: Repairing, pair_seconds: float) -> tuple[Diagnosis, ...]:
    """The mistakes that fit, else what every problem's answers can do wrong, else one sentence on the difference.

    What explains everything exactly comes first: one known mistake, then several at once. `repair` looks for the place in the
    candidate's own file. `pair_seconds`: for several at once.
    """
    known = KnownSlips(grade)
    together = Together(grade, known.replays, pair_seconds)
    searches: tuple[Search, ...] = (
        lambda: kept_setting(grade),
        lambda: right_ones_of_more(grade),
        known.completely,
        lambda: general_slips(grade),
        known.completely_in_own_precision,
        lambda: nothing_returned(grade),
        together.strictly,
        known.strictly,
        known.in_own_precision,
        lambda: leniently(known, together),
        lambda: around_errors(grade, known, together),
        lambda: together.beside_a_general_one() if grade.unsteady else (),
        lambda: behavior(grade),
        lambda: general_slips(grade, explains_around_errors),
        together.leniently,
        together.in_checks_of_their_own,
        together.beside_a_general_one,
        lambda: repair.whole(known.replays),
        together.hiding_each_other,
        together.for_most,
        repair.half,
        lambda: detached_parts(grade),
        lambda: eps_of_another_size(grade),
        lambda: page_changes(grade),
        lambda: relation_to_the_right(grade),
        known.for_most,
        lambda: at_the_extremes(grade),
    )
    for search in searches:
        found = without_what_says_more(without_what_is_missing(grade, tuple(search())))
        if found:
            found = rather_one_change(repair, known, found) if is_vague(found) else found
            return with_lost_gradients(grade, known, found)
    sentence = difference_in_words(grade)
    return (Diagnosis("difference", None, sentence),) if sentence else ()


def is_vague(found: Sequence[Diagnosis]) -> bool:
    """Whether it leaves open what else is wrong, which may be nothing that one change of the file doesn't mend, too."""
    return any(one.message.endswith(SOMETHING_ELSE) for one in found)


def rather_one_change(repair: Repairing, known: KnownSlips, found: tuple[Diagnosis, ...]) -> tuple[Diagnosis, ...]:
    """The one change of the file that mends all, if there is one, in the place of a mistake beside which more seems wrong."""
    changes = tuple(repair.whole(known.replays))
    return changes if len(changes) == 1 else found


def nothing_returned(grade: Grade) -> Iterator[Diagnosis]:
    """That nothing comes back: no change of what the code computes mends that, and looking for one takes seconds."""
    if returns_nothing(grade):
        yield Diagnosis("difference", None, NOTHING_SAID)


def leniently(known: KnownSlips, together: Together) -> Iterable[Diagnosis]:
    """One known mistake, up to what overflows or is NaN; rather it and another one that explains this, or a broken law, too."""
    found = known.leniently()
    several = tuple(together.leniently()) if found else ()
    is_more = len(several) > 1 and any(one.slip == other.slip for one in found for other in several)
    return several if is_more else found


def around_errors(grade: Grade, known: KnownSlips, together: Together) -> Iterable[Diagnosis]:
    """One known mistake beside errors that it doesn't explain; rather several at once that explain these, too."""
    found = known.around_errors()
    several = found and (tuple(together.with_errors()) or tuple(together.for_all()))
    return several or with_errors_beside(grade, known, found)


def general_slips(grade: Grade, explained: Explains = explains) -> Iterator[Diagnosis]:
    """Variants that every problem has, or one that a number of the code makes; the first kind that fits.

    Beside errors that nothing explains, those of arguments without effect alone.
    """
    if not is_telling(grade):
        return
    more = itertools.chain(several_ignored(grade.problem), fixed_slips(grade.problem, grade.world.source))
    for slip in itertools.chain(derived_slips(grade.problem), more):
        if takes_what_is_missing(grade, slip.message) or (explained is not explains and not slip.is_ignoring):
            continue
        replay = Replay.of(grade, entries_of(grade.problem, slip))
        if fits_in_time(grade, replay, explained) and in_time(SLIP_SECONDS, False, breaks_alike, grade, replay):
            yield Diagnosis("slip", slip.name, slip.message)
            return


def without_what_is_missing(grade: Grade, found: Sequence[Diagnosis]) -> tuple[Diagnosis, ...]:
    """Those that this code can do. Of mistakes that it makes at once all go with one: the others explain nothing alone."""
    dropped = [one for one in found if takes_what_is_missing(grade, one.message)]
    is_of_several = any(one.together is not None for one in dropped)
    return tuple(one for one in found if one not in dropped and not (is_of_several and one.together is not None))


def without_what_says_more(found: tuple[Diagnosis, ...]) -> tuple[Diagnosis, ...]:
    """Without alternatives that say the same as another one and more: what was seen shows no more than that."""
    begun = {one: one.message.partition(SHOULD)[0].rstrip(".") for one in found}
    return tuple(
        one
        for one in found
        if one.together is not None or not any(begun[one].startswith(f"{begun[other]},") for other in found)
    )


def takes_what_is_missing(grade: Grade, message: str) -> bool:
    """Whether a sentence says how code uses a parameter, or in which order it takes it, that this code does not have.

    What it should do may well need that parameter.
    """
    done, _, _ = message.partition(SHOULD)
    return USED.search(done) is not None and not missing_in(grade).isdisjoint(WORD.findall(done))


def missing_in(grade: Grade) -> set[str]:
    """What the problem gives to code that has no parameter for it."""
    return {name for found in grade.world.coverage.parameters.values() for name in found["missing"]}


def is_of_what_is_missing(grade: Grade, variant: Variant) -> bool:
    """Whether a change of the page is one of the signature, at a parameter that this code does not have, or at its default."""
    given = {p.name: p for entry in grade.problem.entries for p in inspect.signature(entry).parameters.values()}
    defaults = {repr(given[name].default) for name in missing_in(grade) & given.keys()}
    return variant.old in defaults or not missing_in(grade).isdisjoint(WORD.findall(variant.old))


def detached_parts(grade: Grade) -> Iterator[Diagnosis]:
    """Where all values are right: the part of the page through which no gradient flows."""
    if has_wrong_values(grade) or not is_telling(grade):
        return
    for variant in fitting(grade, detached_variants(page_of(grade.problem.id)), explains, SOME_CHANGES_SECONDS):
        text = f"Your code gives the right values, but no gradient flows through `{variant.old}`. It should stay in the graph."
        yield Diagnosis("slip", variant.name, text)
        return


def eps_of_another_size(grade: Grade) -> Iterator[Diagnosis]:
    """A small number that is not small enough, or stands where none is asked for."""
    if not is_telling(grade):
        return
    for variant in fitting(grade, guarded_variants(page_of(grade.problem.id)), explains, SOME_CHANGES_SECONDS):
        text = f"Your code uses `{variant.new}`, and the eps shows. It should use `{variant.old}`."
        yield Diagnosis("slip", variant.name, text)
        return


def page_changes(grade: Grade) -> Iterator[Diagnosis]:
    """Single changes of the reference's page that give the candidate's answers; several may."""
    if not is_telling(grade):
        return
    said = set[str]()
    for variant in fitting(grade, variants(page_of(grade.problem.id)), explains_where_finite, ALL_CHANGES_SECONDS):
        new = ADDED_NOTHING.sub("", variant.new.replace("- -", "+ "))  # two changes that write one formula are one
        text = f"{CHANGE_SAID}, `{new}`. It should have `{variant.old}` there."
        if text not in said and not is_of_what_is_missing(grade, variant):
            said.add(text)
            yield Diagnosis("slip", variant.name, text)
        if len(said) == MOST_CHANGES:
            return


def fitting(grade: Grade, changed: Iterator[Variant], explained: Explains, seconds: float) -> Iterator[Variant]:
    """Those that give the candidate's answers, as far as there is time."""
    end = time.process_time() + seconds
    for variant in changed:
        if time.process_time() > end:
            return
        entries = entries_in(grade.problem, variant.code)
        if entries and fits_in_time(grade, Replay.of(grade, entries), explained, CHANGE_SECONDS):
            yield variant


def entries_in(problem: Problem, code: Any) -> Mapping[str, Any] | None:
    """The entries of a changed page; None if it does not even run."""
    namespace: dict[str, Any] = {"__name__": "changed_page"}
    try:
        exec(code, namespace)
        return {entry.__name__: namespace[entry.__name__] for entry in problem.entries}
    except Exception:
        return None
