"""Which function or class of a file is meant, when none has the name that is asked for. Standard library only."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from interview_cli.grading.candidate.matching.calls.beside import sizes_shown_in
from interview_cli.grading.candidate.matching.choice.offers import FORWARD, SOLUTION, Offered, functions, is_backward
from interview_cli.grading.candidate.matching.names.gates import gates_in
from interview_cli.grading.candidate.matching.names.kinds import (
    DRAWN,
    DRAWN_EVENLY,
    FUNCTIONS,
    LEFT_BEHIND,
    OF_SAMPLES,
    OF_VIEWS,
    VIEWS,
    WHERE,
    WHOLE,
    in_a_row,
    is_continued,
    is_length,
    is_whole,
    masks_in,
    says_a_size,
    starts_in,
)
from interview_cli.grading.candidate.matching.names.likeness import (
    OTHER_WAY,
    REQUIRED,
    Parameters,
    by_likeness,
    counts,
    is_part,
    is_usual,
    likeness,
    says_the_mode,
)
from interview_cli.grading.candidate.matching.names.preferences import sides_in
from interview_cli.grading.candidate.matching.names.schedules import (
    SCHEDULES,
    makes_a_schedule,
    source_of,
    tables_beside,
)
from interview_cli.grading.candidate.matching.names.settings import settings_read
from interview_cli.grading.candidate.matching.names.states import STEPPED, kept_in
from interview_cli.grading.candidate.matching.names.transitions import takes_their_product
from interview_cli.grading.candidate.matching.names.two_parts import sides_of
from interview_cli.grading.candidate.matching.names.words import ALIKE, closeness, spelling, words
from interview_cli.grading.candidate.matching.syntax.classes import (
    all_settings_of,
    attributes_set,
    bases_of,
    buffers_set,
    methods_called,
    settings_of,
)
from interview_cli.grading.candidate.matching.syntax.columns import column_lacking
from interview_cli.grading.candidate.matching.syntax.functions import (
    LEAVES_VALUES,
    Function,
    called_of_itself,
    names_called,
)
from interview_cli.grading.candidate.matching.syntax.levels import SCHEDULE, has_a_table, in_places, levels_of
from interview_cli.grading.candidate.matching.syntax.models import NOISE, results_given
from interview_cli.grading.candidate.matching.syntax.rewards import WORD

RUNS = re.compile("run(_|$)", re.IGNORECASE)
"""How a name begins of what runs something, which may be what is asked for: `run_kmeans`."""
BESIDE = re.compile(
    r"(tests?|check|main|plot|demo|run|bench(mark)?|visuali[sz]e|show|verify|example|train|round_?trip)(_|$)"
)
"""Names of what people write beside a solution."""
REFERENCE = frozenset({
    "ref", "reference", "expected", "oracle", "gold", "golden", "truth", "naive", "slow", "brute", "bruteforce", "loop", "loops",
    "looped",
})  # fmt: skip
"""Words in the names of what a solution is compared with: the slow way that is surely right."""
CHECKS = re.compile("(tests?|check|verify)(_|$)")
"""How names begin of what does so."""
OF_SETTINGS = re.compile("(config|args|arguments|settings|hparams)$", re.IGNORECASE)
"""Names of classes that hold what others are made of."""
OF_BOTH = re.compile(r"gate_?(and_?)?up|up_?(and_?)?gate|^w_?1_?[23]$", re.IGNORECASE)
"""How a matrix is called that has those of the gate and of what it multiplies side by side."""
OF_GRADIENTS = re.compile("grad|backward|deriv|jacobian|(^|[._])prime(_|$)", re.IGNORECASE)
"""Names of what stands beside a function that is to be differentiated by hand."""
NOWHERE = ("device", *WHOLE)
"""What an object has beside values: where it lies, and settings by which these are found."""
TO, FROM = "to", "from"
"""Words in names that say which way a conversion goes."""
AFTER_A_FIT = ("predict", "transform", "score", "scores", "get_scores")
"""Methods of a class that need what its `fit` has left."""
ABBREVIATED = 0.75
"""What a usual name of a parameter says, beside the parameter's own."""


