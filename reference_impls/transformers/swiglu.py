"""Feed-forward layer with a gated activation, SwiGLU (Shazeer 2020, arXiv:2002.05202, eq. 6).

    FFN(x) = (silu(x W_gate) ⊙ (x W_up)) W_down,        silu(z) = z σ(z)

The gate decides, channel by channel, how much of the other branch passes. silu is Swish with β = 1 (Ramachandran et al.
2017, arXiv:1710.05941). Three matrices instead of two: with a hidden width of 8d/3 the layer has as many parameters as a
plain one of width 4d. The paper has no biases, and writes W for the gate, V for the other branch and W_2 for the last.

Shapes: x (...,d), w_gate and w_up (d,h), w_down (h,e).
Returns: (...,e).
"""

from collections.abc import Iterator

import torch.nn.functional as F
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem, Slip


def swiglu(x: Tensor, w_gate: Tensor, w_up: Tensor, w_down: Tensor) -> Tensor:
    """(silu(x w_gate) ⊙ x w_up) w_down."""
    gate = F.silu(x @ w_gate)  # (...,h)
    up = x @ w_up  # (...,h)
    return (gate * up) @ w_down  # (...,e)


# ----------------------------------------------------------------------------------------------------------------------


def layer(draw: Draw, *shape: int, d: int, h: int, e: int, scale: float = 1.0) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """x of this shape and d channels, and weights that keep the hidden values near `scale`."""
    x = draw.normal(*shape, d, mean=0.3)
    w_gate, w_up = (draw.normal(d, h, scale=scale / d**0.5) for _ in range(2))
    return x, w_gate, w_up, draw.normal(h, e, scale=h**-0.5)


def on_the_axis(draw: Draw, *values: float) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """One channel, whose gate is each of these values: what the activation does there is all that is seen."""
    one = draw.floating([[1.0]])
    return draw.floating([[value] for value in values]), one, draw.floating([[0.5]]), one


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one token, one channel of each", layer(draw, 1, d=1, h=1, e=1))
    yield Case("three tokens", layer(draw, 3, d=4, h=5, e=2))
    yield Case("batch", layer(draw, 2, 3, d=5, h=7, e=5))
    yield Case("one token in a batch of one", layer(draw, 1, 1, d=3, h=4, e=6))
    yield Case("three axes before the channels", layer(draw, 2, 3, 4, d=6, h=8, e=5))
    yield Case("hidden layer narrower than x", layer(draw, 4, 5, d=9, h=3, e=7))
    yield Case("square weights", layer(draw, 2, 4, d=4, h=4, e=4))
    yield Case("as many tokens as channels", layer(draw, 3, 6, d=6, h=10, e=6))
    yield Case("gates of several sizes", layer(draw, 3, 5, d=4, h=16, e=4, scale=4.0))
    yield Case("gates from -6 to 6", on_the_axis(draw, -6.0, -2.5, -1.3, -0.4, 0.7, 1.6, 3.5, 6.0))
    yield Case("gates far from 0", on_the_axis(draw, -800.0, -95.0, 95.0, 800.0), grad=False)


