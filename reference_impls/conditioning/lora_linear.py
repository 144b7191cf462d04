"""Low-rank adaptation of a linear layer (Hu et al. 2021, arXiv:2106.09685, eq. 3 and section 4.1).

    y = W x + b + (α/r) B A x

W and b stay frozen; only the two thin factors learn, r (d_in + d_out) numbers. B starts at zero, so the adapted layer is
the old one at step 0; A must not be zero too, else neither factor gets a gradient (∂L/∂B contains A x, ∂L/∂A contains Bᵀ).
The paper draws A from a Gaussian, its code and PEFT from the Kaiming-uniform of nn.Linear, used here. α/r is meant to
keep the size of the update alike when r changes. Once trained, W + (α/r) B A is an ordinary layer: no extra cost at inference.

Shapes: base (in -> out), A (r,in), B (out,r); x (...,in). Returns: y (...,out).
"""

import math
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import torch
from torch import Tensor, nn

from reference_impls.problem import Draw, Law, Observation, Problem, Ref, Scenario, Slip, World, expect


class LoRALinear(nn.Module):
    """A frozen linear layer plus a trainable update of rank r."""

    def __init__(self, base: nn.Linear, r: int = 8, alpha: float = 16) -> None:
        super().__init__()
        self.base = base.requires_grad_(False)
        self.scale = alpha / r
        weight = base.weight  # (out,in); gives dtype and device
        self.A = nn.Parameter(weight.new_empty(r, base.in_features))
        self.B = nn.Parameter(weight.new_zeros(base.out_features, r))
        nn.init.kaiming_uniform_(self.A, a=math.sqrt(5))

    def forward(self, x: Tensor) -> Tensor:
        update = x @ self.A.T @ self.B.T  # (...,in) -> (...,r) -> (...,out); the product B A is never formed
        y: Tensor = self.base(x)
        return y + self.scale * update

    @torch.no_grad()
    def merge(self) -> nn.Linear:
        """A new nn.Linear of the same function."""
        out_features, in_features = self.base.weight.shape
        merged = nn.Linear(in_features, out_features, self.base.bias is not None).to(self.base.weight)
        merged.weight.copy_(self.base.weight + self.scale * self.B @ self.A)
        if self.base.bias is not None:
            merged.bias.copy_(self.base.bias)
        return merged


# ----------------------------------------------------------------------------------------------------------------------

ENTRY = "LoRALinear"


def base_layer(draw: Draw, in_features: int, out_features: int, bias: bool) -> tuple[Tensor, Tensor | None]:
    """Weight and bias of a linear layer whose output has about unit size."""
    weight = draw.normal(out_features, in_features, scale=1 / math.sqrt(in_features))
    return weight, draw.normal(out_features) if bias else None


def factors(draw: Draw, in_features: int, out_features: int, r: int) -> dict[str, Tensor]:
    """Trained A and B, both away from zero."""
    return {"A": draw.normal(r, in_features, scale=1 / math.sqrt(in_features)), "B": draw.normal(out_features, r)}


def same(one: Any, two: Any) -> bool:
    """Whether two results agree to rounding."""
    first, second = torch.as_tensor(one).double(), torch.as_tensor(two).double()
    return first.shape == second.shape and torch.allclose(first, second, rtol=1e-5, atol=1e-5)


def as_built(world: World, draw: Draw) -> Iterator[Observation]:
    """Shapes, start values, what is frozen, and that the base is otherwise as it was."""
    base = world.linear(*base_layer(draw, 5, 7, bias=True))
    before = world.state(base)
    layer = world.new(ENTRY, base, 3, 5)
    yield "the shape of A", list(torch.as_tensor(world.get(layer, "A")).shape)
    yield "the shape of B", list(torch.as_tensor(world.get(layer, "B")).shape)
    yield "whether B is zero", not bool(torch.as_tensor(world.get(layer, "B")).any())
    yield "whether A is all zero", not bool(torch.as_tensor(world.get(layer, "A")).any())
    yield "whether A is finite", bool(torch.as_tensor(world.get(layer, "A")).isfinite().all())
    x = draw.normal(4, 5)
    yield "whether the new layer gives what its base gives", same(world.call(layer, x), world.call(base, x))
    for name in ("A", "B"):
        yield f"whether {name} is an nn.Parameter that learns", name in learning(world, layer, x)
    yield "whether the base's weight learns", world.get(base, "weight.requires_grad")
    yield "whether the base's bias learns", world.get(base, "bias.requires_grad")
    after = world.state(base)
    yield "names in the base's state_dict", sorted(after)
    yield "whether the base kept its values", all(torch.equal(after[key], before[key]) for key in before)


