"""Which own parameter takes the place of which asked one: by place, by names, by kinds. Standard library only."""

from __future__ import annotations

import itertools
import re
import types
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.matching.calls.drawing import SEEDS, SOURCES
from interview_cli.grading.candidate.matching.names.kinds import (
    COUNTS,
    LEFT_BEHIND,
    SETTINGS,
    SIZES,
    SIZES_SAY,
    WHERE,
    is_a_number_by_default,
    is_a_number_of,
    is_another_option,
    is_bound_of,
    is_continued,
    is_length,
    is_whole,
    other_bound,
    says_a_size,
)
from interview_cli.grading.candidate.matching.names.likeness import (
    REQUIRED,
    Parameters,
    are_neighbors,
    by_likeness,
    likeness,
    related,
    same,
    says_a_setting,
    says_a_switch,
)
from interview_cli.grading.candidate.matching.names.preferences import by_preference

NUMBERED = re.compile(r"(\w*?[a-zA-Z])_?\d$")
"""How names of several of one kind end."""
SAYS_NOTHING = re.compile(r"(p|a|c|param|arg)_?\d$")
"""Names of numbers that only tell them apart."""


OF_LAYERS = re.compile("(in|out)_?(ch|chans|channels|features|dim|dims|planes)", re.IGNORECASE)
"""Sizes that a layer is made with: no tensor stands at their place."""


def paired(asked: Parameters, own: Parameters, plain: Collection[str]) -> tuple[dict[str, str], list[str]]:
    """Asked -> own; and own lengths of what is given."""
    if found := by_preference(asked, own):
        rest = [one for one in asked if one[0] not in found], [one for one in own if one[0] not in found.values()]
        pairs, lengths = paired(*rest, plain)
        return pairs | found, lengths
    must_be_given = sum(default is REQUIRED for _, default in own)
    fit = must_be_given <= len(asked) <= len(own)
    pairs = by_place(asked, own) if fit else {}
    if fit and (initials := by_initials(pairs, own) or by_letters(pairs, asked, own)):
        spoken = in_another_order(asked, own, initials)
        pairs = spoken if needed_by(own).issubset(spoken.values()) else pairs
    elif fit and (kinds := by_kinds(asked, own)):
        pairs |= kinds
    elif fit and are_elsewhere(pairs, asked, own, plain):
        pairs = in_another_order(asked, own)
        pairs |= at_its_place(pairs, asked, own, plain)
    pairs = exchanged_by_defaults(pairs, asked, own)
    lengths = lengths_in(asked, own, plain)
    if not fit or asks_for_else(pairs, asked, own, plain):
        own = [one for one in own if one[0] not in lengths]
        if lengths and not fit and must_be_given - len(lengths) == len(asked):
            return paired(asked, own, plain)[0], lengths
        pairs = by_names(asked, own, plain)
        pairs |= by_numbers_and_last_words(pairs, asked, own)
        pairs = with_last_letter(pairs, asked, own)
    return with_bounds(with_letter_for_nothing(pairs, asked, own), asked, own), lengths


def with_bounds(pairs: Mapping[str, str], asked: Parameters, own: Parameters) -> dict[str, str]:
    """The pairs, with a number that has no place yet at the first of two bounds by its name: `clip` at `epsilon_low`."""
    names = {name for name, _ in own}
    found = dict(pairs)
    for number in ((name, default) for name, default in asked if type(default) is float and name not in pairs):
        free = [one for one in own if one[0] not in found.values() and other_bound(one[0]) in names]
        bounds = [one[0] for one in free if one[1] is REQUIRED or type(one[1]) is float if is_bound_of(number, one)]
        found |= {number[0]: bounds[0]} if bounds else {}
    return found


