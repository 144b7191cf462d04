"""Beam search (Lowerre 1976, the Harpy system; for neural models Sutskever et al. 2014, arXiv:1409.3215, section 3.2).

    score(y_1..y_t) = Σ_i log p(y_i | y_1..y_{i-1})

From step to step the best `beam` hypotheses are kept. One that ends with eos is finished: it is not extended any more, but it
competes with the others for its place, with the score that it has. A log-probability is at most 0, so that no score ever grows:
a finished hypothesis at the top has won. There is no division by the length, so that short ones are favoured.

log_probs: a function of a list of ids, the start included, that gives V log-probabilities of the next one.
Returns: the ids of the hypothesis with the largest score, start and eos included, at most max_len of them.
"""

import math
import random
from collections.abc import Callable, Iterator
from typing import Any

import torch

from reference_impls.problem import Draw, FunctionSlip, Observation, Problem, Scenario, Slip, World

Model = Callable[[list[int]], Any]
"""It gives a NumPy array."""


def beam_search(log_probs: Model, start: int, beam: int, max_len: int, eos: int) -> list[int]:
    """The best hypothesis that a beam of this width finds."""
    kept = [(0.0, [start])]  # score and ids, best first
    for _ in range(max_len - 1):
        found = []
        for score, ids in kept:
            if ids[-1] == eos:
                found.append((score, ids))  # finished
            else:
                for token, log_p in enumerate(log_probs(ids).tolist()):
                    found.append((score + log_p, [*ids, token]))
        kept = sorted(found, key=lambda one: one[0], reverse=True)[:beam]
    return kept[0][1]


# ----------------------------------------------------------------------------------------------------------------------

ENTRY = "beam_search"
CLEAR = 1e-3
"""How far apart two scores are where one is kept and the other is not: further than any rounding."""


def random_model(draw: Draw, V: int, eos: int, bias: float) -> Model:
    """Log-probabilities that depend on all ids so far; the logit of eos is raised by `bias`."""
    seed, known = draw.integer(0, 2**30), dict[tuple[int, ...], Any]()

    def log_probs(ids: list[int]) -> Any:
        key = tuple(int(i) for i in ids)
        if key not in known:
            place = seed
            for i in key:
                place = (place * 1_000_003 + i + 1) % 2**61
            source = random.Random(place)  # much quicker than a generator of torch
            logits = [source.gauss(bias if i == eos else 0.0, 1.3) for i in range(V)]
            total = math.log(sum(map(math.exp, logits)))
            known[key] = draw.floating([logit - total for logit in logits]).numpy()
        return known[key].copy()

    return log_probs


def is_clear(log_probs: Model, start: int, beam: int, max_len: int, eos: int) -> bool:
    """Whether no decision of the search hangs on rounding: at the border of the beam, and between the best two at the end."""
    kept = [(0.0, [start])]
    for _ in range(max_len - 1):
        found = [one for one in kept if one[1][-1] == eos]
        for score, ids in kept:
            if ids[-1] != eos:
                found += [(score + p, [*ids, i]) for i, p in enumerate(log_probs(ids).tolist())]
        found.sort(key=lambda one: -one[0])
        if len(found) > beam and found[beam - 1][0] - found[beam][0] < CLEAR:
            return False
        kept = found[:beam]
    return len(kept) < 2 or kept[0][0] - kept[1][0] > CLEAR


def search(
    world: World, draw: Draw, V: int, beam: int, max_len: int, eos: int, bias: float = 0.0
) -> Iterator[Observation]:
    """One call on a random model whose decisions are clear."""
    start = (eos + draw.integer(1, V - 1)) % V
    model = random_model(draw, V, eos, bias)
    while not is_clear(model, start, beam, max_len, eos):
        model = random_model(draw, V, eos, bias)
    label = f"{V} tokens, start={start}, beam={beam}, max_len={max_len}, eos={eos}"
    yield label, world.call(ENTRY, world.spy(model), start, beam, max_len, eos)