def learning(world: World, layer: Ref, x: Tensor) -> list[str]:
    """Names of the parameters that a backward pass would fill."""
    _, gradients = world.gradients(layer, x, cotangents=[torch.zeros(len(x), 7, dtype=x.dtype)])
    return [key.removeprefix("param.") for key in gradients if key.startswith("param.")]


def adapted(
    world: World, draw: Draw, *, sizes: tuple[int, int], bias: bool, init: Sequence[Any], r: int, batch: Sequence[int]
) -> Iterator[Observation]:
    """The function with trained factors, and its gradients."""
    base = world.linear(*base_layer(draw, *sizes, bias=bias))
    layer = world.new(ENTRY, base, *init)
    world.assign(layer, factors(draw, *sizes, r))
    x = draw.normal(*batch, sizes[0])
    yield "y", world.call(layer, x)
    _, gradients = world.gradients(layer, x, cotangents=[draw.normal(*batch, sizes[1])])
    for label, key in (("x", "args[0]"), ("A", "param.A"), ("B", "param.B")):
        yield f"gradient of {label}", gradients.get(key)


def in_double(world: World, draw: Draw) -> Iterator[Observation]:
    """`.double()` reaches the base and both factors."""
    layer = world.new(ENTRY, world.linear(*base_layer(draw, 6, 4, bias=True)), 2, 3)
    world.assign(layer, factors(draw, 6, 4, 2))
    world.call((layer, "double"))
    yield "y of the layer after .double()", world.call(layer, draw.normal(3, 6).double())


def in_eval_mode(world: World, draw: Draw) -> Iterator[Observation]:
    """What is evaluated between two steps of training follows the factors."""
    layer = world.new(ENTRY, world.linear(*base_layer(draw, 6, 4, bias=True)), 2, 3)
    world.call((layer, "eval"))
    x = draw.normal(3, 6)
    for when in ("", " after more training"):
        world.assign(layer, factors(draw, 6, 4, 2))
        yield f"y in eval mode{when}", world.call(layer, x)


def merging(world: World, draw: Draw, *, bias: bool) -> Iterator[Observation]:
    """merge() gives a plain layer of the same function and leaves everything else alone."""
    base = world.linear(*base_layer(draw, 6, 4, bias=bias))
    before = world.state(base)
    layer = world.new(ENTRY, base, 3, 7)
    world.assign(layer, factors(draw, 6, 4, 3))
    x = draw.normal(5, 6)
    y = torch.as_tensor(world.call(layer, x)).detach()
    merged = world.keep(world.call((layer, "merge")))
    yield "the type of merge()", merged.type_name
    yield "names in the state_dict of merge()", sorted(world.state(merged))
    yield "y of merge()", world.call(merged, x)
    after = world.state(base)
    yield "whether merge() left the base alone", all(torch.equal(after[key], before[key]) for key in before)
    yield "whether merge() left the layer's function alone", same(world.call(layer, x), y)
    world.assign(layer, factors(draw, 6, 4, 3))
    yield "y of merge() after more training", world.call(world.keep(world.call((layer, "merge"))), x)
    yield "y of the layer that was merged before", world.call(merged, x)