def by_kinds(asked: Parameters, own: Parameters) -> dict[str, str]:
    """What must be given, where it is two or more of each kind, and the function has all of one kind before the next.

    `mu1, cov1, mu2, cov2` at `mu_x, mu_y, sigma_x, sigma_y`: the first mean is the first one there, too.
    """
    found = kinds_in(asked, own)
    is_in_order = list(found.values()) == [name for name, default in own if default is REQUIRED]
    return (
        {} if is_in_order or found.keys() == set(found.values()) else found
    )  # its own names in another order are a mistake


def kinds_in(asked: Parameters, own: Parameters) -> dict[str, str]:
    """The same, wherever the function has them."""
    given, must = ([name for name, default in both if default is REQUIRED] for both in (asked, own))
    wanted = in_kinds(given, 0)
    if len(given) != len(must) or len(wanted) < 2:
        return {}
    for word in (0, -1):
        theirs = in_kinds(must, word)
        known = {kind: name for kind in wanted for name in theirs if likeness(kind, name)}
        left = [
            [kind for kind in kinds if kind not in known and kind not in known.values()] for kinds in (wanted, theirs)
        ]
        sizes = {len(names) for names in (*wanted.values(), *theirs.values())}
        if known and len(set(known.values())) == len(known) and len(left[0]) == len(left[1]) <= 1 and len(sizes) == 1:
            known |= dict(zip(*left, strict=True))
            found = {
                one: other for kind in wanted for one, other in zip(wanted[kind], theirs[known[kind]], strict=True)
            }
            return {} if sizes == {1} else {name: found[name] for name in given}
    return {}


def in_kinds(names: Sequence[str], word: int) -> dict[str, list[str]]:
    """The names by what each is one of several of: without its number, or by its first or last word."""
    found: dict[str, list[str]] = {}
    for name in names:
        numbered = NUMBERED.match(name)
        found.setdefault(numbered[1] if numbered else name.split("_")[word], []).append(name)
    return found


def needed_by(own: Parameters) -> set[str]:
    """What a function must be given."""
    return {name for name, default in own if default is REQUIRED}


def by_initials(pairs: Mapping[str, str], own: Parameters) -> dict[str, str]:
    """Letters that are asked for, each with the one name that begins so, if two or more of these stand at other places.

    One letter at another place may be chance: `s, p, d` beside `padding, dilation, stride` is not.
    """
    names = [name for name, _ in own]
    letters = [name for name in pairs if len(name) == 1 and not any(same(name, one) for one in names)]
    found = {
        letter: begun[0]
        for letter in letters
        if len(begun := [name for name in names if len(name) > 1 and name.startswith(letter)]) == 1
    }
    at = {other: name for name, other in pairs.items()}
    found = {
        letter: other
        for letter, other in found.items()
        if not likeness(letter, pairs[letter]) and not (other in at and likeness(at[other], other))
    }
    return found if sum(pairs[letter] != other for letter, other in found.items()) > 1 else {}


def by_letters(pairs: Mapping[str, str], asked: Parameters, own: Parameters) -> dict[str, str]:
    """What must be given, each at the one letter that its name begins with, if two or more of these stand at other places.

    `vocab` at `V` and `layers` at `L`, where `V, D, T, L` are asked for as `layers, d, vocab, context`. What has its own name
    needs no letter.
    """
    given = [name for name, default in asked if default is REQUIRED]
    letters = [name for name, default in own if default is REQUIRED and len(name) == 1]
    begun = {letter: [name for name in given if name[0].lower() == letter.lower()] for letter in letters}
    found = {names[0]: letter for letter, names in begun.items() if len(names) == 1}
    found = {name: letter for name, letter in found.items() if not likeness(name, pairs[name])}
    moved = [name for name, letter in found.items() if len(name) > 1 and pairs[name] != letter]
    known = [name for name in given if any(len(other) > 1 and same(name, other) for other, _ in own)]
    return found if len(letters) == len(given) - len(known) and len(moved) > 1 else {}