MODELS = frozenset({
    "albert", "beit", "bert", "clip", "deit", "dino", "dinov2", "dit", "gemma", "gpt", "gpt2", "gptneo", "gptneox", "llama",
    "mistral", "opt", "qwen2", "roberta", "siglip", "swin", "t5", "vit", "vitmae",
})  # fmt: skip
"""Models after which transformers calls their parts, the whole as the part: `ViTEmbeddings` call `ViTPatchEmbeddings`."""
SURE = 3
"""Of so many settings of a class, or beside so many usual names, one is known by what is left: all others have usual names."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One entry of a problem: its name, whether it is a class, the names of its parameters, how many must be given."""

    name: str
    is_class: bool
    parameters: tuple[str, ...]
    required: int

    @classmethod
    def of(cls, text: str) -> Asked:
        """From one part of the catalogue's signature."""
        is_class = text.startswith("class ")
        node = ast.parse(f"def {text.removeprefix('class ')}: ...").body[0]
        assert isinstance(node, ast.FunctionDef)
        names = tuple(arg.arg for arg in node.args.args)
        return cls(node.name, is_class, names, len(names) - len(node.args.defaults))


def best_first(asked: Asked, offered: Sequence[Offered], tree: ast.Module) -> list[Offered]:
    """Those that may be meant; of equals, the one that is defined last comes first, since helpers are written before.

    Of these, a method that takes what must be given comes before one that leaves it to its class. What takes all that is given
    comes before its wrapper that cannot.
    """
    helpers, parts = names_called_in_functions(tree), names_that_classes_need(tree)
    fitted = {one.path.partition(".")[0] for one in offered if one.name == LEAVES_VALUES}
    fitting = [
        (
            fit(asked, one, helpers, parts),
            len(one.parameters) - len(one.options) >= asked.required,
            one.name not in AFTER_A_FIT or one.path.partition(".")[0] not in fitted,
            i,
            one,
        )
        for i, one in enumerate(offered)
    ]
    ranked = [one for score, *_, one in sorted(fitting, key=lambda each: each[:4], reverse=True) if score > 0]
    if ranked and not takes_as_many(asked, ranked[0]):
        ranked.sort(key=lambda one: not takes_all_by_name(asked, one))
    inner = called_with_all(asked, ranked, tree)
    return [*inner, *(one for one in ranked if one not in inner)]


def called_with_all(asked: Asked, ranked: Sequence[Offered], tree: ast.Module) -> list[Offered]:
    """The one function that the first one calls, and whose names say that it takes all that is given, as the first one's do not.

    A step that `sample(model, x, ts, cond, w)` takes in a loop. What has much of the problem's name is no such loop. Or it takes
    just that, where the first one needs a constant of the file, too: a `softmax` that `sharpen(x, temperature)` calls.

    What has the problem's name, but for where it leads from, may be another way to the same: `x0_to_v(x0, x_t, alpha_bar)`,
    which calls `v_target(x0, eps, alpha_bar)`.
    """
    are_telling = len(asked.parameters) >= SURE  # `blur(image, sigma)` is no answer for `img, sigmas`
    if not ranked or (named(ranked[0], asked) >= ALIKE and not leads(TO, ranked[0].name) & leads(TO, asked.name)):
        return []
    if not ranked[0].held and (takes_all_by_name(asked, ranked[0]) or not are_telling):
        return []
    calls = {node.name: names_called(node) for node in tree.body if isinstance(node, Function)}
    called = calls.get(ranked[0].path, set())
    found = [one for one in ranked[1:] if one.path in called and takes_all_by_name(asked, one)]
    if ranked[0].held:
        found = [one for one in found if {*words(asked.name)} <= {*words(one.name)} - {*words(ranked[0].name)}]
    return found if len(found) == 1 else []


def as_looked_up(asked: Asked, one: Offered) -> Asked:
    """The entry with indices and a schedule in the place of levels of noise, for what looks these up."""
    levels = {} if asked.is_class else levels_of(asked.parameters, one.parameters, one.indices)
    if not levels:
        return asked
    names = in_places(asked.parameters, one.parameters, levels)
    needed = {*in_places(asked.parameters[: asked.required], one.parameters, levels)}
    needed -= set() if has_a_table(one.parameters) else {SCHEDULE}  # which its object has
    return replace(asked, parameters=(*sorted(names, key=lambda name: name not in needed),), required=len(needed))


