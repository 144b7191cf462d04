"""A residual branch with adaLN-Zero conditioning (Peebles and Xie 2022, arXiv:2212.09748, section 3.2 and figure 3).

    (β, γ, α) = W c + b                                        shift, scale, gate; W = 0 and b = 0 at the start
    y = x + α ⊙ F((1 + γ) ⊙ LN(x) + β)

F is attention or the MLP, LN has no affine of its own: γ and β take its place, made from the condition (timestep plus class
embedding) and shared by all tokens of a sample. With α = 0 the block starts as the identity, however deep the stack; that is
the gate's doing, not the scale's, which starts at 1 + 0. At the start only the gate's rows of W and b get a gradient. DiT
makes six vectors, three for each of its two branches, and puts a SiLU before W; here it is one branch, and c comes as it is.

Shapes: x (B,T,D), c (B,C), inner (B,T,D) -> (B,T,D). Returns: y (B,T,D).
"""

import math
from collections.abc import Iterator
from functools import partial
from typing import Any

import torch
from torch import Tensor, nn

from reference_impls.problem import Draw, Observation, Problem, Ref, Scenario, Slip, Tolerance, World


class AdaLNZeroBlock(nn.Module):
    """x + gate * inner(modulated norm of x), the identity until the gate opens."""

    def __init__(self, dim: int, cond_dim: int, inner: nn.Module) -> None:
        super().__init__()
        self.inner = inner
        self.norm = nn.LayerNorm(dim, elementwise_affine=False, eps=1e-6)
        self.mod = nn.Linear(cond_dim, 3 * dim)
        nn.init.zeros_(self.mod.weight)
        nn.init.zeros_(self.mod.bias)

    def forward(self, x: Tensor, c: Tensor) -> Tensor:
        vectors: Tensor = self.mod(c).unsqueeze(1)  # (B,1,3D), alike for all tokens
        shift, scale, gate = vectors.chunk(3, dim=-1)  # (B,1,D) each
        branch: Tensor = self.inner(self.norm(x) * (1 + scale) + shift)  # (B,T,D)
        return x + gate * branch


# ----------------------------------------------------------------------------------------------------------------------

ENTRY = "AdaLNZeroBlock"

# eps 1e-5 and 1e-6 are both right: for tokens of variance near 1 they differ by 5e-6 of the normalised value, which the
# products with scale, inner and gate enlarge a little.
EITHER_EPS = Tolerance(2e-4, 5e-5)


def tokens(draw: Draw, *shape: int) -> Tensor:
    """Tokens of variance 0.7 to 1.5, each with a mean of its own."""
    x = draw.normal(*shape).double()
    x = (x - x.mean(-1, keepdim=True)) / x.var(-1, correction=0, keepdim=True).sqrt()
    spread = draw.uniform(*shape[:-1], 1, low=0.84, high=1.22).double()
    return draw.floating(spread * x + 2 * draw.normal(*shape[:-1], 1).double())


def weights(draw: Draw, dim: int, cond_dim: int) -> dict[str, Tensor]:
    """A trained modulation: shift, scale and gate all of size about 1."""
    return {
        "mod.weight": draw.normal(3 * dim, cond_dim, scale=1 / math.sqrt(cond_dim)),
        "mod.bias": draw.normal(3 * dim, scale=0.5),
    }


def linear(world: World, draw: Draw, dim: int) -> Ref:
    """An inner module that mixes channels."""
    return world.linear(draw.normal(dim, dim, scale=1 / math.sqrt(dim)), draw.normal(dim))


def mixing(h: Tensor) -> Tensor:
    """An inner function that mixes tokens and channels, and is not linear."""
    return h.sin() + 0.5 * h.roll(1, 1) * h.roll(1, 2)


def in_dtype_of(world: World, block: Ref, x: Tensor) -> None:
    """A block is built in float32; the reference, and the float64 tier, feed it float64."""
    if x.dtype is torch.float64:
        world.call((block, "double"))


def as_built(world: World, draw: Draw) -> Iterator[Observation]:
    """Names, shapes, start values, and that the function is the identity."""
    block = world.new(ENTRY, 4, 3, linear(world, draw, 4))
    state = world.state(block)
    for name in ("mod.weight", "mod.bias"):
        yield f"the shape of {name}", list(state[name].shape) if name in state else None
        yield f"whether {name} starts at zero", name in state and not bool(state[name].any())
    yield "parameters of norm", sorted(name for name in state if name.startswith("norm."))
    x, c = tokens(draw, 2, 5, 4), draw.normal(2, 3)
    in_dtype_of(world, block, x)
    y = torch.as_tensor(world.call(block, x, c)).detach()
    yield "whether the new block gives back x", y.shape == x.shape and torch.allclose(y, x)