def with_last_letter(pairs: Mapping[str, str], asked: Parameters, own: Parameters) -> dict[str, str]:
    """The pairs, with the last of what must be given at the last place that must be filled.

    `x` with `pred`, where `y` is `gt` by its name: a letter says nothing else. Another name, only where the place would go to
    what may be left out and has another name, too.
    """
    given = dict(asked)
    firm = {name: other for name, other in pairs.items() if given[name] is REQUIRED or likeness(name, other)}
    open_ones = [name for name, default in asked if default is REQUIRED and name not in pairs]
    free = [other for other, default in own if default is REQUIRED and other not in firm.values()]
    are_as_many = sum(default is REQUIRED for default in given.values()) == sum(
        default is REQUIRED for _, default in own
    )
    if not are_as_many or len(open_ones) != 1 or len(free) != 1:
        return dict(pairs)
    held = {other: given[name] for name, other in pairs.items()}
    if len(open_ones[0]) != 1 and type(held.get(free[0])) not in (int, float):
        return dict(pairs)
    is_a_size = says_a_size(free[0]) and free[0] not in SIZES_SAY  # `d_model` is one, `model` is not
    says_else = is_whole(free[0]) or is_a_size or is_continued(free[0], given)
    if says_else or free[0] in (*SIZES, *COUNTS, *LEFT_BEHIND):
        return dict(pairs)
    return {**{name: other for name, other in pairs.items() if other != free[0]}, open_ones[0]: free[0]}


def with_letter_for_nothing(pairs: Mapping[str, str], asked: Parameters, own: Parameters) -> dict[str, str]:
    """The pairs, with a letter that may be None at the one place that is left, if that may be None, too.

    `z=None` at `variance_noise=None`: a longer name would say what it is, and a setting's name says that it is no tensor.
    """
    left = [(name, default) for name, default in asked if name not in pairs]
    free = [(name, default) for name, default in own if name not in pairs.values()]
    if len(left) != 1 or len(free) != 1 or left[0][1] is not None or free[0][1] is not None or len(left[0][0]) != 1:
        return dict(pairs)
    is_no_value = free[0][0] in (*SOURCES, *WHERE, *SETTINGS) or says_a_setting(free[0][0]) or is_whole(free[0][0])
    if is_no_value or says_a_switch(free[0][0]) or is_another_option(left[0][0], free[0][0], asked, own):
        return dict(pairs)
    return {**pairs, left[0][0]: free[0][0]}


def lengths_in(asked: Parameters, own: Parameters, plain: Collection[str]) -> list[str]:
    """Lengths that must be given, where the problem gives no tensors and fewer values than must be given."""
    needed = [name for name, default in own if default is REQUIRED]
    if len(needed) <= len(asked) or any(name not in plain for name, default in asked if default is REQUIRED):
        return []
    names = [name for name, _ in own]
    others = [
        name for name, _ in asked if not any(same(name, one) for one in names)
    ]  # `k` stands for itself, as `K` does
    lengths = [
        name
        for name in needed
        if is_length(name)
        and not any(same(name, one) for one, _ in asked)
        and not any(likeness(other, name) for other in others)
    ]
    return lengths[: len(needed) - len(asked)]


def are_elsewhere(pairs: Mapping[str, str], asked: Parameters, own: Parameters, plain: Collection[str]) -> bool:
    """Whether a name stands at another place than what it is paired with by order, and says more about that place.

    The problem's own names in another order are a mistake about its order: callers give by place. A letter that is usual for
    a name, as `n` for `size`, says too little alone. A tensor `p` is no `p=2`, the degree of a norm. A `sigma_last` says nothing
    of `sigma` beside a `sigma_prev`.
    """
    if {other for other, _ in own} <= pairs.keys():
        return False
    at = {other: 0 if is_of_else(name, other, asked) else likeness(name, other) for name, other in pairs.items()}
    moved = [
        (name, other)
        for name, taken in pairs.items()
        for other, _ in own
        if likeness(name, other) > max(at[taken], at.get(other, 0))
        and not is_a_tensor_for_a_number(name, other, asked, own, plain)
    ]
    return len(moved) > 1 or any(same(*pair) or min(map(len, pair)) > 1 for pair in moved)