def fit(asked: Asked, one: Offered, helpers: set[str], parts: Collection[str] = ()) -> float:
    """How well it fits; 0 for what cannot be meant. `parts`: what a class is made of, which its own name must speak for."""
    asked = as_looked_up(asked, one)
    alike = named(one, asked) if takes_as_many(asked, one) else closeness(asked.name, one.name)
    own, wanted = [spelling(p) for p in taken_by(one, asked)], {spelling(p) for p in asked.parameters}
    shared = len(wanted.intersection(own)) / max(1, len(wanted))
    alike_in_all = len(bound_alike(asked, one)) / max(1, len(asked.parameters))
    if (one.settings and not takes_as_many(asked, one)) or (one.is_layer and not is_backward(asked.name)):
        return 0.0
    is_of_views = {*VIEWS} <= {*asked.parameters} and not OF_VIEWS.isdisjoint(one.borrowed)  # `self.args.n_views`
    if (
        one.is_lent and max(alike, alike_in_all, is_of_views) < ALIKE
    ):  # its class is made of more than the problem gives
        return 0.0
    is_part = one.name in parts or (one.path in helpers and "." in one.path and not is_of_a_solution(one))
    is_known = (
        alike_in_all == 1 and len(asked.parameters) >= SURE
    )  # `_compute_fid(mu1, sigma1, mu2, sigma2)` of a metric
    is_a_part = (is_part and not (is_known or is_of_views)) or not takes_as_many(asked, one)
    if not asked.is_class and alike < ALIKE and shared < ALIKE and is_a_part:
        return 0.0
    score = (
        1 + 2 * alike + max(shared, ABBREVIATED * alike_in_all) + (alike_in_all == 1 and one.name not in helpers) / 2
    )
    score += takes_as_many(asked, one) and one.required - len(one.may_be_none) <= len(asked.parameters)
    score -= bool(OF_GRADIENTS.search(one.path)) != bool(OF_GRADIENTS.search(asked.name))
    score -= asked.is_class and bool(OF_SETTINGS.search(one.name))
    score -= 2 * goes_back(one, asked)
    score -= (
        2 * is_beside(one, asked)
        + is_compared_with(one, asked)
        + (one.name.startswith("_") and (one.path in helpers or "." in one.path))
    )
    does_less = len(one.parameters) < len(asked.parameters) and not {*words(one.name)} <= {*words(asked.name)}
    score -= (one.name in helpers and not has_the_whole_name(one, asked)) * (1 + does_less)
    score -= bool(one.path in helpers) / 2 if "." in one.path else 0
    score -= one.is_module / 2 if not asked.is_class else 0
    return max(score, 0.0)


def with_results(one: Offered, asked: Asked) -> Offered:
    """A function that calls a model for what the problem gives, with that in the model's place: `logits` for `model`.

    And one that merges two parts, with the rows of all parts in the place of these.
    """
    rows = asked.parameters[: asked.required]
    if sides_of(one.parameters[: one.required], rows):  # it merges two parts of what the problem gives in rows
        return replace(one, parameters=(*rows, *one.parameters[one.required :]), required=len(rows), most=None)
    if not one.asks or one.name == asked.name:  # the problem's own name says what it is given
        return one
    must, may = one.parameters[: one.required], one.parameters[one.required :]
    given = results_given(one.asks, must, may, asked.parameters, asked.required)
    if not given:
        return one
    gone = {name for asks in one.asks for name in (*asks.inputs, *asks.contexts)}
    names = tuple(each for name in one.parameters if name not in gone for each in given.get(name, (name,)))
    lost = len([name for name in one.parameters[: one.required] if name in gone])
    lost -= sum(len(results) - 1 for results in given.values())
    most = None if one.most is None else one.most - (len(one.parameters) - len(names))
    return replace(one, parameters=names, required=one.required - lost, most=most)


