"""How answers to `distillation-loss` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Law, Problem, World, expect
from reference_impls.training.distillation_loss.reference import distillation_loss

FIXED = ("teacher",)
"""No gradient may reach the teacher; that is a law of its own."""


def logits(draw: Draw, N: int, C: int, scale: float = 2.0) -> tuple[Tensor, Tensor, Tensor]:
    """Student, teacher and labels that differ from one row to the next."""
    labels = (draw.integer(0, C - 1) + torch.arange(N)) % C
    return draw.normal(N, C, scale=scale), draw.normal(N, C, scale=scale), labels


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one example", logits(draw, 1, 3), constant=FIXED)
    yield Case("the defaults", logits(draw, 4, 3), constant=FIXED)
    yield Case("temperature 2", logits(draw, 5, 4), {"temperature": 2.0}, constant=FIXED)
    yield Case("temperature 4, lam 2", (*logits(draw, 3, 6), 2.0, 4.0), constant=FIXED)
    yield Case("temperature below 1", logits(draw, 4, 5), {"lam": 0.7, "temperature": 0.5}, constant=FIXED)
    yield Case("lam is 0", logits(draw, 4, 3), {"lam": 0.0, "temperature": 3.0}, constant=FIXED)
    yield Case("lam above 1", (*logits(draw, 2, 4), 1.5), constant=FIXED)
    yield Case("as many examples as classes", logits(draw, 4, 4), {"temperature": 1.5}, constant=FIXED)
    yield Case("two classes", logits(draw, 6, 2), {"lam": 0.3, "temperature": 5}, constant=FIXED)
    student, _, labels = logits(draw, 4, 5)
    yield Case("student and teacher agree", (student, student.clone(), labels), {"temperature": 2.0}, constant=FIXED)
    sharp = draw.floating(6 * student.double().flip(1))
    yield Case("a sharp teacher", (student, sharp, labels), {"temperature": 3.0}, constant=FIXED)
    far = draw.floating([[300.0, 0.0, -50.0], [0.0, 200.0, 10.0]])
    near = draw.floating([[200.0, 100.0, 0.0], [-100.0, 250.0, 0.0]])
    yield Case("large logits", (near, far, torch.tensor([1, 1])), {"temperature": 2.0}, constant=FIXED)
    yield Case("many classes", logits(draw, 3, 40), {"lam": 4.0, "temperature": 2.5}, constant=FIXED)


def the_teacher_is_constant(world: World, draw: Draw) -> None:
    student, teacher, labels = logits(draw, 3, 4)
    cotangent = draw.floating(1.0)
    _, gradients = world.gradients("distillation_loss", student, teacher, labels, 0.8, 2.0, cotangents=[cotangent])
    slope = gradients.get("args[1]")
    still = slope is None or bool((torch.as_tensor(slope) == 0).all())
    expect(still, "a gradient reaches the teacher", "teacher-gradient")


PROBLEM = Problem(
    id="distillation-loss",
    entries=(distillation_loss,),
    cases=cases,
    laws=(Law("no gradient reaches the teacher", the_teacher_is_constant, of_gradients=True),),
)
