"""How the vision transformer is judged.

Public: `get_batch` (data); `to_patches`, `Attention` with qkv and proj, `ViT` with positions and head (model); `EMA` with decay
and model (ema); `lr_at`, `make_optimizer`, `loss_of`, `train_step`, `train`, PEAK_LR, WARMUP (train).
"""

from __future__ import annotations

import copy
import itertools
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from reference_impls.problem import expect, expect_close
from reference_impls.projects.running import Check, Project, with_constant


def model_of(project: Project) -> Any:
    torch.manual_seed(0)
    return project.module("model").ViT(8, 4, width=16, heads=2, layers=1)


def patches_hold_neighbors(project: Project) -> None:
    x = torch.arange(64.0).view(1, 8, 8)
    wanted = torch.stack([x[0, r : r + 2, c : c + 2].flatten() for r in range(0, 8, 2) for c in range(0, 8, 2)])[None]
    expect_close(project.module("model").to_patches(x), wanted, "patches of an 8x8 picture")


def attention_agrees_with_the_formula(project: Project) -> None:
    attention, x = project.module("model").Attention(12, 3), torch.randn(2, 5, 12)
    nn.init.normal_(attention.qkv.weight)
    q, k, v = (part.view(2, 5, 3, 4).transpose(1, 2) for part in attention.qkv(x).chunk(3, dim=-1))
    wanted = attention.proj(F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(2, 5, 12)).detach()
    expect_close(attention(x), wanted, "attention differs from softmax(QKᵀ/√d) V per head")


def positions_matter(project: Project) -> None:
    model = model_of(project)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.3 * torch.randn_like(parameter))
    x = torch.zeros(2, 8, 8)
    x[0, :2, :2] = x[1, 4:6, 6:] = 1.0
    one, other = model(x)
    apart = (one - other).detach().abs().max().item()
    expect(apart > 1e-4, "a picture and one with its patches moved get the same logits")
    (one - other).sum().backward()
    expect(model.positions.grad is not None, "no gradient reaches the positions, so they stay as they began")
    inputs = list[Tensor]()
    model.blocks[0].register_forward_pre_hook(lambda module, args: inputs.append(args[0].detach()))
    with torch.no_grad():
        for shift in (0.0, 0.5):
            model.positions.add_(shift)
            model(x)
    for before, after in itertools.pairwise(inputs):
        expect_close(after[:, 1:], before[:, 1:] + 0.5, "patches after all positions have grown by 0.5")


class Bias(nn.Module):
    """Logits that do not depend on the picture, and what precision the forward pass ran in."""

    def __init__(self, *logits: float) -> None:
        super().__init__()
        self.logits = nn.Parameter(torch.tensor(logits))
        self.precision: list[torch.dtype] = []
        self.given: list[Tensor] = []

    def forward(self, pictures: Tensor) -> Tensor:
        ones = torch.ones(len(pictures), 1) @ torch.ones(1, 4)
        self.precision.append(ones.dtype)
        self.given.append((ones * self.logits).to(ones.dtype))
        return self.given[-1]


def micro_batches(*sizes: int) -> list[tuple[Tensor, Tensor]]:
    return [(torch.randn(size, 8, 8), torch.randint(4, (size,))) for size in sizes]


def the_loss_is_in_float32(project: Project) -> None:
    model, (pictures, labels) = Bias(1.003, 2.0, -1.0, 0.5), micro_batches(8)[0]
    loss = project.module("train").loss_of(model, pictures, labels)
    expect(loss.dtype == torch.float32, f"the loss is computed in {loss.dtype}")
    wanted = F.cross_entropy(model.given[-1].detach().float(), labels)
    expect_close(loss, wanted, "the loss is converted to float32 only after it was computed", rtol=1e-5, atol=1e-6)


def the_forward_pass_is_in_bfloat16(project: Project) -> None:
    model = Bias(1.0, 2.0, -1.0, 0.5)
    project.module("train").loss_of(model, *micro_batches(8)[0])
    expect(model.precision == [torch.bfloat16], f"the forward pass runs in {model.precision}, expected bfloat16")


def gradient_of(model: nn.Module, batches: list[tuple[Tensor, Tensor]]) -> Tensor:
    """The gradient of the mean loss over all pictures, for a Bias."""
    logits: Any = model.logits
    pictures, labels = (torch.cat(parts) for parts in zip(*batches, strict=True))
    [gradient] = torch.autograd.grad(F.cross_entropy(logits.expand(len(pictures), 4), labels), [logits])
    return gradient