def goes_back(one: Offered, asked: Asked) -> bool:
    """Whether its name says that it undoes what is asked for: an `inverse`, where a forward map is meant.

    The parameters say less: one calls the data `x`, and another what the map makes of it.
    """
    own, wanted = set(words(one.name)), set(words(asked.name))
    if leads(FROM, one.name) & leads(TO, asked.name):  # `predict_start_from_v`, where `to_v` is meant
        return True
    return FORWARD in wanted and not OTHER_WAY.isdisjoint(own) and OTHER_WAY.isdisjoint(wanted)


def leads(way: str, name: str) -> set[str]:
    """What a name says that it leads to, or from: `v` of `to_v`."""
    own = words(name)
    return {after for before, after in itertools.pairwise(own) if before == way}


def is_beside(one: Offered, asked: Asked) -> bool:
    """Whether its name begins as those of what people write beside a solution, and the problem's has no such word itself.

    What runs by its name what is asked for, and takes all of it, does not stand beside.
    """
    found = BESIDE.match(one.name)
    if found is None or found[1] in words(asked.name):
        return False
    runs_it = bool(RUNS.match(one.name)) and closeness(RUNS.sub("", one.name), asked.name) == 1
    return not (runs_it and one.required >= asked.required and takes_as_many(asked, one))


def is_compared_with(one: Offered, asked: Asked) -> bool:
    """Whether its name says that it is there to compare a solution with: `softmax_ref`, `reference_softmax`."""
    return not (REFERENCE & set(words(one.path))) <= set(words(asked.name))


def checks_it(one: Offered, asked: Asked) -> bool:
    """Whether its name says that it tests a solution: `check_softmax`."""
    found = CHECKS.match(one.name)
    return found is not None and found[1] not in words(asked.name)


def bound_alike(asked: Asked, one: Offered) -> dict[str, str]:
    """Which of its parameters have an equal or a usual name of what is asked for."""
    own, wanted = ([(name, None) for name in names] for names in (taken_by(one, asked), asked.parameters))
    return by_likeness(wanted, own)


def takes_all_by_name(asked: Asked, one: Offered) -> bool:
    """Whether it could be called as asked, and its names say so of each parameter."""
    return takes_as_many(asked, one) and len(bound_alike(asked, one)) == len(asked.parameters)


def is_of_a_solution(one: Offered) -> bool:
    """Whether it is a method of a class `Solution`."""
    owner, dot, _ = one.path.partition(".")
    return bool(dot) and SOLUTION.match(owner) is not None


def asks_for_more(asked: Asked, offered: Sequence[Offered], best: Offered, tree: ast.Module) -> list[Offered]:
    """Functions that need more than the problem gives, but have a word of its name, as the best that can be called has none.

    What another one calls is a part of that.
    """
    wanted, helpers = set(words(asked.name)), names_called_in_functions(tree)
    if not wanted.isdisjoint(words(best.name)) or best.is_module:
        return []
    return [
        one
        for one in offered
        if not takes_as_many(asked, one) and one.path not in helpers and not wanted.isdisjoint(words(one.name))
    ]


def most_alike(asked: Asked, offered: Sequence[Offered], tree: ast.Module) -> list[Offered]:
    """The function that has names for most of what is given, where none can be called as asked: what it lacks is told then.

    Of several the one that has most, then the one whose own name says more of it. What another one calls is a part of that.
    """
    helpers = names_called_in_functions(tree)
    alone = [one for one in offered if "." not in one.path and one.path not in helpers and not is_beside(one, asked)]
    known = [(len(bound_alike(asked, one)), len({*words(one.name)} & {*words(asked.name)}), one) for one in alone]
    best = max(known, key=lambda each: each[:2], default=None)
    return [best[2]] if best is not None and 2 * best[0] > len(asked.parameters) > 1 else []