PROBLEM = Problem(
    id="swiglu",
    entries=(swiglu,),
    cases=cases,
    slips=(
        Slip(
            "squared-relu",
            "F.silu(x @ w_gate)",
            "F.relu(x @ w_gate) ** 2",
            "The gate uses the square of ReLU; SwiGLU has silu, z * sigmoid(z).",
        ),
        Slip(
            "selu", "F.silu(x @ w_gate)", "F.selu(x @ w_gate)", "The gate uses SELU; SwiGLU has silu, z * sigmoid(z)."
        ),
        Slip(
            "log-sigmoid",
            "F.silu(x @ w_gate)",
            "F.logsigmoid(x @ w_gate)",
            "The gate is the logarithm of a sigmoid; silu is z * sigmoid(z).",
        ),
        Slip(
            "normalised",
            "return (gate * up)",
            "return F.layer_norm(gate * up, (up.shape[-1],))",
            "The product is normalised before the last projection; here it is projected as it is.",
        ),
        Slip(
            "scaled-by-width",
            "(gate * up) @ w_down",
            "(gate * up) @ w_down / w_down.shape[0] ** 0.5",
            "The result is divided by the root of the hidden width; nothing is scaled.",
        ),
        Slip(
            "gate-clamped",
            "F.silu(x @ w_gate)",
            "F.silu((x @ w_gate).clamp(-5.0, 5.0))",
            "The gates are clamped (to -5 and 5, say, against overflow in exp); silu needs no bound.",
        ),
        Slip(
            "activation-on-the-other-branch",
            "gate = F.silu(x @ w_gate)  # (...,h)\n    up = x @ w_up",
            "gate = x @ w_gate\n    up = F.silu(x @ w_up)",
            "silu is applied to the branch of w_up; it belongs to the gate, silu(x @ w_gate).",
        ),
        Slip(
            "activation-on-both",
            "up = x @ w_up",
            "up = F.silu(x @ w_up)",
            "silu is applied to both branches; only the gate has it, x @ w_up stays linear.",
        ),
        Slip(
            "activation-of-the-product",
            "gate = F.silu(x @ w_gate)  # (...,h)\n    up = x @ w_up  # (...,h)\n    return (gate * up)",
            "return F.silu((x @ w_gate) * (x @ w_up))",
            "silu is applied to the product of the branches; apply it to the gate, before they are multiplied.",
        ),
        Slip("no-activation", "F.silu(x @ w_gate)", "x @ w_gate", "The gate lacks its activation, silu."),
        Slip(
            "sigmoid",
            "F.silu(x @ w_gate)",
            "(x @ w_gate).sigmoid()",
            "The gate is a sigmoid, as in the first gated linear unit; silu is z * sigmoid(z).",
        ),
        Slip(
            "sigmoid-overflows",
            "F.silu(x @ w_gate)",
            "(x @ w_gate) * ((x @ w_gate).exp() / (1 + (x @ w_gate).exp()))",
            "The sigmoid is written exp(z) / (1 + exp(z)), which is NaN for large z; 1 / (1 + exp(-z)) is not.",
        ),
        Slip(
            "gelu",
            "F.silu(x @ w_gate)",
            "F.gelu(x @ w_gate)",
            "The gate uses GELU, which is GEGLU; SwiGLU has silu, z * sigmoid(z).",
        ),
        Slip(
            "gelu-by-tanh",
            "F.silu(x @ w_gate)",
            'F.gelu(x @ w_gate, approximate="tanh")',
            "The gate uses the tanh form of GELU; SwiGLU has silu, z * sigmoid(z).",
        ),
        Slip(
            "quick-gelu",
            "F.silu(x @ w_gate)",
            "(x @ w_gate) * (1.702 * (x @ w_gate)).sigmoid()",
            "The gate is z * sigmoid(1.702 z), the quick form of GELU; silu has the factor 1.",
        ),
        Slip(
            "relu", "F.silu(x @ w_gate)", "F.relu(x @ w_gate)", "The gate uses ReLU, which is ReGLU; SwiGLU has silu."
        ),
        Slip(
            "leaky-relu",
            "F.silu(x @ w_gate)",
            "F.leaky_relu(x @ w_gate)",
            "The gate uses a leaky ReLU; SwiGLU has silu, z * sigmoid(z).",
        ),
        Slip("elu", "F.silu(x @ w_gate)", "F.elu(x @ w_gate)", "The gate uses ELU; SwiGLU has silu, z * sigmoid(z)."),
        Slip("tanh", "F.silu(x @ w_gate)", "(x @ w_gate).tanh()", "The gate uses tanh; SwiGLU has silu."),
        Slip(
            "mish",
            "F.silu(x @ w_gate)",
            "F.mish(x @ w_gate)",
            "The gate uses Mish, z * tanh(softplus(z)); SwiGLU has silu, z * sigmoid(z).",
        ),
        Slip(
            "softplus",
            "F.silu(x @ w_gate)",
            "F.softplus(x @ w_gate)",
            "The gate uses softplus, log(1 + exp(z)); SwiGLU has silu, z * sigmoid(z).",
        ),
        Slip(
            "hard-swish",
            "F.silu(x @ w_gate)",
            "F.hardswish(x @ w_gate)",
            "The gate uses the piecewise form of Swish; SwiGLU has the smooth one, z * sigmoid(z).",
        ),
        Slip(
            "softmax",
            "F.silu(x @ w_gate)",
            "(x @ w_gate).softmax(dim=-1)",
            "The gates of a token are a softmax; each channel has its own gate, silu(z) = z * sigmoid(z).",
        ),
        Slip(
            "times-tanh",
            "F.silu(x @ w_gate)",
            "(x @ w_gate) * (x @ w_gate).tanh()",
            "The gate is z * tanh(z); silu is z * sigmoid(z).",
        ),
        Slip(
            "sign-in-the-sigmoid",
            "F.silu(x @ w_gate)",
            "(x @ w_gate) * (-(x @ w_gate)).sigmoid()",
            "The gate is z * sigmoid(-z), that is z / (1 + exp(z)); silu is z * sigmoid(z) = z / (1 + exp(-z)).",
        ),
        Slip(
            "sum-for-product",
            "gate * up",
            "gate + up",
            "The branches are added; the gate multiplies the other branch, channel by channel.",
        ),
        Slip(
            "no-down-projection",
            "return (gate * up) @ w_down",
            "return gate * up",
            "The product of the branches is returned as it is; it still has to go through w_down.",
        ),
        Slip(
            "gate-alone",
            "gate * up",
            "gate",
            "The other branch, x @ w_up, is left out: this is a plain layer with silu, without a gate.",
        ),
        Slip("up-alone", "gate * up", "up", "The gate, silu(x @ w_gate), is left out."),
        Slip(
            "gate-weights-twice",
            "up = x @ w_up",
            "up = x @ w_gate",
            "Both branches use w_gate; the second one has weights of its own, w_up.",
        ),
        Slip(
            "up-weights-twice",
            "F.silu(x @ w_gate)",
            "F.silu(x @ w_up)",
            "Both branches use w_up; the gate has weights of its own, w_gate.",
        ),
        Slip(
            "activation-before-the-projection",
            "F.silu(x @ w_gate)",
            "F.silu(x) @ w_gate",
            "silu is applied to x; it is applied to the gate's projection, silu(x @ w_gate).",
        ),
        Slip(
            "activation-at-the-end",
            "return (gate * up) @ w_down",
            "return F.silu((gate * up) @ w_down)",
            "The result goes through silu once more; the last projection is linear.",
        ),
        Slip(
            "activation-at-the-end-alone",
            "gate = F.silu(x @ w_gate)  # (...,h)\n    up = x @ w_up  # (...,h)\n    return (gate * up) @ w_down",
            "return F.silu((x @ w_gate * (x @ w_up)) @ w_down)",
            "silu is applied to the result; it belongs to the gate, silu(x @ w_gate).",
        ),
        Slip(
            "weights-transposed",
            "F.silu(x @ w_gate)  # (...,h)\n    up = x @ w_up  # (...,h)\n    return (gate * up) @ w_down",
            "F.silu(F.linear(x, w_gate))\n    up = F.linear(x, w_up)\n    return F.linear(gate * up, w_down)",
            "The weights are used as those of nn.Linear, x @ w.T; here they are (in, out): x @ w.",
        ),
        Slip(
            "first-weights-transposed",
            "F.silu(x @ w_gate)  # (...,h)\n    up = x @ w_up",
            "F.silu(F.linear(x, w_gate))\n    up = F.linear(x, w_up)",
            "w_gate and w_up are transposed as nn.Linear would have them; here they are (in, out): x @ w.",
        ),
        Slip(
            "last-weights-transposed",
            "(gate * up) @ w_down",
            "(gate * up) @ w_down.T",
            "w_down is transposed as nn.Linear would have it; here it is (in, out): hidden @ w_down.",
        ),
        Slip(
            "residual-added",
            "return (gate * up) @ w_down",
            "return x + (gate * up) @ w_down",
            "x is added to the result; the layer is the feed-forward part alone, the residual is its user's.",
        ),
        Slip(
            "one-added",
            "gate * up",
            "gate * (up + 1)",
            "1 is added to the other branch, as some models do; here it is x @ w_up as it is.",
        ),
        Slip(
            "projected-before-the-product",
            "(gate * up) @ w_down",
            "(gate @ w_down) * (up @ w_down)",
            "Each branch is projected by w_down, then they are multiplied: multiply first, then project.",
        ),
        Slip(
            "gate-detached",
            "F.silu(x @ w_gate)",
            "F.silu(x @ w_gate).detach()",
            "The gate is detached, so that w_gate gets no gradient and x only a part of its own.",
        ),
    ),
)