def moved(project: Project, batches: list[tuple[Tensor, Tensor]], steps: int = 1) -> tuple[Tensor, Tensor]:
    """How far a step of SGD with rate 1 moves the weights, and how far it should."""
    model = Bias(1.0, 2.0, -1.0, 0.5)
    ema = project.module("ema").EMA(model, 0.5)
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    for _ in range(steps):
        before, wanted = model.logits.detach().clone(), gradient_of(model, batches)
        project.module("train").train_step(model, ema, optimizer, batches)
    return before - model.logits.detach(), wanted


def micro_batches_are_averaged(project: Project) -> None:
    """With equal micro-batches only the scale can be off; the gradient is small enough not to be clipped."""
    one = micro_batches(16)[0]
    got, wanted = moved(project, [one, one, one, one])
    expect_close(got, wanted, "step from four equal micro-batches", rtol=0.02, atol=2e-3)


def the_loss_of_a_step_is_the_mean(project: Project) -> None:
    model, batches = Bias(1.0, 2.0, -1.0, 0.5), micro_batches(16, 16, 16)
    labels = torch.cat([own for _, own in batches])
    wanted = F.cross_entropy(model.logits.detach().expand(len(labels), 4), labels)
    ema, optimizer = project.module("ema").EMA(model, 0.5), torch.optim.SGD(model.parameters(), lr=1.0)
    told = project.module("train").train_step(model, ema, optimizer, batches)
    expect_close(told, wanted, "loss of a step of three micro-batches", rtol=0.02, atol=0.0)


def every_micro_batch_counts(project: Project) -> None:
    first, last = (torch.randn(16, 8, 8), torch.full((16,), 0)), (torch.randn(16, 8, 8), torch.full((16,), 2))
    got, _ = moved(project, [first, last])
    expect(got[0].item() < 0, "the first of two micro-batches has no part in the step")
    expect(got[2].item() < 0, "the last of two micro-batches has no part in the step")


def steps_forget_earlier_gradients(project: Project) -> None:
    batch = micro_batches(16)
    got, wanted = moved(project, batch, steps=2)
    expect_close(got, wanted, "second step on one batch", rtol=0.03, atol=3e-3)


def the_sum_is_clipped(project: Project) -> None:
    """Two micro-batches that pull as hard in different directions, each with a gradient far above 1."""

    class Steep(Bias):
        def __init__(self, *logits: float) -> None:
            super().__init__(*logits)
            self.shift = nn.Parameter(torch.zeros(4))

        def forward(self, pictures: Tensor) -> Tensor:
            return 10.0 * (super().forward(pictures) + self.shift)

    model = Steep(0.0, 0.0, 0.0, 0.0)
    ema, optimizer = project.module("ema").EMA(model, 0.5), torch.optim.SGD(model.parameters(), lr=1.0)
    one, other = ((torch.randn(16, 8, 8), torch.full((16,), label)) for label in (0, 1))
    project.module("train").train_step(model, ema, optimizer, [one, other])
    first, second, *_ = model.logits.detach().tolist()
    length = torch.cat([model.logits, model.shift]).detach().norm().item()
    expect(
        abs(first - second) < 0.02,
        "of two micro-batches with equally large gradients, one counts more: it is clipped in between",
    )
    expect(
        abs(length - 1.0) < 0.02, f"a step with a large gradient has length {length:.2f}, expected 1, the clipping norm"
    )


def the_average_moves_slowly(project: Project) -> None:
    model = Bias(1.0, 2.0, -1.0, 0.5)
    ema = project.module("ema").EMA(model, 0.75)
    with torch.no_grad():
        model.logits.add_(1.0)
    ema.update(model)
    expect_close(
        ema.model.logits, torch.tensor([1.25, 2.25, -0.75, 0.75]), "average with decay 0.75, after a move by 1"
    )


def the_average_is_precise(project: Project) -> None:
    model = Bias(1.0031, 2.0071, -1.0033, 0.5017)
    ema = project.module("ema").EMA(model, 0.999)
    with torch.no_grad():
        model.logits.add_(1.0)
    for _ in range(100):
        ema.update(model)
    bits = ema.model.logits.detach()
    expect(bool((bits != bits.bfloat16().float()).any()), "the average is rounded to bfloat16")