def can_be_made(one: Offered, asked: Asked) -> bool:
    """Whether the problem gives all that a method's class must be made with, or what it takes of its object beside."""
    asked = as_looked_up(asked, one)
    if one.denoiser:  # what it gives is given, or the problem gives it to be called
        has_its_noise = NOISE in asked.parameters[: asked.required] and FUNCTIONS.isdisjoint(asked.parameters)
        if one.is_module or not has_its_noise:
            return one.is_module and not has_its_noise
    if one.is_sized:  # weights that the problem gives stand in its class: only its name says that it is meant
        is_named = is_from_the_first(one, asked) or not {*words(one.name)}.isdisjoint(words(asked.name))
        return one.required < asked.required and is_named
    if one.is_layer:
        return is_backward(asked.name)
    if one.scheduling is not None:
        return one.scheduling.is_asked(wanted_by(asked), one.settings)
    if one.is_stepping:
        return set(STEPPED) <= set(asked.parameters)
    if one.is_lent and one.has_tables and not set(SCHEDULES).isdisjoint(asked.parameters):
        return True
    if one.is_lent:
        shown = {*OF_VIEWS, *OF_SAMPLES} if {*VIEWS} <= {*asked.parameters} else set[str]()
        lent = {name for name in one.borrowed if name not in {*NOWHERE, *shown}}
        return lent.isdisjoint(one.parameters) and all(source_of(name, asked.parameters) for name in lent)
    is_of_a_schedule = is_made_of_a_schedule(one) and not set(SCHEDULES).isdisjoint(asked.parameters)
    is_made = all(
        is_given(setting, asked) or (is_of_a_schedule and makes_a_schedule(setting))
        for setting in one.settings
        if setting not in starts_in(asked.parameters, one.settings)
    )
    return (
        is_made
        or is_made_of_all(one, asked)
        or is_made_but_for_a_name(one, asked)
        or is_made_with_the_function(one, asked)
    )


def is_made_with_the_function(one: Offered, asked: Asked) -> bool:
    """Whether its class is made with one thing under no usual name, which it calls, and the problem gives one to be called.

    `BaseEnergy(fn).score(x)`, for `energy` and `x`.
    """
    unlike = [setting for setting in one.settings if not is_given(setting, asked)]
    alike = bound_alike(asked, one)
    free = [name for name in asked.parameters[: asked.required] if name in FUNCTIONS and name not in alike]
    return len(unlike) == len(free) == 1 and unlike[0] in one.called and one.required <= asked.required


def is_made_but_for_a_name(one: Offered, asked: Asked) -> bool:
    """Whether its class and it take as much as the problem gives, all but one under usual names: `scale` for `step`, then."""
    unlike = [setting for setting in one.settings if not is_given(setting, asked)]
    alike = bound_alike(asked, one)
    is_sure = len(unlike) == 1 and are_enough(one.settings, len(alike)) and not makes_a_schedule(unlike[0])
    return (
        is_sure
        and one.required == asked.required
        and unlike[0] not in alike.values()
        and len(alike) == asked.required - 1
    )


def made_with_the_one_left(tree: ast.Module, asked: Asked) -> list[Offered]:
    """The one method of the file that takes all that the problem gives but one, which its class is made with, or the other way.

    `CPU(cooldown).time(tasks)` for `tasks` and `n`. Or that takes nothing, of a class that is made with all, whatever it is
    called: `Levenshtein(s1, s2).compute()`. For files where nothing else answers.
    """
    found = [one for one in functions(tree) if one.settings and not (one.is_lent or one.is_layer or one.is_module)]
    found = [one for one in found if needed_by(one, asked) == asked.required and not is_beside(one, asked)]
    return found if len(found) == 1 and (takes_nothing(found[0], asked) or has_one_left(found[0], asked)) else []


def has_one_left(one: Offered, asked: Asked) -> bool:
    """Whether all but one of what must be given, on both sides, have usual names, and that one is no schedule or config."""
    alike = bound_alike(asked, one)
    needed = [name for name in one.parameters if name not in one.options and name not in alike.values()]
    given = [name for name in asked.parameters[: asked.required] if name not in alike]
    is_plain = not any(makes_a_schedule(name) or is_whole(name) for name in needed)
    return len(needed) == len(given) == 1 and is_plain and not OF_SETTINGS.search(one.path.partition(".")[0])


def are_enough(settings: Collection[str], known: int) -> bool:
    """Whether one of a class's settings is known by what is left: beside others of them, and enough that have usual names."""
    return len(settings) >= SURE or (len(settings) > 1 and known >= SURE)


