"""Every case of every differentiable problem compares gradients; those that do not are listed here, with the reason."""

from __future__ import annotations

from collections.abc import Iterator

import torch

from interview_cli.domain.items.question import Problem as CatalogueEntry
from interview_cli.grading.judge.arguments import Arguments
from interview_cli.grading.judge.expected import HALF, Expected
from reference_impls import index
from reference_impls.problem import Case, Draw, Problem

NO_GRADIENTS = {
    "attention-merge": {
        "many sets without visible keys": "a set without keys has none: the statement compares where all lse are finite",
        "sets without visible keys": "likewise",
        "the first set is empty": "likewise",
    },
    "batch-norm": "whether the running statistics keep the gradient of the batch is everybody's own affair",
    "clip-score": {
        "an embedding with itself": "all of it is rounding: the right one is 0",
        "one channel": "likewise",
    },
    "cross-entropy": {"logits near 1e4, several that count": "float32 rounds the logarithm of the sum"},
    "discrete-posterior": {
        "absorbing kernel, masked and not": "entries that are 0 get a gradient or none, as the products are written",
        "first step: the past is the identity": "likewise",
        "changes of probability 1e-4": "a guarded division moves it in the fourth digit",
    },
    "entropy-from-logits": {
        "one hidden token": "a logit of -inf has none: the statement compares where all are finite",
        "one token left": "likewise",
        "some hidden tokens": "likewise",
        "sure rows and hidden tokens": "likewise",
    },
    "forward-diffuse": {"a level without noise": "the root has no derivative at 0"},
    "gan-losses": {"undecided": "at 0, max(z, 0) and |z| of a softplus by hand have a kink each"},
    "gaussian-kl": {
        "very narrow: sigma near 1e-26": "a clamp, which is right there, has none",
        "sigma near 1e-178, in float64": "likewise",
        "one sample, sigma near 1e-178, in float64": "likewise",
    },
    "iwae-bound": {"near 1e4": "float32 rounds the logarithm of the sum", "near -1e4": "likewise"},
    "joint-attention": {"large scores": "of a saturated softmax it is rounding"},
    "kl-divergence": {
        "zeros in p": "p log p has no derivative at 0",
        "p of one class": "likewise",
        "p and q around a large eps": "likewise",
        "zeros in both": "likewise",
    },
    "layer-norm": {"one feature": "all of its gradient is rounding: the right one is 0"},
    "lpips-distance": {
        "features near 1e-10": "it is as large as 1 / eps: rounding of the length decides",
        "places without any activation": "the length has no derivative at 0",
        "the same direction": "all of it is rounding: the right one is 0",
    },
    "multi-head-latent-attention": {"large scores": "of a saturated softmax it is rounding"},
    "nt-xent": {
        "a tiny temperature": "of a saturated softmax it is rounding",
        "one image: no negatives": "all of it is rounding: the right one is 0",
    },
    "relu": {"zeros": "the derivative at 0 is a convention"},
    "siglip-loss": {"logits of 10,000": "of a saturated sigmoid it is rounding"},
    "softmax": {
        "logits near 1e4, several that count": "float32 rounds the logarithm of the sum",
        "some of -inf beside logits near 1e4": "likewise",
    },
    "volume-rendering": {"through empty space": "at a density of 0, relu(sigma), which is right there, has none"},
}


def takes_tensors(problem: Problem) -> bool:
    """Whether floating tensors go in."""
    cases = [case for case in problem.cases(Draw(3, problem.dtypes[0])) if isinstance(case, Case)]
    given = [value for case in cases for value in (*case.args, *case.kwargs.values())]
    return any(isinstance(value, torch.Tensor) and value.is_floating_point() for value in given)


def cases_without_gradients(problem: Problem) -> Iterator[str]:
    """The names of the cases in which none is compared, though the value depends on something that could have one."""
    expected = Expected(problem, 3)
    arguments = Arguments(expected)
    for number, case in enumerate(expected.cases()):
        if not isinstance(case, Case) or case.raises:
            continue
        tiers = [dtype for dtype in case.dtypes or problem.dtypes if dtype not in HALF]
        if not tiers:
            continue
        reached = expected.answer(number, tiers[0]).gradients()
        compared = [path for path in reached if case.grad and not arguments.is_constant(case, path)]
        if reached and not compared:
            yield case.name


def test_every_differentiable_case_compares_gradients() -> None:
    for problem_id in sorted(index.landed()):
        problem = index.load(problem_id)
        listed = NO_GRADIENTS.get(problem_id, {})
        if problem.grad and not isinstance(listed, str):
            assert sorted(cases_without_gradients(problem)) == sorted(listed), problem_id


def test_problems_without_gradients_say_so_in_the_catalogue(catalogue: dict[str, CatalogueEntry]) -> None:
    silent = {
        problem_id
        for problem_id in index.landed()
        if not index.load(problem_id).grad and catalogue[problem_id].grad and takes_tensors(index.load(problem_id))
    }
    assert silent == set()