def is_of_else(name: str, other: str, asked: Parameters) -> bool:
    """Whether an own name is that of another value one step away, not of this one; or of a switch, as `use_cache`."""
    if says_a_switch(other) != says_a_switch(name):
        return True
    return not are_neighbors(name, other) and any(are_neighbors(one, other) for one, _ in asked)


def exchanged_by_defaults(pairs: Mapping[str, str], asked: Parameters, own: Parameters) -> dict[str, str]:
    """The pairs, where two numbers that may be left out have each other's defaults, and names that say nothing.

    `beta_1=20.0, beta_0=0.1` for `beta_min=0.1, beta_max=20.0`.
    """
    given, theirs = dict(asked), dict(own)
    numbers = [name for name, other in pairs.items() if type(given[name]) in (int, float) and other in theirs]
    for one, two in itertools.combinations(numbers, 2):
        first, second = pairs[one], pairs[two]
        are_exchanged = (theirs[second], theirs[first]) == (given[one], given[two]) and given[one] != given[two]
        said = any(likeness(name, other) for name in (one, two) for other in (first, second))
        if are_exchanged and not said:
            return {**pairs, one: second, two: first}
    return dict(pairs)


def in_another_order(
    asked: Parameters, own: Parameters, initials: Mapping[str, str] = types.MappingProxyType({})
) -> dict[str, str]:
    """By names as far as they say it; what else must be given on both sides, in order; then one number to one that is left."""
    taken = initials.values()
    pairs = by_likeness([one for one in asked if one[0] not in initials], [one for one in own if one[0] not in taken])
    pairs |= initials
    pairs |= by_a_letter(pairs, asked, own)
    free = [other for other, default in own if default is REQUIRED and other not in pairs.values()]
    open_ones = [name for name, default in asked if default is REQUIRED and name not in pairs]
    left = [name for name, default in asked if type(default) in (int, float) and name not in pairs]
    last = free[len(open_ones) :]
    is_a_number = len(left) == len(last) == 1 and not is_a_number_of(last[0]) and not is_continued(last[0], dict(asked))
    open_ones += left if is_a_number else []
    pairs |= dict(zip(open_ones, free, strict=False))
    return with_last_number(pairs | by_numbers_and_last_words(pairs, asked, own), asked, own)


def at_its_place(
    pairs: Mapping[str, str], asked: Parameters, own: Parameters, plain: Collection[str]
) -> dict[str, str]:
    """The one number that has no name yet and must be given, at the one that is left at its place: `w` at `scale=7.5`."""
    open_ones = [place for place, (name, _) in enumerate(asked) if name not in pairs]
    free = [place for place, (other, _) in enumerate(own) if other not in pairs.values()]
    if len(open_ones) != 1 or open_ones != free:
        return {}
    (name, default), (other, instead) = asked[free[0]], own[free[0]]
    is_a_number = default is REQUIRED and name in plain and type(instead) in (int, float) and other not in SETTINGS
    return {name: other} if is_a_number else {}


def spoken(asked: Parameters, own: Parameters) -> dict[str, str]:
    """What names and defaults say alone, where no order does: of what is looked up in an object. Asked -> own."""
    pairs = by_likeness(asked, own)
    pairs |= by_a_letter(pairs, asked, [(name, 0 if default is REQUIRED else default) for name, default in own])
    pairs |= by_numbers_and_last_words(pairs, asked, own)
    return pairs | by_their_numbers(pairs, asked, own)