def on_random_models(
    name: str, V: int, beam: int, max_len: int, eos: int, bias: float = 0.0, calls: int = 3
) -> Scenario:
    """A few calls of one kind."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        for number in range(calls):
            for label, value in search(world, draw, V, beam, max_len, eos, bias):
                yield f"model {number}: {label}", value

    return Scenario(name, steps)


def of_a_table(
    name: str, table: dict[tuple[int, ...], list[float]], V: int, beam: int, max_len: int, eos: int
) -> Scenario:
    """A call on probabilities that are written down by the ids after the start, which is 0; all others are equal."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        def log_probs(ids: list[int]) -> Any:
            row = table.get(tuple(int(i) for i in ids)[1:], [1 / V] * V)
            return draw.floating([math.log(p) for p in row]).numpy()

        named = {(0, *key): row for key, row in table.items()}
        label = f"probabilities {named}, start=0, beam={beam}, max_len={max_len}, eos={eos}"
        yield label, world.call(ENTRY, world.spy(log_probs), 0, beam, max_len, eos)

    return Scenario(name, steps)


def many_small(world: World, draw: Draw) -> Iterator[Observation]:
    """Random widths, lengths, and chances to end."""
    for number in range(24):
        V = draw.integer(2, 4)
        args = V, draw.integer(1, 4), draw.integer(2, 5), draw.integer(0, V - 1), draw.real(-1.0, 1.5)
        for label, value in search(world, draw, *args):
            yield f"model {number}: {label}", value


def cases(draw: Draw) -> Iterator[Scenario]:
    del draw
    yield on_random_models("the start alone", 3, 2, 1, 2, calls=1)
    yield on_random_models("one step", 4, 2, 2, 3)
    yield of_a_table(
        "the best first token is not on the best path",
        {(): [0.02, 0.5, 0.4, 0.08], (1,): [0.22, 0.25, 0.3, 0.23], (2,): [0.02, 0.03, 0.9, 0.05]},
        4, 2, 3, 3,
    )  # fmt: skip
    yield of_a_table(
        "a short one ends below what is unfinished",
        {(): [0.02, 0.6, 0.08, 0.3], (1,): [0.05, 0.7, 0.2, 0.05], (1, 1): [0.04, 0.1, 0.8, 0.06]},
        4, 2, 4, 3,
    )  # fmt: skip
    yield of_a_table(
        "a short one beats long ones of likelier tokens",
        {(): [0.05, 0.5, 0.15, 0.3], (1,): [0.1, 0.55, 0.15, 0.2], (1, 1): [0.1, 0.5, 0.12, 0.28]},
        4, 3, 4, 3,
    )  # fmt: skip
    yield of_a_table(
        "one that is finished is overtaken by two",
        {
            (): [0.02, 0.85, 0.03, 0.1], (1,): [0.1, 0.45, 0.4, 0.05], (1, 1): [0.27, 0.25, 0.24, 0.24],
            (1, 2): [0.01, 0.01, 0.97, 0.01],
        },
        4, 2, 4, 3,
    )  # fmt: skip
    yield of_a_table(
        "one that is finished is dropped and would win later",
        {
            (): [0.04, 0.5, 0.24, 0.22], (1,): [0.22, 0.25, 0.3, 0.23], (2,): [0.25, 0.27, 0.24, 0.24],
        },
        4, 2, 3, 3,
    )  # fmt: skip
    yield of_a_table(
        "one that is finished is pushed out by two and would win later",
        {
            (): [0.02, 0.85, 0.03, 0.1], (1,): [0.1, 0.45, 0.4, 0.05], (1, 1): [0.235, 0.26, 0.255, 0.25],
            (1, 2): [0.25, 0.26, 0.25, 0.24],
        },
        4, 2, 4, 3,
    )  # fmt: skip
    yield of_a_table(
        "the best path starts outside the beam",
        {
            (): [0.17, 0.35, 0.25, 0.21, 0.02], (1,): [0.2, 0.3, 0.18, 0.16, 0.16], (2,): [0.15, 0.17, 0.38, 0.16, 0.14],
            (3,): [0.1, 0.1, 0.05, 0.7, 0.05], (0,): [0.0025, 0.0025, 0.0025, 0.99, 0.0025],
        },
        5, 2, 3, 4,
    )  # fmt: skip
    yield of_a_table(
        "a short one stays in the beam",
        {
            (): [0.03, 0.66, 0.05, 0.26], (1,): [0.15, 0.36, 0.34, 0.15], (1, 1): [0.24, 0.27, 0.25, 0.24],
            (1, 2): [0.01, 0.01, 0.97, 0.01],
        },
        4, 2, 4, 3,
    )  # fmt: skip
    yield on_random_models("a beam of one", 4, 1, 5, 3)
    yield on_random_models("a beam wider than the vocabulary", 3, 5, 4, 0)
    yield on_random_models("a beam that holds everything", 2, 40, 5, 1)
    yield on_random_models("all end at once", 2, 2, 20, 1, bias=4.0)
    yield on_random_models("none ends", 3, 2, 6, 0, bias=-9.0, calls=2)
    yield on_random_models("eos is the first token", 4, 3, 5, 0, bias=0.5)
    yield on_random_models("eos is in the middle", 4, 2, 5, 1, bias=1.0)
    yield on_random_models("a longer search", 3, 3, 7, 2, bias=0.3, calls=2)
    yield Scenario("many small models", many_small)