def cases(draw: Draw) -> Iterator[Scenario]:
    yield Scenario("as built: zero update, frozen base", as_built)
    small = partial(adapted, sizes=(4, 3), bias=True, init=(2, 2), r=2, batch=(2,))
    yield Scenario("alpha = r", small)
    yield Scenario("alpha != r", partial(adapted, sizes=(5, 7), bias=True, init=(3, 5), r=3, batch=(4,)))
    yield Scenario("default r and alpha", partial(adapted, sizes=(9, 6), bias=True, init=(), r=8, batch=(3,)))
    yield Scenario(
        "without bias, sequences", partial(adapted, sizes=(6, 5), bias=False, init=(4, 1), r=4, batch=(2, 3))
    )
    yield Scenario("all sizes alike", partial(adapted, sizes=(3, 3), bias=True, init=(3, 8), r=3, batch=(3,)))
    yield Scenario("double", in_double)
    yield Scenario("eval mode", in_eval_mode)
    yield Scenario("merge", partial(merging, bias=True))
    yield Scenario("merge without bias", partial(merging, bias=False))


def starts_at_random(world: World, draw: Draw) -> None:
    weight, bias = base_layer(draw, 12, 5, bias=True)
    first, second = (
        torch.as_tensor(world.get(world.new(ENTRY, world.linear(weight, bias), 4, 8), "A")) for _ in range(2)
    )
    expect(bool(first.isfinite().all()), "A holds NaN or infinities, as memory does that nobody wrote to", "unwritten")
    expect(bool(first.any()), "A is zero, so that neither factor ever gets a gradient", "zero")
    expect(len(set(first.flatten().tolist())) > 12, "the entries of A are not random: many are equal", "constant")
    expect(not torch.equal(first, second), "A is the same in two layers: draw it", "fixed")