def by_their_numbers(pairs: Mapping[str, str], asked: Parameters, own: Parameters) -> dict[str, str]:
    """What must be given and is nowhere yet, in order, at as many that only their numbers tell apart: `img1` and `img2`."""
    left = [name for name, default in asked if default is REQUIRED and name not in pairs]
    free = [name for name, default in own if default is REQUIRED and name not in pairs.values()]
    return dict(zip(left, sorted(free), strict=True)) if are_numbered(free) and len(free) == len(left) > 1 else {}


def are_numbered(names: Sequence[str]) -> bool:
    """Whether only their numbers tell names apart."""
    return all(map(NUMBERED.match, names)) and len({NUMBERED.sub(r"\1", name) for name in names}) == 1


def by_a_letter(pairs: Mapping[str, str], asked: Parameters, own: Parameters) -> dict[str, str]:
    """What must be given, and is nowhere yet, at the one number of a single letter with which its name begins: `G=32`."""
    open_ones = [name for name, default in asked if default is REQUIRED and name not in pairs]
    letters = [name for name, default in own if type(default) is int and len(name) == 1 and name not in pairs.values()]
    if len(open_ones) != 1 or len(letters) != 1 or open_ones[0][0].lower() != letters[0].lower():
        return {}
    return {open_ones[0]: letters[0]}


def with_last_number(pairs: Mapping[str, str], asked: Parameters, own: Parameters) -> dict[str, str]:
    """The pairs, with the one number that may be left out at the one place for such that is left, if both may be of one thing."""
    left = [name for name, default in asked if type(default) in (int, float) and name not in pairs]
    free = [name for name, default in own if type(default) in (int, float) and name not in pairs.values()]
    if len(left) != 1 or len(free) != 1 or is_another_option(left[0], free[0], asked, own):
        return dict(pairs)
    return {**pairs, left[0]: free[0]}


def by_numbers_and_last_words(pairs: Mapping[str, str], asked: Parameters, own: Parameters) -> dict[str, str]:
    """What may be left out and is nowhere yet, at the one of the same default and last word: `param_bytes` at `weight_bytes`.

    Or at the one of the same default whose name says nothing: `std=1.0` at `p2=1.0`.
    """
    free = [(name, default) for name, default in own if type(default) in (int, float) and name not in pairs.values()]
    found = dict[str, str]()
    for name, default in asked:
        equal = [one for one in free if one[1] == default]
        alike = [
            other
            for other, its in equal
            if other.split("_")[-1] == name.split("_")[-1] or is_told_by_default((name, default), (other, its))
        ]
        if name not in pairs and len(alike) == 1 and alike[0] not in found.values():
            found[name] = alike[0]
    return found


def is_told_by_default(one: tuple[str, Any], other: tuple[str, Any]) -> bool:
    """Whether both are the same fraction where nothing is given, and the other's name says nothing: `std=1.0`, `p2=1.0`."""
    (_, default), (name, its) = one, other
    return type(default) is type(its) is float and default == its and SAYS_NOTHING.match(name) is not None


def asks_for_else(pairs: Mapping[str, str], asked: Parameters, own: Parameters, plain: Collection[str]) -> bool:
    """Whether a value is at a place that it cannot be for: that of a size or a switch, where a problem gives a tensor."""
    names = {name for name, _ in asked}
    needed = {name for name, default in own if default is REQUIRED and name not in names}
    switches = {name for name, default in own if isinstance(default, bool)}
    values = {name for name, default in asked if default is REQUIRED and name not in plain}
    switches |= {name for name, default in own if is_a_number_by_default(name, default)}
    if any(name in values and other in switches and not related(name, other) for name, other in pairs.items()):
        return True
    if any(is_another_option(name, other, asked, own) for name, other in pairs.items()):
        return True
    if any(name in values and is_continued(other, names) for name, other in pairs.items()):
        return True
    if any(name in values and is_of_a_layer(name, other) for name, other in pairs.items()):
        return True
    if any(other in SEEDS and name != other for name, other in pairs.items()):
        return True
    a_number = {other for name, other in pairs.items() if name in plain}
    may_be_left = len(needed) < sum(default is REQUIRED for _, default in asked)
    left_behind = {name for name in needed if name in LEFT_BEHIND and not any(likeness(one, name) for one in names)}
    return any(
        is_whole(name) or (may_be_left and name in left_behind) or (name in SIZES and name not in a_number)
        for name in needed
    )