def the_average_follows_the_step(project: Project) -> None:
    model = Bias(1.0, 2.0, -1.0, 0.5)
    ema, optimizer = project.module("ema").EMA(model, 0.5), torch.optim.SGD(model.parameters(), lr=1.0)
    average = model.logits.detach().clone()
    for number in ("one step", "two steps"):
        project.module("train").train_step(model, ema, optimizer, micro_batches(16))
        average = (average + model.logits.detach()) / 2
        expect_close(ema.model.logits, average, f"average with decay 0.5, after {number}")


def the_average_is_a_copy(project: Project) -> None:
    model = Bias(1.0, 2.0, -1.0, 0.5)
    ema = project.module("ema").EMA(model, 0.75)
    with torch.no_grad():
        model.logits.add_(1.0)
    expect_close(ema.model.logits, torch.tensor([1.0, 2.0, -1.0, 0.5]), "average before its first update")


def the_learning_rate_follows_its_schedule(project: Project) -> None:
    train, made = project.module("train"), list[torch.optim.Optimizer]()
    usual = train.make_optimizer

    def make(model: nn.Module) -> torch.optim.Optimizer:
        made.append(usual(model))
        return made[-1]

    with with_constant(train, "BATCH_SIZE", 1), with_constant(train, "make_optimizer", make):
        _, rows = train.train(steps=21)
    for row in rows:
        step = int(row["step"])
        wanted = train.PEAK_LR * min((step + 1) / train.WARMUP, (21 - step) / (21 - train.WARMUP))
        expect_close(row["lr"], wanted, f"learning rate of step {step} of 21", rtol=1e-3, atol=1e-9)
    for group in (group for optimizer in made for group in optimizer.param_groups):
        expect_close(group["lr"], rows[-1]["lr"], "learning rate of some weights in the last step", atol=1e-9)


def the_optimizer_holds_everything(project: Project) -> None:
    model = copy.deepcopy(model_of(project))
    held = {id(p) for group in project.module("train").make_optimizer(model).param_groups for p in group["params"]}
    missing = [name for name, p in model.named_parameters() if id(p) not in held]
    expect(not missing, f"the optimizer misses {', '.join(missing)}")


def training_reaches_its_loss(project: Project) -> None:
    reached = measure(project)
    expect(reached["actual"] > 0.8, f"{reached['actual']:.0%} of new pictures are right by the model, expected 80%")
    expect(reached["average"] > 0.8, f"{reached['average']:.0%} of new pictures are right by the average, expected 80%")


CHECKS = (
    Check("patches hold neighbors", patches_hold_neighbors),
    Check("attention agrees with the formula", attention_agrees_with_the_formula),
    Check("positions matter", positions_matter),
    Check("the loss is in float32", the_loss_is_in_float32),
    Check("the forward pass is in bfloat16", the_forward_pass_is_in_bfloat16),
    Check("micro-batches are averaged", micro_batches_are_averaged),
    Check("the loss of a step is the mean", the_loss_of_a_step_is_the_mean),
    Check("every micro-batch counts", every_micro_batch_counts),
    Check("steps forget earlier gradients", steps_forget_earlier_gradients),
    Check("the sum is clipped", the_sum_is_clipped),
    Check("the average moves slowly", the_average_moves_slowly),
    Check("the average is precise", the_average_is_precise),
    Check("the average follows the step", the_average_follows_the_step),
    Check("the average is a copy", the_average_is_a_copy),
    Check("the learning rate follows its schedule", the_learning_rate_follows_its_schedule),
    Check("the optimizer holds everything", the_optimizer_holds_everything),
    Check("training reaches its loss", training_reaches_its_loss, trains=True),
)


@torch.no_grad()
def measure(project: Project, seed: int = 0) -> dict[str, float]:
    """One run: its last losses, averaged, and how it begins; share of new pictures that the model (`actual`) and its average
    get right, as we find it; `early` and `behind` are of the log: accuracy after 20 steps, and how far the average is behind."""
    with torch.enable_grad():
        (model, ema), rows = project.module("train").train(seed=seed)
    pictures, labels = project.module("data").get_batch(600, torch.Generator().manual_seed(seed + 30))
    right = [(net.float()(pictures).argmax(dim=1) == labels).float().mean().item() for net in (model, ema.model)]
    return {
        "loss": sum(row["loss"] for row in rows[-3:]) / 3,
        "first": rows[0]["loss"],
        "lr": rows[-1]["lr"],
        "middle_lr": rows[5]["lr"],
        "early": rows[2]["accuracy"],
        "behind": rows[2]["accuracy"] - rows[2]["average"],
        "actual": right[0],
        "average": right[1],
    }