def is_made_of_all(one: Offered, asked: Asked) -> bool:
    """Whether its class takes all that the problem gives, under whatever names: `MaxPathSum(root).max_path_sum()`.

    Its name must say so, or that of its class: nodes are made of a value, too.
    """
    return (
        takes_nothing(one, asked)
        and max(closeness(asked.name, part) for part in (one.name, *one.path.split("."))) >= ALIKE
    )


def takes_nothing(one: Offered, asked: Asked) -> bool:
    """Whether a method takes nothing, and its class as much as the problem gives, and no settings."""
    is_made = one.required == len(one.settings) and needed_by(one, asked) == asked.required
    return is_made and not any(makes_a_schedule(name) or is_whole(name) for name in one.settings)


def needed_by(one: Offered, asked: Asked) -> int:
    """How much it and its class must be given, but for both sides of the one grid that is given: `Graph(row, col, g)`."""
    sides = [name for name in one.settings if is_length(name) and name not in asked.parameters]
    return one.required - (2 if asked.required == 1 and len(sides) == 2 else 0)


def taken_by(one: Offered, asked: Asked) -> tuple[str, ...]:
    """Its parameters, and what the problem gives that it takes from its object, or draws for itself."""
    lent = [found[0] for name in one.borrowed if (found := source_of(name, asked.parameters)) is not None]
    lent += [name for name in SCHEDULES if name in asked.parameters and is_made_of_a_schedule(one)]
    lent += [name for name in SCHEDULES if tables_of(one, asked, name)]
    lent += set_in_file(one, asked)
    lent += [name for name in asked.parameters[: asked.required] if any(counts(name, own) for own in one.counted)]
    drawn = [name for name in (*DRAWN, *DRAWN_EVENLY) if one.draws and name in asked.parameters]
    lent += [name for name in drawn if is_drawn(name, one, asked)][:1]
    return (*one.parameters, *(name for name in dict.fromkeys(lent) if name not in one.parameters))


def wanted_by(asked: Asked) -> Parameters:
    """What the problem gives, and what of that it must give."""
    return [(name, REQUIRED if i < asked.required else None) for i, name in enumerate(asked.parameters)]


def set_in_file(one: Offered, asked: Asked) -> Collection[str]:
    """What the problem gives, and a function reads where its file sets it, in the place of a parameter."""
    if "." in one.path or asked.is_class:
        return ()
    return settings_read(wanted_by(asked), [(name, None) for name in one.parameters], one.kept)


def tables_of(one: Offered, asked: Asked, schedule: str) -> Collection[str]:
    """The parameters that must be given and are tables of the schedule that the problem gives; one takes that in their place."""
    if "." in one.path or schedule not in asked.parameters[: asked.required]:
        return ()
    return tables_beside(one.parameters[: one.required], schedule, asked.parameters)


def is_made_of_a_schedule(one: Offered) -> bool:
    """Whether its object makes a schedule of noise for itself, and the method reads a table of that."""
    return one.has_tables or any(source_of(name, (schedule,)) for name in one.kept for schedule in SCHEDULES)


def is_drawn(name: str, one: Offered, asked: Asked) -> bool:
    """Whether it has no parameter for a noise that it may draw; `eps` is a step's size where the problem calls that so."""
    return not any(likeness(name, own) for own in one.parameters if own not in asked.parameters or own == name)


def is_given(setting: str, asked: Asked) -> bool:
    """Whether the problem gives what a class is made with, by its name, or as a size of what it gives."""
    is_shown = setting in in_a_row(asked.parameters) or bool(sizes_shown_in(asked.parameters, [(setting, None)]))
    return is_shown or any(likeness(name, setting) for name in asked.parameters)


def is_for_a_needed_one(option: str, asked: Asked) -> bool:
    """Whether a class may be made with what the problem must give, and not with what may be left out there: `l2` of a ridge."""
    needed, rest = asked.parameters[: asked.required], asked.parameters[asked.required :]
    best = max((likeness(name, option) for name in rest), default=0)
    return any(likeness(name, option) > best for name in needed)


LEAST_LETTERS = 3
"""A name that is longer says what it holds; `x` and `ids` are those of many things."""