def at_the_start(world: World, draw: Draw) -> Iterator[Observation]:
    """With a modulation of zero, written in by us, x passes through and the gate's rows alone can learn."""
    block = world.new(ENTRY, 6, 3, linear(world, draw, 6))
    x, c = tokens(draw, 2, 5, 6), draw.normal(2, 3)
    in_dtype_of(world, block, x)
    world.assign(block, {"mod.weight": torch.zeros(18, 3), "mod.bias": torch.zeros(18)})
    yield "y, which is x", world.call(block, x, c)
    _, gradients = world.gradients(block, x, c, cotangents=[draw.normal(2, 5, 6)])
    for label, key in (("x", "args[0]"), ("mod.weight", "param.mod.weight"), ("mod.bias", "param.mod.bias")):
        yield f"gradient of {label}", gradients.get(key)


def with_linear(world: World, draw: Draw, *, shape: tuple[int, int, int], cond_dim: int) -> Iterator[Observation]:
    """A trained block around a linear layer: the value and every gradient, that of the inner weights too."""
    dim = shape[-1]
    block = world.new(ENTRY, dim, cond_dim, linear(world, draw, dim))
    x, c = tokens(draw, *shape), draw.normal(shape[0], cond_dim, mean=-0.3)
    in_dtype_of(world, block, x)
    world.assign(block, weights(draw, dim, cond_dim))
    yield "y", world.call(block, x, c)
    _, gradients = world.gradients(block, x, c, cotangents=[draw.normal(*shape)])
    named = {"x": "args[0]", "c": "args[1]", "mod.weight": "param.mod.weight", "mod.bias": "param.mod.bias"}
    for label, key in named.items():
        yield f"gradient of {label}", gradients.get(key)
    yield "gradient of the weight of inner", inner_weight(gradients)


def inner_weight(gradients: dict[str, Any]) -> Any:
    """The gradient of the inner layer's weight, under whatever name the block keeps the layer."""
    own = ("param.mod.", "param.norm.")
    return next((g for key, g in gradients.items() if key.endswith(".weight") and not key.startswith(own)), None)


def with_mixing(world: World, draw: Draw, *, shape: tuple[int, int, int], cond_dim: int) -> Iterator[Observation]:
    """A trained block around a function that mixes tokens: what it was given, and what became of its answer."""
    dim = shape[-1]
    inner = world.spy(mixing)
    block = world.new(ENTRY, dim, cond_dim, inner)
    x, c = tokens(draw, *shape), draw.normal(shape[0], cond_dim)
    in_dtype_of(world, block, x)
    world.assign(block, weights(draw, dim, cond_dim))
    y = world.call(block, x, c)
    yield "what inner gets", inner.calls[0].args[0] if inner.calls and inner.calls[0].args else None
    yield "y", y
    _, gradients = world.gradients(block, x, c, cotangents=[draw.normal(*shape)])
    for label, key in (("x", "args[0]"), ("c", "args[1]")):
        yield f"gradient of {label}", gradients.get(key)


def cases(draw: Draw) -> Iterator[Scenario]:
    both = (torch.float32, torch.float64)
    yield Scenario("as built: zero modulation, the identity", as_built)
    yield Scenario("modulation of zero", at_the_start)
    yield Scenario("one sample, one token", partial(with_linear, shape=(1, 1, 3), cond_dim=2))
    yield Scenario("batch, all sizes different", partial(with_linear, shape=(2, 5, 6), cond_dim=4), dtypes=both)
    yield Scenario("as many samples as tokens", partial(with_linear, shape=(4, 4, 7), cond_dim=5))
    yield Scenario("all sizes alike", partial(with_linear, shape=(6, 6, 6), cond_dim=6))
    yield Scenario("inner mixes tokens", partial(with_mixing, shape=(3, 4, 8), cond_dim=5))
    yield Scenario("inner mixes tokens, one condition", partial(with_mixing, shape=(2, 7, 5), cond_dim=1))