def finished_set_aside_and_preferred(log_probs: Model, start: int, beam: int, max_len: int, eos: int) -> list[int]:
    live: list[tuple[float, list[int]]] = [(0.0, [start])]
    done: list[tuple[float, list[int]]] = []
    for _ in range(max_len - 1):
        found = [(score + p, [*ids, i]) for score, ids in live for i, p in enumerate(log_probs(ids).tolist())]
        best = sorted(found, key=lambda one: one[0], reverse=True)[:beam]
        done += [one for one in best if one[1][-1] == eos]
        live = [one for one in best if one[1][-1] != eos]
    return max(done or live, key=lambda one: one[0])[1]


def full_beam_of_unfinished(log_probs: Model, start: int, beam: int, max_len: int, eos: int) -> list[int]:
    live: list[tuple[float, list[int]]] = [(0.0, [start])]
    done: list[tuple[float, list[int]]] = []
    for _ in range(max_len - 1):
        found = [(score + p, [*ids, i]) for score, ids in live for i, p in enumerate(log_probs(ids).tolist())]
        done += [one for one in found if one[1][-1] == eos]
        live = [one for one in found if one[1][-1] != eos]
        live = sorted(live, key=lambda one: one[0], reverse=True)[:beam]
    return max(done + live, key=lambda one: one[0])[1]


def beam_shrinks(log_probs: Model, start: int, beam: int, max_len: int, eos: int) -> list[int]:
    live: list[tuple[float, list[int]]] = [(0.0, [start])]
    done: list[tuple[float, list[int]]] = []
    for _ in range(max_len - 1):
        found = [(score + p, [*ids, i]) for score, ids in live for i, p in enumerate(log_probs(ids).tolist())]
        best = sorted(found, key=lambda one: one[0], reverse=True)[: beam - len(done)]
        done += [one for one in best if one[1][-1] == eos]
        live = [one for one in best if one[1][-1] != eos]
    return max(done + live, key=lambda one: one[0])[1]


def first_finished(log_probs: Model, start: int, beam: int, max_len: int, eos: int) -> list[int]:
    kept = [(0.0, [start])]
    for _ in range(max_len - 1):
        found = [(score + p, [*ids, i]) for score, ids in kept for i, p in enumerate(log_probs(ids).tolist())]
        kept = sorted(found, key=lambda one: one[0], reverse=True)[:beam]
        for _, ids in kept:
            if ids[-1] == eos:
                return ids
    return kept[0][1]