def named(one: Offered, asked: Asked) -> float:
    """0 to 1: how much its name, or that of its class, says that it is meant; `score` of `score_from_energy` says all."""
    names = (asked.name, asked.name.partition("_from_")[0])
    is_told_by_both = sorted(words(one.path)) == sorted(words(asked.name))  # `IWAE.bound` of `iwae_bound`
    from_what = ALIKE if is_from_the_first(one, asked) else 0.0
    alike = max(closeness(name, own) for name in names for own in (one.name, one.owner))
    return 1.0 if is_told_by_both else max(alike, from_what)


def is_from_the_first(one: Offered, asked: Asked) -> bool:
    """Whether its name says that it makes something from what is given first, in a word: `get_output_from_indices`."""
    first = words(asked.parameters[0]) if asked.parameters else []
    is_a_word = any(len(word) > LEAST_LETTERS for word in first)
    return is_a_word and words(one.name)[-len(first) - 1 :] == ["from", *first]


def takes_as_many(asked: Asked, one: Offered) -> bool:
    """Whether it could be called as asked: no more required arguments than are passed, room for those that must be."""
    asked = as_looked_up(asked, one)
    if goes_back_from_a_cache(asked, one):
        return True
    are_lengths = len(asked.parameters) == asked.required > 1 and all(map(says_a_size, asked.parameters))
    if are_lengths and (one.fills or one.is_of_a_shape):
        return True
    if holds_gate_and_up_in_one(asked, one):
        return True
    if (
        one.is_of_pairs and len(asked.parameters) == asked.required == 2
    ):  # `combine(partials)`, of outputs and their sums
        return True
    if one.required == asked.required - 1 and column_lacking(one.columns, asked.parameters, one.parameters):
        return True
    if one.of_entries and one.required - 1 + len(one.of_entries) == asked.required:
        return True  # of a list of objects, `found.box` and `found.score`
    if "." not in one.path and one.required == 2 and len(one.borrowed) == asked.required > 2:
        return True  # of two objects, `real.mu` and `fake.mu`
    if one.halved and are_of_both(asked, one):
        return True
    if one.rewards and asked.required == 1 and WORD in asked.parameters[0]:
        return True
    holds_all = any(map(is_whole, one.parameters[: one.required]))
    most = (
        None
        if one.most is None or holds_all
        else one.most + sum(is_for_a_needed_one(name, asked) for name in one.options)
    )
    most = None if most is None else most + len(taken_by(one, asked)) - len(one.parameters)
    lengths = [name for name in one.parameters if is_length(name) and name not in asked.parameters]
    given = set(bound_alike(asked, one).values()) if one.may_be_none else set[str]()
    nothing = [name for name in one.may_be_none if name not in given]
    tails = [name for name in one.parameters if is_continued(name, asked.parameters)]
    needed = max(one.required - len(lengths), min(one.required, len(asked.parameters))) - len(nothing) - len(tails)
    must = one.parameters[: one.required]
    needed -= len(masks_in(asked.parameters, must)) + len({*must}.intersection(OF_SAMPLES) - {*asked.parameters})
    needed -= len(starts_in(asked.parameters, must)) + len({*must}.intersection(WHERE) - {*asked.parameters})
    needed -= takes_their_product(asked.parameters, must)
    needed -= taken_apart(asked, one) + len(chosen_by_name(asked, one)) + one.twice
    needed -= len(sizes_shown_in(asked.parameters, [(name, None) for name in must if not is_length(name)]))
    needed -= sum(max(len(tables_of(one, asked, name)) - 1, 0) for name in SCHEDULES)
    return needed <= len(asked.parameters) and (most is None or most >= asked.required)


def are_of_both(asked: Asked, one: Offered) -> bool:
    """Whether what it cuts in two holds both answers of all models, `logps`, and it takes the rest of what must be given."""
    given = [(name, REQUIRED) for name in asked.parameters[: asked.required]]
    holds_all = 2 * len(one.halved) == len(sides_in(given))
    return holds_all and asked.required <= one.required + len(one.halved) <= len(asked.parameters)