def is_of_a_layer(name: str, other: str) -> bool:
    """Whether an own name is a size that a layer is made with, and not this value."""
    return OF_LAYERS.fullmatch(other) is not None and not related(name, other)


def by_place(asked: Parameters, own: Parameters) -> dict[str, str]:
    """What may be left out by its name where there is that name; the rest in order."""
    own_names = {name for name, _ in own}
    pairs = {name: name for name, default in asked if default is not REQUIRED and name in own_names}
    taken = set(pairs.values())
    rest = iter([name for name, _ in own if name not in taken])
    for name, _ in asked:
        if name not in pairs:
            pairs[name] = next(rest)
    optional = [name for name, default in own if default is not REQUIRED]
    for name, other in pairs.items():
        if other in optional and name not in other.split("_"):  # `p` is `top_p`, not the `top_k` at its place
            spoken = [free for free in optional if free not in pairs.values() and name in free.split("_")]
            spoken = [free for free in spoken if says_a_switch(free) == says_a_switch(name)]
            pairs[name] = spoken[0] if len(spoken) == 1 else other
    return pairs


def by_names(asked: Parameters, own: Parameters, plain: Collection[str] | None = None) -> dict[str, str]:
    """Equal names, then usual ones, then what stands between two that are bound, in order.

    `plain` is None where it is not known which are numbers and texts.
    """
    pairs = by_likeness(asked, own)
    are_numbers = plain is not None and all(name in plain for name, default in asked if default is REQUIRED)
    sizes = WHERE if are_numbers else tuple(SIZES)  # without tensors, a size is a number as others are
    may_switch = any(isinstance(default, bool) for name, default in asked if name not in pairs)
    usable = [name for name, _ in own if name not in (*sizes, *COUNTS, *LEFT_BEHIND, *SEEDS) and not is_whole(name)]
    usable = [name for name in usable if may_switch or not isinstance(dict(own)[name], bool)]
    usable = [name for name in usable if name not in SETTINGS or not isinstance(dict(own)[name], float)]
    gap_asked: list[str] = []
    place = 0
    for name, _ in (*asked, ("", None)):
        if name and name not in pairs:
            gap_asked.append(name)
            continue
        end = usable.index(pairs[name]) if name and pairs[name] in usable else len(usable)
        between = [other for other in usable[place:end] if other not in pairs.values()]
        between = [other for other in between if not is_continued(other, dict(asked))]
        paired = in_order(
            gap_asked, between, lambda one, other: is_a_tensor_for_a_number(one, other, asked, own, plain)
        )
        pairs |= {one: other for one, other in paired if not is_another_option(one, other, asked, own)}
        gap_asked, place = [], max(place, end + 1)
    return pairs


def in_order(asked: Sequence[str], own: Sequence[str], skips: Callable[[str, str], bool]) -> Iterator[tuple[str, str]]:
    """Pairs, one after the other; what is asked for and skips what would be its turn has none."""
    place = 0
    for one in asked:
        if place < len(own) and not skips(one, own[place]):
            yield one, own[place]
            place += 1


def is_a_tensor_for_a_number(
    name: str, other: str, asked: Parameters, own: Parameters, plain: Collection[str] | None
) -> bool:
    """Whether a tensor that must be given would stand for a number that may be left out: a mask for `clip_eps=0.2`.

    Or for a size that a layer is made with.
    """
    is_tensor = plain is not None and name not in plain and dict(asked)[name] is REQUIRED
    default = dict(own)[other]
    is_a_number = isinstance(default, int | float) and not isinstance(default, bool)
    return is_tensor and (is_a_number or is_of_a_layer(name, other))