def lost_until_none_is_left(log_probs: Model, start: int, beam: int, max_len: int, eos: int) -> list[int]:
    kept = [(0.0, [start])]
    for _ in range(max_len - 1):
        live = [one for one in kept if one[1][-1] != eos]
        if not live:
            break
        found = [(score + p, [*ids, i]) for score, ids in live for i, p in enumerate(log_probs(ids).tolist())]
        kept = sorted(found, key=lambda one: one[0], reverse=True)[:beam]
    return kept[0][1]


def extended_until_all_end(log_probs: Model, start: int, beam: int, max_len: int, eos: int) -> list[int]:
    kept = [(0.0, [start])]
    for _ in range(max_len - 1):
        found = [(score + p, [*ids, i]) for score, ids in kept for i, p in enumerate(log_probs(ids).tolist())]
        kept = sorted(found, key=lambda one: one[0], reverse=True)[:beam]
        if all(ids[-1] == eos for _, ids in kept):
            break
    return kept[0][1]


def each_its_best(log_probs: Model, start: int, beam: int, max_len: int, eos: int) -> list[int]:
    kept = [(0.0, [start])]
    for step in range(max_len - 1):
        found = []
        for score, ids in kept:
            if ids[-1] == eos:
                found.append((score, ids))
            else:
                own = [(score + p, [*ids, i]) for i, p in enumerate(log_probs(ids).tolist())]
                own.sort(key=lambda one: one[0], reverse=True)
                found += own[: beam if step == 0 else 1]
        kept = sorted(found, key=lambda one: one[0], reverse=True)[:beam]
    return kept[0][1]


def normalised_at_the_end(log_probs: Model, start: int, beam: int, max_len: int, eos: int) -> list[int]:
    kept = [(0.0, [start])]
    for _ in range(max_len - 1):
        found = []
        for score, ids in kept:
            if ids[-1] == eos:
                found.append((score, ids))
            else:
                found += [(score + p, [*ids, i]) for i, p in enumerate(log_probs(ids).tolist())]
        kept = sorted(found, key=lambda one: one[0], reverse=True)[:beam]
    return max(kept, key=lambda one: one[0] / max(len(one[1]) - 1, 1))[1]


def padded_with_eos(log_probs: Model, start: int, beam: int, max_len: int, eos: int) -> list[int]:
    kept = [(0.0, [start])]
    for _ in range(max_len - 1):
        found = []
        for score, ids in kept:
            if ids[-1] == eos:
                found.append((score, [*ids, eos]))
            else:
                found += [(score + p, [*ids, i]) for i, p in enumerate(log_probs(ids).tolist())]
        kept = sorted(found, key=lambda one: one[0], reverse=True)[:beam]
    return kept[0][1]


def finished_set_aside(log_probs: Model, start: int, beam: int, max_len: int, eos: int) -> list[int]:
    live, done = [(0.0, [start])], list[tuple[float, list[int]]]()
    for _ in range(max_len - 1):
        found = [(score + p, [*ids, i]) for score, ids in live for i, p in enumerate(log_probs(ids).tolist())]
        best = sorted(found, key=lambda one: one[0], reverse=True)[:beam]
        done += [one for one in best if one[1][-1] == eos]
        live = [one for one in best if one[1][-1] != eos]
        if not live:
            break
    return max(done + live, key=lambda one: one[0])[1]