PROBLEM = Problem(
    id="lora-linear",
    entries=(LoRALinear,),
    cases=cases,
    laws=(Law("A starts at random", starts_at_random),),
    dtypes=(torch.float32,),
    slips=(
        Slip("no-scale", "alpha / r", "1.0", "The update is not scaled: multiply it by alpha / r."),
        Slip("scale-inverted", "alpha / r", "r / alpha", "The update is scaled by r / alpha; it is alpha / r."),
        Slip(
            "scale-alpha",
            "alpha / r",
            "alpha",
            "The update is scaled by alpha; LoRA divides alpha by the rank r.",
        ),
        Slip(
            "scale-integer",
            "alpha / r",
            "alpha // r",
            "alpha // r rounds the scale down (1 for 5/3, 0 for 1/4): use alpha / r.",
        ),
        Slip(
            "scale-root",
            "alpha / r",
            "alpha / math.sqrt(r)",
            "The scale is that of rsLoRA, alpha / sqrt(r); LoRA has alpha / r.",
        ),
        Slip(
            "scale-on-base",
            "y + self.scale * update",
            "self.scale * (y + update)",
            "alpha / r multiplies the base's output too; it scales the update alone.",
        ),
        Slip("base-missing", "return y + ", "return ", "The base's output is missing: y = base(x) + alpha/r B A x."),
        Slip(
            "init-swapped",
            "new_empty(r, base.in_features))\n        self.B = nn.Parameter(weight.new_zeros(base.out_features, r))\n"
            "        nn.init.kaiming_uniform_(self.A",
            "new_zeros(r, base.in_features))\n        self.B = nn.Parameter(weight.new_empty(base.out_features, r))\n"
            "        nn.init.kaiming_uniform_(self.B",
            "A starts at zero and B at random; it is the other way round (the product is 0 either way).",
        ),
        Slip(
            "both-random",
            "nn.init.kaiming_uniform_(self.A, a=math.sqrt(5))",
            "nn.init.kaiming_uniform_(self.A, a=math.sqrt(5))\n        nn.init.normal_(self.B, std=0.5)",
            "B does not start at zero, so the new layer already differs from its base: start B at zero.",
        ),
        Slip(
            "both-zero",
            "nn.init.kaiming_uniform_(self.A, a=math.sqrt(5))",
            "nn.init.zeros_(self.A)",
            "Both factors start at zero, where both gradients vanish and nothing trains: draw A at random.",
        ),
        Slip(
            "a-never-drawn",
            "new_empty(r, base.in_features))\n        self.B = nn.Parameter(weight.new_zeros(base.out_features, r))\n"
            "        nn.init.kaiming_uniform_(self.A, a=math.sqrt(5))",
            "new_full((r, base.in_features), math.nan))\n"
            "        self.B = nn.Parameter(weight.new_zeros(base.out_features, r))",
            "A holds NaN or infinities, as what torch.empty makes can until it is written to: draw it at random.",
        ),
        Slip(
            "not-frozen",
            "base.requires_grad_(False)",
            "base",
            "The base still learns: set requires_grad to False for its weight and bias.",
        ),
        Slip(
            "bias-not-frozen",
            "self.base = base.requires_grad_(False)",
            "self.base = base\n        base.weight.requires_grad_(False)",
            "The base's bias still learns; the spec freezes weight and bias.",
        ),
        Slip(
            "base-without-gradient",
            "self.base(x)",
            "self.base(x.detach())",
            "The base runs without gradient, so layers below get only the update's share: freezing the weights is enough.",
        ),
        Slip(
            "plain-tensors",
            "nn.Parameter(weight.new_empty(r, base.in_features))\n"
            "        self.B = nn.Parameter(weight.new_zeros(base.out_features, r))",
            "weight.new_empty(r, base.in_features).requires_grad_()\n"
            "        self.B = weight.new_zeros(base.out_features, r).requires_grad_()",
            "A and B are plain tensors: an optimizer over parameters() and .to() miss them. Make them nn.Parameters.",
        ),
        Slip(
            "merge-in-place",
            "nn.Linear(in_features, out_features, self.base.bias is not None).to(self.base.weight)",
            "self.base",
            "merge() writes into the base, so the layer then adds its update twice: return a new nn.Linear.",
        ),
        Slip(
            "merge-without-scale",
            "self.base.weight + self.scale * self.B @ self.A",
            "self.base.weight + self.B @ self.A",
            "merge() adds B A without alpha / r.",
        ),
        Slip(
            "merge-drops-bias",
            "self.base.bias is not None).to(self.base.weight)\n"
            "        merged.weight.copy_(self.base.weight + self.scale * self.B @ self.A)\n"
            "        if self.base.bias is not None:",
            "False).to(self.base.weight)\n"
            "        merged.weight.copy_(self.base.weight + self.scale * self.B @ self.A)\n"
            "        if False:",
            "merge() loses the base's bias.",
        ),
        Slip(
            "merge-update-only",
            "self.base.weight + self.scale * self.B @ self.A",
            "self.scale * self.B @ self.A",
            "merge() holds the update alone: its weight is W + alpha/r B A.",
        ),
        Slip(
            "bias-expected",
            "        merged = nn.Linear(in_features, out_features, self.base.bias is not None).to(self.base.weight)",
            "        merged = nn.Linear(in_features, out_features).to(self.base.weight)\n"
            "        merged.bias.copy_(self.base.bias.clone())",
            "merge() expects a bias; the base may have none: ask whether base.bias is None.",
        ),
        Slip(
            "a-frozen",
            "nn.Parameter(weight.new_empty(r, base.in_features))",
            "nn.Parameter(weight.new_empty(r, base.in_features), requires_grad=False)",
            "A does not learn; A and B are both nn.Parameters that learn, only the base is frozen.",
        ),
        Slip(
            "all-frozen",
            "        nn.init.kaiming_uniform_(self.A, a=math.sqrt(5))",
            "        nn.init.kaiming_uniform_(self.A, a=math.sqrt(5))\n        self.requires_grad_(False)",
            "Everything is frozen, A and B too: freeze the base alone, or before A and B are made.",
        ),
        Slip(
            "rank-fixed-at-8",
            "alpha / r",
            "alpha / 8",
            "The scale is alpha / 8; divide by the rank r that is given.",
        ),
        Slip(
            "a-of-ones",
            "nn.init.kaiming_uniform_(self.A, a=math.sqrt(5))",
            "nn.init.ones_(self.A)",
            "A is not random: it holds few different values, and rows that are equal learn the same. Draw it at random.",
        ),
        Slip(
            "merge-empties-b",
            "merged = nn.Linear(in_features, out_features, self.base.bias is not None).to(self.base.weight)\n"
            "        merged.weight.copy_(self.base.weight + self.scale * self.B @ self.A)",
            "merged = self.base\n"
            "        merged.weight.copy_(self.base.weight + self.scale * self.B @ self.A)\n"
            "        self.B.zero_()",
            "merge() folds the update into the base and empties B; it returns a new nn.Linear and leaves the "
            "layer as it was.",
        ),
        Slip(
            "merge-transposed",
            "self.base.weight + self.scale * self.B @ self.A",
            "self.base.weight + self.scale * self.A.T @ self.B.T",
            "merge() raises: the weight is (out, in), so add B A (A^T B^T is (in, out)), and write into it under no_grad.",
        ),
        Slip(
            "merge-with-a-bias-of-its-own",
            "            merged.bias.copy_(self.base.bias)\n",
            "            merged.bias.zero_()\n",
            "The base's bias is not copied into what merge() returns: the new nn.Linear has one of its own.",
        ),
        Slip(
            "factors-transposed",
            "nn.Parameter(weight.new_empty(r, base.in_features))\n"
            "        self.B = nn.Parameter(weight.new_zeros(base.out_features, r))\n"
            "        nn.init.kaiming_uniform_(self.A, a=math.sqrt(5))\n"
            "\n"
            "    def forward(self, x: Tensor) -> Tensor:\n"
            "        update = x @ self.A.T @ self.B.T",
            "nn.Parameter(weight.new_empty(base.in_features, r))\n"
            "        self.B = nn.Parameter(weight.new_zeros(r, base.out_features))\n"
            "        nn.init.kaiming_uniform_(self.A, a=math.sqrt(5))\n"
            "\n"
            "    def forward(self, x: Tensor) -> Tensor:\n"
            "        update = x @ self.A @ self.B",
            "A and B have their axes exchanged: A is (r, in_features), B (out_features, r).",
        ),
        Slip(
            "bias-expected-from-the-start",
            "self.base = base.requires_grad_(False)",
            "base.weight.requires_grad_(False)\n        base.bias.requires_grad_(False)\n        self.base = base",
            "A bias is expected; the base may have none: freeze base.parameters(), or ask whether base.bias is None.",
        ),
        Slip(
            "merge-adds-in-place",
            "        merged.weight.copy_(self.base.weight + self.scale * self.B @ self.A)\n",
            "        weight = self.base.weight.detach()\n"
            "        weight += self.scale * self.B @ self.A\n"
            "        merged.weight.copy_(weight)\n",
            "merge() returns a new layer, but adds the update in place to the base's own weight, which detach() and .data "
            "share: add out of place, or to a clone.",
        ),
        Slip(
            "update-off-after-merge",
            "        return merged",
            "        self.forward = self.base.forward\n        return merged",
            "merge() returns a new layer and has to leave this one alone; yours drops its update from then on, as where a flag "
            "says that it is merged.",
        ),
        Slip(
            "merge-adds-to-one-layer",
            "merged = nn.Linear(in_features, out_features, self.base.bias is not None).to(self.base.weight)\n"
            "        merged.weight.copy_(self.base.weight + self.scale * self.B @ self.A)",
            "if not hasattr(self, 'kept'):\n"
            "            self.kept = nn.Linear(in_features, out_features, self.base.bias is not None).to(self.base.weight)\n"
            "            self.kept.weight.copy_(self.base.weight)\n"
            "        merged = self.kept\n"
            "        merged.weight.add_(self.scale * self.B @ self.A)",
            "Every merge() adds to the same layer, so that the second holds the first update, too: make a new nn.Linear each "
            "time.",
        ),
    ),
)