PROBLEM = Problem(
    id="adaln-zero",
    entries=(AdaLNZeroBlock,),
    cases=cases,
    dtypes=(torch.float32,),
    tolerances={torch.float32: EITHER_EPS, torch.float64: EITHER_EPS},
    slips=(
        Slip(
            "scale-without-one",
            "(1 + scale)",
            "scale",
            "The norm is multiplied by scale, which starts at 0: inner would see the shift alone. Multiply by 1 + "
            "scale.",
        ),
        Slip(
            "shift-and-scale-swapped",
            "shift, scale, gate =",
            "scale, shift, gate =",
            "The parts of mod(c) are read as scale, shift, gate; the order is shift, scale, gate.",
        ),
        Slip(
            "gate-first",
            "shift, scale, gate =",
            "gate, shift, scale =",
            "The parts of mod(c) are read as gate, shift, scale; the order is shift, scale, gate.",
        ),
        Slip(
            "parts-interleaved",
            ".chunk(3, dim=-1)",
            ".unflatten(-1, (-1, 3)).unbind(-1)",
            "Shift, scale and gate are read as every third entry of mod(c); they are three blocks of D: chunk(3, "
            "dim=-1).",
        ),
        Slip(
            "gate-missing",
            "gate * branch",
            "branch",
            "The branch is not gated, so the block is not the identity at the start: x + gate * inner(...).",
        ),
        Slip(
            "gate-plus-one",
            "gate * branch",
            "(1 + gate) * branch",
            "The gate is 1 + gate, open from the start; the 1 belongs to the scale alone.",
        ),
        Slip(
            "gate-inside",
            "self.inner(self.norm(x) * (1 + scale) + shift)  # (B,T,D)\n        return x + gate * branch",
            "self.inner(gate * (self.norm(x) * (1 + scale) + shift))\n        return x + branch",
            "The gate stands inside inner, whose bias then gets through at the start: multiply its output.",
        ),
        Slip(
            "gate-on-residual",
            "x + gate * branch",
            "gate * (x + branch)",
            "The gate closes the residual path too, so a new block gives 0: gate the branch only.",
        ),
        Slip(
            "residual-missing",
            "return x + gate *",
            "return gate *",
            "The residual is missing: x + gate * inner(...).",
        ),
        Slip(
            "residual-of-the-norm",
            "return x + gate",
            "return self.norm(x) + gate",
            "The branch is added to the normalised x; it is added to x itself.",
        ),
        Slip(
            "not-normalised",
            "self.norm(x) * (1 + scale)",
            "x * (1 + scale)",
            "x is modulated without the norm: (1 + scale) * norm(x) + shift.",
        ),
        Slip(
            "modulated-after-inner",
            "self.inner(self.norm(x) * (1 + scale) + shift)",
            "self.inner(self.norm(x)) * (1 + scale) + shift",
            "Shift and scale act on the output of inner; they act on its input.",
        ),
        Slip(
            "shift-missing",
            " * (1 + scale) + shift",
            " * (1 + scale)",
            "The shift is not added: (1 + scale) * norm(x) + shift.",
        ),
        Slip(
            "activation-before",
            "self.mod(c)",
            "self.mod(nn.functional.silu(c))",
            "c goes through a SiLU first, as in DiT; this block takes c as it is.",
        ),
        Slip(
            "token-axis-missing",
            ".unsqueeze(1)",
            "",
            "Shift, scale and gate are (B,D) and are broadcast over the samples' axis of (B,T,D): give them a token "
            "axis.",
        ),
        Slip(
            "affine-norm",
            "elementwise_affine=False, ",
            "",
            "norm has a weight and a bias of its own; the condition takes their place: elementwise_affine=False.",
        ),
        Slip(
            "not-zero",
            "nn.init.zeros_(self.mod.weight)\n        nn.init.zeros_(self.mod.bias)",
            "pass",
            "Neither weight nor bias of mod starts at zero (nn.Linear's own start is random), so the block is not the "
            "identity: set both to zero.",
        ),
        Slip(
            "bias-not-zero",
            "\n        nn.init.zeros_(self.mod.bias)",
            "",
            "The weight of mod starts at zero but its bias does not, so the gate is open from the start.",
        ),
        Slip(
            "inner-detached",
            "self.inner(self.norm(x) * (1 + scale) + shift)",
            "self.inner((self.norm(x) * (1 + scale) + shift).detach())",
            "No gradient flows through the branch to x, shift and scale: is something detached?",
        ),
        Slip(
            "gate-second",
            "shift, scale, gate =",
            "shift, gate, scale =",
            "The parts of mod(c) are read as shift, gate, scale; the order is shift, scale, gate.",
        ),
        Slip(
            "inner-missing",
            "self.inner(self.norm(x) * (1 + scale) + shift)",
            "self.norm(x) * (1 + scale) + shift",
            "inner is never called: its output is what the gate weighs.",
        ),
        Slip(
            "inner-twice",
            "self.inner(self.norm(x) * (1 + scale) + shift)",
            "self.inner(self.inner(self.norm(x) * (1 + scale) + shift))",
            "inner is applied twice.",
        ),
        Slip(
            "gate-through-tanh",
            "gate * branch",
            "gate.tanh() * branch",
            "The gate goes through a tanh; here it is used as it is.",
        ),
        Slip(
            "gate-through-sigmoid",
            "gate * branch",
            "gate.sigmoid() * branch",
            "The gate goes through a sigmoid, which is 1/2 at the start; here it is used as it is, 0 at the start.",
        ),
        Slip("shift-subtracted", "(1 + scale) + shift", "(1 + scale) - shift", "The shift is subtracted; it is added."),
        Slip(
            "shift-before-scale",
            "self.norm(x) * (1 + scale) + shift",
            "(self.norm(x) + shift) * (1 + scale)",
            "The shift is added before the scale, which scales it too: norm(x) * (1 + scale) + shift.",
        ),
        Slip(
            "modulated-before-the-norm",
            "self.norm(x) * (1 + scale) + shift",
            "self.norm(x * (1 + scale) + shift)",
            "x is modulated before the norm, which takes part of it away again: the norm comes first.",
        ),
        Slip(
            "norm-after-inner",
            "self.inner(self.norm(x) * (1 + scale) + shift)",
            "self.norm(self.inner(x * (1 + scale) + shift))",
            "The norm stands on the output of inner; it stands on its input.",
        ),
        Slip(
            "norm-over-tokens-too",
            "self.norm(x)",
            "nn.functional.layer_norm(x, x.shape[1:])",
            "The norm runs over the tokens as well; it runs over the channels of each token.",
        ),
        Slip(
            "norm-over-the-batch",
            "self.norm(x)",
            "((x - x.mean((0, 1))) / (x.var((0, 1), correction=0) + 1e-5).sqrt())",
            "The norm runs over batch and tokens (a BatchNorm); it runs over the channels of each token.",
        ),
        Slip(
            "norm-without-mean",
            "self.norm(x)",
            "(x / (x.square().mean(-1, keepdim=True) + 1e-6).sqrt())",
            "This is RMSNorm, which keeps the mean; a LayerNorm subtracts it.",
        ),
        Slip("branch-subtracted", "x + gate * branch", "x - gate * branch", "The branch is subtracted; it is added."),
        Slip(
            "gate-on-x",
            "x + gate * branch",
            "gate * x + branch",
            "The gate stands on x; it stands on the branch, so that a new block is the identity.",
        ),
        Slip(
            "activation-after",
            "self.mod(c)",
            "nn.functional.silu(self.mod(c))",
            "The output of mod goes through a SiLU; it is used as it is.",
        ),
        Slip(
            "one-condition-for-all",
            "self.mod(c)",
            "self.mod(c.mean(dim=0, keepdim=True))",
            "All samples get the mean of the conditions; each has its own.",
        ),
        Slip(
            "condition-detached",
            "self.mod(c)",
            "self.mod(c.detach())",
            "The values are right but no gradient reaches c: leave out detach.",
        ),
        Slip(
            "gate-detached",
            "gate * branch",
            "gate.detach() * branch",
            "The values are right but no gradient reaches the gate, which then never opens: leave out detach.",
        ),
        Slip(
            "norm-detached",
            "self.norm(x)",
            "self.norm(x.detach())",
            "The values are right but no gradient flows through the norm to x: leave out detach.",
        ),
        Slip(
            "weight-not-zero",
            "nn.init.zeros_(self.mod.weight)\n        ",
            "",
            "The bias of mod starts at zero but its weight does not, so the gate is open from the start.",
        ),
        Slip(
            "gate-rows-alone-zero",
            "nn.init.zeros_(self.mod.weight)\n        nn.init.zeros_(self.mod.bias)",
            "nn.init.zeros_(self.mod.weight[2 * dim :])\n        nn.init.zeros_(self.mod.bias[2 * dim :])",
            "Only the gate's rows of mod start at zero, which makes the block the identity; the spec has all of "
            "weight and bias zero.",
        ),
        Slip(
            "inner-zeroed",
            "self.inner = inner\n",
            "self.inner = inner\n        for parameter in inner.parameters():\n            nn.init.zeros_(parameter)\n",
            "The parameters of inner are set to zero; only those of mod are, inner keeps its own.",
        ),
        Slip(
            "inner-hidden",
            "self.inner = inner\n",
            'self.__dict__["inner"] = inner\n',
            "inner is hidden from parameters() (in a list, say), so an optimizer would miss it: assign it as an "
            "attribute.",
        ),
        Slip(
            "modulation-in-a-sequential",
            "self.mod = nn.Linear(cond_dim, 3 * dim)\n"
            "        nn.init.zeros_(self.mod.weight)\n"
            "        nn.init.zeros_(self.mod.bias)",
            "self.mod = nn.Sequential(nn.SiLU(), nn.Linear(cond_dim, 3 * dim))\n"
            "        nn.init.zeros_(self.mod[1].weight)\n"
            "        nn.init.zeros_(self.mod[1].bias)",
            "mod is a Sequential with an activation, as in DiT; here it is the nn.Linear itself, and nothing "
            "stands before it.",
        ),
        Slip(
            "gate-between-x-and-branch",
            "return x + gate * branch",
            "return (1 - gate) * x + gate * branch",
            "The gate mixes x and the branch; x passes as it is: x + gate * branch.",
        ),
        Slip(
            "modulated-inner-of-x",
            "self.inner(self.norm(x) * (1 + scale) + shift)",
            "self.norm(self.inner(x)) * (1 + scale) + shift",
            "inner acts on x, and norm and modulation come after it; they stand before: inner(norm(x) * (1 + "
            "scale) + shift).",
        ),
        Slip(
            "six-parts",
            "nn.Linear(cond_dim, 3 * dim)\n"
            "        nn.init.zeros_(self.mod.weight)\n"
            "        nn.init.zeros_(self.mod.bias)\n"
            "\n"
            "    def forward(self, x: Tensor, c: Tensor) -> Tensor:\n"
            "        vectors: Tensor = self.mod(c).unsqueeze(1)  # (B,1,3D), alike for all tokens\n"
            "        shift, scale, gate = vectors.chunk(3, dim=-1)",
            "nn.Linear(cond_dim, 6 * dim)\n"
            "        nn.init.zeros_(self.mod.weight)\n"
            "        nn.init.zeros_(self.mod.bias)\n"
            "\n"
            "    def forward(self, x: Tensor, c: Tensor) -> Tensor:\n"
            "        vectors: Tensor = self.mod(c).unsqueeze(1)  # (B,1,6D), alike for all tokens\n"
            "        shift, scale, gate = vectors.chunk(6, dim=-1)[:3]",
            "mod has 6 * dim outputs, as a DiT block with two branches; one branch needs 3 * dim.",
        ),
        Slip(
            "residual-of-the-modulated",
            "branch: Tensor = self.inner(self.norm(x) * (1 + scale) + shift)  # (B,T,D)\n        return x + gate * branch",
            "x = self.norm(x) * (1 + scale) + shift\n        return x + gate * self.inner(x)",
            "The branch is added to the modulated x in place of x itself, so a new block is the norm and not the identity.",
        ),
        Slip(
            "shift-after-inner",
            "self.inner(self.norm(x) * (1 + scale) + shift)",
            "self.inner(self.norm(x) * (1 + scale)) + shift",
            "The shift is added to the output of inner; it is added to its input: inner(norm(x) * (1 + scale) + shift).",
        ),
        Slip(
            "scale-after-inner",
            "self.inner(self.norm(x) * (1 + scale) + shift)",
            "self.inner(self.norm(x) + shift) * (1 + scale)",
            "The scale acts on the output of inner; it acts on its input: inner(norm(x) * (1 + scale) + shift).",
        ),
        Slip(
            "back-early-while-closed",
            "        branch: Tensor",
            "        if not gate.any():\n            return x\n        branch: Tensor",
            "While the gate is zero no gradient reaches mod, as where x is given back early, so that the gate never opens: "
            "compute the branch always.",
        ),
        Slip(
            "norm-with-a-gain",
            "elementwise_affine=False, ",
            "bias=False, ",
            "norm has a weight of its own, as bias=False leaves it; the condition takes its place: elementwise_affine=False.",
        ),
    ),
)