PROBLEM = Problem(
    id="beam-search",
    entries=(beam_search,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
    slips=(
        FunctionSlip(
            "finished-set-aside",
            {"beam_search": finished_set_aside},
            "Finished hypotheses are set aside and never leave; here they compete for the places of the beam, and one that two "
            "better ones push out is lost.",
        ),
        Slip(
            "stops-when-any-is-finished",
            "kept = sorted(found, key=lambda one: one[0], reverse=True)[:beam]",
            "kept = sorted(found, key=lambda one: one[0], reverse=True)[:beam]\n"
            "        if any(ids[-1] == eos for _, ids in kept):\n            break",
            "The search stops as soon as one of the kept is finished; others may still become better: stop when all are.",
        ),
        Slip(
            "greedy",
            "[:beam]",
            "[:1]",
            "Only the best hypothesis is kept, whatever the beam: this is greedy decoding. Keep the best `beam` of "
            "them.",
        ),
        Slip(
            "beam-one-wider",
            "[:beam]",
            "[: beam + 1]",
            "One hypothesis too many is kept at each step: keep `beam` of them.",
        ),
        Slip(
            "beam-one-narrower",
            "[:beam]",
            "[: max(beam - 1, 1)]",
            "One hypothesis too few is kept at each step: keep `beam` of them.",
        ),
        Slip(
            "never-pruned",
            "[:beam]",
            "",
            "Nothing is dropped, so that every sequence is looked at: that finds the best of all, and takes "
            "exponential time. Keep the best `beam` after each step.",
        ),
        Slip(
            "worst-kept",
            ", reverse=True",
            "",
            "The hypotheses with the lowest scores are kept: log-probabilities are negative, and the largest is the "
            "best.",
        ),
        Slip(
            "scores-not-added",
            "(score + log_p, [*ids, token])",
            "(log_p, [*ids, token])",
            "Hypotheses are compared by their last log-probability alone; the score is the sum over all their tokens.",
        ),
        Slip(
            "probabilities-added",
            "(score + log_p, [*ids, token])",
            "(score + 2.718281828459045**log_p, [*ids, token])",
            "Probabilities are added up, so that longer is always better; add log-probabilities.",
        ),
        Slip(
            "scores-multiplied",
            "(score + log_p, [*ids, token])",
            "(score * log_p if len(ids) > 1 else log_p, [*ids, token])",
            "Log-probabilities are multiplied; the logarithm of a product is a sum: add them.",
        ),
        Slip(
            "last-token-alone",
            "log_probs(ids)",
            "log_probs(ids[-1:])",
            "The model gets the last token alone; it needs the whole hypothesis, from the start.",
        ),
        Slip(
            "start-not-shown",
            "log_probs(ids)",
            "log_probs(ids[1:])",
            "The model gets the hypothesis without the start; it needs all ids, the start included.",
        ),
        Slip(
            "finished-are-extended",
            "if ids[-1] == eos:",
            "if False:",
            "Hypotheses go on after eos; one that ends with it is finished, and keeps its ids and its score.",
        ),
        FunctionSlip(
            "finished-are-extended-until-all-end",
            {"beam_search": extended_until_all_end},
            "Hypotheses go on after eos, until all of the beam end with it at once; one that ends with eos is "
            "finished, and keeps its ids and its score.",
        ),
        Slip(
            "finished-are-lost",
            "found.append((score, ids))  # finished",
            "pass",
            "Finished hypotheses fall out of the search at the next step; they stay among the candidates with the "
            "score that they have.",
        ),
        FunctionSlip(
            "finished-are-lost-until-none-is-left",
            {"beam_search": lost_until_none_is_left},
            "Finished hypotheses fall out of the search at the next step as long as there are others; they stay "
            "among the candidates with the score that they have.",
        ),
        FunctionSlip(
            "finished-set-aside-and-preferred",
            {"beam_search": finished_set_aside_and_preferred},
            "Finished hypotheses are set aside and win against all unfinished ones: the score alone decides.",
        ),
        FunctionSlip(
            "full-beam-of-unfinished",
            {"beam_search": full_beam_of_unfinished},
            "The beam holds unfinished hypotheses alone, and every finished one is remembered; here finished and "
            "extended ones compete for the same `beam` places.",
        ),
        FunctionSlip(
            "beam-shrinks",
            {"beam_search": beam_shrinks},
            "A finished hypothesis takes its place in the beam for good; it has to compete for it at every step with"
            " those that are extended.",
        ),
        Slip(
            "finished-preferred",
            "return kept[0][1]",
            "return ([one for one in kept if one[1][-1] == eos] or kept)[0][1]",
            "A finished hypothesis is returned although an unfinished one of max_len ids has a larger score: the "
            "score alone decides.",
        ),
        Slip(
            "unfinished-preferred",
            "return kept[0][1]",
            "return ([one for one in kept if one[1][-1] != eos] or kept)[0][1]",
            "An unfinished hypothesis is returned although a finished one has a larger score: the score alone decides.",
        ),
        FunctionSlip(
            "first-finished",
            {"beam_search": first_finished},
            "The search stops as soon as a hypothesis in the beam is finished; others may still beat it. Stop when "
            "all are finished or have max_len ids.",
        ),
        FunctionSlip(
            "each-its-best",
            {"beam_search": each_its_best},
            "After the first step each hypothesis is continued by its own best token alone, `beam` greedy searches "
            "side by side; all extensions of all hypotheses compete.",
        ),
        FunctionSlip(
            "normalised-at-the-end",
            {"beam_search": normalised_at_the_end},
            "At the end scores are divided by the number of tokens that were added; there is no length normalisation"
            " here.",
        ),
        Slip(
            "normalised-by-all-ids",
            "return kept[0][1]",
            "return max(kept, key=lambda one: one[0] / len(one[1]))[1]",
            "At the end scores are divided by the number of ids; there is no length normalisation here.",
        ),
        Slip(
            "normalised-in-the-beam",
            "key=lambda one: one[0], reverse",
            "key=lambda one: one[0] / len(one[1]), reverse",
            "Scores are divided by the length wherever they are compared; there is no length normalisation here.",
        ),
        Slip(
            "normalised-in-the-beam-by-new-tokens",
            "key=lambda one: one[0], reverse",
            "key=lambda one: one[0] / (len(one[1]) - 1), reverse",
            "Scores are divided by the number of added tokens wherever they are compared; there is no length "
            "normalisation here.",
        ),
        Slip(
            "start-not-counted",
            "range(max_len - 1)",
            "range(max_len)",
            "max_len tokens are added to the start; the start counts, so that at most max_len - 1 are added.",
        ),
        Slip(
            "one-step-too-few",
            "range(max_len - 1)",
            "range(max_len - 2)",
            "The hypotheses get one token too few: they may have max_len ids, the start included.",
        ),
        Slip(
            "start-left-out",
            "return kept[0][1]",
            "return kept[0][1][1:]",
            "The start is missing in the answer: return all ids, start and eos included.",
        ),
        Slip(
            "eos-left-out",
            "return kept[0][1]",
            "return [i for i in kept[0][1] if i != eos]",
            "The eos is missing in the answer: return all ids, start and eos included.",
        ),
        Slip(
            "start-and-eos-left-out",
            "return kept[0][1]",
            "return [i for i in kept[0][1][1:] if i != eos]",
            "Start and eos are missing in the answer: return all ids, both included.",
        ),
        Slip(
            "score-returned-too",
            "return kept[0][1]",
            "return kept[0][1], kept[0][0]",
            "The score comes back, too; the ids alone are asked for.",
        ),
        Slip(
            "all-returned",
            "return kept[0][1]",
            "return [ids for _, ids in kept]",
            "All hypotheses of the beam come back; the ids of the best are asked for.",
        ),
        Slip(
            "pair-returned",
            "return kept[0][1]",
            "return kept[0]",
            "The pair of score and ids comes back; the ids alone are asked for.",
        ),
        Slip(
            "last-of-the-beam",
            "return kept[0][1]",
            "return kept[-1][1]",
            "The worst hypothesis of the beam is returned: the best one has the largest score.",
        ),
        FunctionSlip(
            "padded-with-eos",
            {"beam_search": padded_with_eos},
            "A finished hypothesis is filled up with eos to the length of the others; it ends with its first eos.",
        ),
    ),
)