def holds_gate_and_up_in_one(asked: Asked, one: Offered) -> bool:
    """Whether it must be given one matrix, by its name, where a gated layer's problem gives two: `w_gate_up`."""
    must = one.parameters[: one.required]
    is_asked = {"w_gate", "w_up"} <= {*asked.parameters} and "." not in one.path
    return is_asked and len(must) == asked.required - 1 and sum(bool(OF_BOTH.search(name)) for name in must) == 1


def goes_back_from_a_cache(asked: Asked, one: Offered) -> bool:
    """Whether it is a backward pass, as is asked for, that takes the gradient and what its forward pass has left.

    What that takes is in its cache: `scaled_dot_product_backward(dout, cache)`, whatever its forward pass is called.
    """
    left = [name for name in one.parameters if name in LEFT_BEHIND]
    is_one = is_backward(asked.name) and is_backward(one.name) and one.name != asked.name
    return is_one and len(left) == 1 and one.required == 2 and asked.required > 2


def chosen_by_name(asked: Asked, one: Offered) -> set[str]:
    """The parameters that must be given, and for which the problem's name says a text: `kind == "k3"` for `k3_kl`."""
    needed = one.parameters[: one.required]
    return {name for name, text in one.compared if name in needed and says_the_mode(text, asked.name)}


def taken_apart(asked: Asked, one: Offered) -> int:
    """How many parameters more it has for what the problem gives as one: the parts of `betas`, those of a state, gates."""
    averages, count = kept_in(one.parameters, asked.parameters)
    parts = [
        name for name in one.parameters for whole in asked.parameters for i in (0, 1) if is_part(f"{whole}.{i}", name)
    ]
    gates = gates_in(asked.parameters, one.parameters)
    return sum(max(number - 1, 0) for number in (len(averages) + bool(count), len(parts), len(gates)))


def has_the_whole_name(one: Offered, asked: Asked) -> bool:
    """Whether a class is called as the one that is asked for, with a model's name before: `ViTPatchEmbeddings`."""
    before, whole, _ = spelling(one.name).partition(spelling(asked.name))
    return asked.is_class and bool(whole) and before in MODELS


def names_called_in_functions(tree: ast.Module) -> set[str]:
    """What one function calls of another is its helper, and so is a class that another one derives from."""
    found = set[str]()
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            found |= set(bases_of(node))
        if isinstance(node, Function | ast.ClassDef) and not BESIDE.match(node.name):
            found |= names_called(node) - {node.name}
        if isinstance(node, Function):  # a method without its class
            found |= called_of_itself(node) - {node.name}
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{name}" for name in methods_called(node)}
    return found


def names_that_classes_need(tree: ast.Module) -> set[str]:
    """Functions that methods call, and what these call in turn: parts of a class. A class of tests needs what it tests."""
    calls = {node.name: names_called(node) for node in tree.body if isinstance(node, Function | ast.ClassDef)}
    made = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    made = [node for node in made if not node.name.startswith("Test") and "TestCase" not in bases_of(node)]
    found = set[str]()
    left = [name for node in made for name in calls[node.name]]
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left += calls.get(name, ())
    return found


def left_by_constructors(tree: ast.Module, asked: Asked) -> list[Offered]:
    """What objects keep under a usual name of what is asked for, of classes that are made with what is given."""
    return [one for one in tables_kept(tree, asked.name) if takes_as_many(asked, one)]


def tables_kept(tree: ast.Module, name: str) -> list[Offered]:
    """What objects keep under a usual name of this one, with what their classes are made with.

    Where one keeps the `alphas` and their `alphas_cumprod`, the latter is meant. What its class is given under that name is
    none: `self.gae_lambda = gae_lambda`.
    """
    found = []
    for node in (node for node in tree.body if isinstance(node, ast.ClassDef)):
        names, required = tuple(all_settings_of(node)), len(settings_of(node))
        made = [inner for inner in node.body if isinstance(inner, ast.FunctionDef) and inner.name == "__init__"]
        kept = set[str]().union(*map(attributes_set, made), *map(buffers_set, made))
        alike = sorted(one for one in kept.difference(names) if likeness(name, one))
        stems = {one for one in alike for other in alike if other.startswith(f"{one}_") and is_usual(name, other)}
        found += [Offered(one, f"{node.name}.{one}", names, required, len(names)) for one in alike if one not in stems]
    return found
