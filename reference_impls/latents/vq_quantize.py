"""Vector quantisation with a straight-through gradient (van den Oord et al. 2017, VQ-VAE, arXiv:1711.00937, eqs. 1 to 3).

    k    = argmin_j ‖z - e_j‖²
    z_q  = z + sg(e_k - z)
    loss = ‖sg(z) - e_k‖² + β ‖z - sg(e_k)‖²

sg stops the gradient. The choice k has none, so z_q copies the decoder's gradient to z: forward it is the code, backward z.
Nothing of it reaches the code, hence the two other terms: the first draws the code to the encodings that chose it, the second
(the commitment) keeps an encoding near its code. Both have the same value; only the gradients differ. The paper writes squared
norms; here both terms are means over the B·D entries.

Shapes: z (B,D), codebook (K,D), beta a float. Returns: z_q (B,D), indices (B,) long, loss a scalar.
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Law, Problem, Slip, World, expect


def vq_quantize(z: Tensor, codebook: Tensor, beta: float = 0.25) -> tuple[Tensor, Tensor, Tensor]:
    """The nearest codes with the gradient passed to z, their indices, and codebook plus commitment loss."""
    distances = (z[:, None] - codebook[None]).square().sum(dim=-1)  # (B,1,D) - (1,K,D) -> (B,K)
    indices = distances.argmin(dim=1)  # (B,)
    e = codebook[indices]  # (B,D)
    codebook_loss = (z.detach() - e).square().mean()
    commitment = (z - e.detach()).square().mean()
    z_q = z + (e - z).detach()
    return z_q, indices, codebook_loss + beta * commitment


# ----------------------------------------------------------------------------------------------------------------------

ENTRY = "vq_quantize"
MARGIN = 0.05
"""By which share of its squared distance, at least, the second code is farther: no arithmetic confuses them."""


def decided(draw: Draw, codebook: Tensor, rows: int, scale: float = 1.0, mean: float = 0.0) -> Tensor:
    """Encodings (rows,D) that are clearly nearest to one code each."""
    z = draw.normal(40 * rows, codebook.shape[1], scale=scale, mean=mean)
    distances = (z[:, None].double() - codebook[None].double()).square().sum(dim=-1)
    nearest = distances.topk(2, dim=1, largest=False).values
    clear = nearest[:, 1] - nearest[:, 0] > MARGIN * (scale**2 + nearest[:, 1])
    return z[clear][:rows]


def cases(draw: Draw) -> Iterator[Case]:
    codebook = draw.normal(2, 3)
    yield Case("two encodings, two codes", (decided(draw, codebook, 2), codebook))
    codebook = draw.normal(9, 4)
    z = decided(draw, codebook, 30)
    yield Case("default beta", (z, codebook))
    yield Case("another beta", (z[:7], codebook, draw.real(0.4, 0.8)))
    yield Case("beta above one, by name", (z[:6], codebook), {"beta": draw.real(1.5, 3.0)})
    yield Case("beta zero", (z[:5], codebook, 0.0))
    codebook = draw.normal(6, 3)
    yield Case("as many encodings as codes", (decided(draw, codebook, 6), codebook))
    codebook = draw.normal(7, 7)
    yield Case("as many codes as dimensions", (decided(draw, codebook, 7), codebook, 0.5))
    codebook = draw.normal(5, 2)
    yield Case("one encoding", (decided(draw, codebook, 1), codebook))
    lengths = torch.tensor([0.3, 3.0, 1.0, 2.0, 0.5, 4.0, 1.5, 2.5], dtype=torch.float64)
    codebook = draw.floating(lengths[:, None] * draw.normal(8, 3).double())
    yield Case("codes of different lengths", (decided(draw, codebook, 24, scale=2.0), codebook))
    codebook = draw.normal(12, 5, mean=3.0)
    yield Case("codes far from the origin", (decided(draw, codebook, 20, mean=3.0), codebook))
    codebook = draw.floating(torch.tensor([[0.5, -0.25], [40.0, 40.0], [-40.0, 40.0]]))
    yield Case("all choose one code", (draw.normal(6, 2), codebook))
    codebook = draw.floating(torch.tensor([[-4.0], [1.0], [6.0], [2.5]]))
    yield Case("one dimension", (decided(draw, codebook, 10, scale=3.0), codebook))


def indices_are_long(world: World, draw: Draw) -> None:
    codebook = draw.normal(4, 3)
    result = world.call(ENTRY, decided(draw, codebook, 5), codebook)
    three = isinstance(result, tuple | list) and len(result) == 3
    expect(three, "return three values, (z_q, indices, loss)", "three-values")
    dtype = torch.as_tensor(result[1]).dtype
    expect(dtype == torch.int64, f"indices are {str(dtype).removeprefix('torch.')}, expected long (int64)", "dtype")


PROBLEM = Problem(
    id="vq-quantize",
    entries=(vq_quantize,),
    cases=cases,
    laws=(Law("indices are long", indices_are_long),),
    dtypes=(torch.float32,),  # `one_hot(indices).float() @ codebook` is right, and raises where the codebook is float64
    slips=(
        Slip(
            "no-straight-through",
            "z_q = z + (e - z).detach()",
            "z_q = e",
            "The gradient of z_q goes to the codebook and none to the encoder: z_q is the code itself, or the wrong side is "
            "detached. z + (e - z).detach().",
        ),
        Slip(
            "gradient-to-both",
            "z_q = z + (e - z).detach()",
            "z_q = e + (z - z.detach())",
            "The gradient of z_q reaches z and the codebook; it must reach z alone: detach the code as well.",
        ),
        Slip(
            "gradient-to-none",
            "z_q = z + (e - z).detach()",
            "z_q = e.detach()",
            "z_q carries no gradient, so the encoder learns nothing from the decoder: z and its gradient must not cancel or be "
            "detached. z + (e - z).detach().",
        ),
        Slip(
            "beta-on-the-codebook-term",
            "codebook_loss + beta * commitment",
            "beta * codebook_loss + commitment",
            "The value is right, the gradients are not: beta weighs the commitment (z - sg(e))^2, which moves the encoder. Are "
            "the stop-gradients exchanged?",
        ),
        Slip(
            "no-stop-gradient",
            "codebook_loss = (z.detach() - e).square().mean()\n    commitment = (z - e.detach()).square().mean()",
            "codebook_loss = commitment = (z - e).square().mean()",
            "Without the stop-gradients both terms move both sides, by 1 + beta; each term moves one side.",
        ),
        Slip(
            "beta-on-both",
            "codebook_loss + beta * commitment",
            "beta * (codebook_loss + commitment)",
            "beta weighs both terms; it belongs to the commitment alone.",
        ),
        Slip(
            "beta-ignored",
            "codebook_loss + beta * commitment",
            "codebook_loss + commitment",
            "Both terms count alike; the commitment is weighed by beta.",
        ),
        Slip(
            "beta-fixed",
            "codebook_loss + beta * commitment",
            "codebook_loss + 0.25 * commitment",
            "The default 0.25 is written into the loss; use the argument beta.",
        ),
        Slip(
            "commitment-only",
            "codebook_loss + beta * commitment",
            "beta * commitment",
            "The codebook term is missing, so the codes never learn: add (sg(z) - e)^2.",
        ),
        Slip(
            "codebook-term-only",
            "codebook_loss + beta * commitment",
            "codebook_loss",
            "The commitment is missing: add beta (z - sg(e))^2.",
        ),
        Slip(
            "norms",
            "codebook_loss + beta * commitment",
            "(codebook_loss + beta * commitment) * z.shape[1]",
            "The squared errors are summed over D; the spec asks for the mean over all B*D entries.",
        ),
        Slip(
            "summed",
            "codebook_loss + beta * commitment",
            "(codebook_loss + beta * commitment) * z.numel()",
            "The squared errors are summed; the spec asks for the mean over all B*D entries.",
        ),
        Slip("farthest", ".argmin(", ".argmax(", "You take the farthest code; it is the nearest one, argmin."),
        Slip(
            "largest-product",
            "(z[:, None] - codebook[None]).square().sum(dim=-1)",
            "-(z @ codebook.T)",
            "The code with the largest inner product need not be the nearest unless all have the same length: "
            "minimise |e|^2 - 2 z e.",
        ),
        Slip(
            "cosine",
            "(z[:, None] - codebook[None]).square().sum(dim=-1)",
            "-(z @ (codebook / codebook.norm(dim=1, keepdim=True)).T)",
            "Codes are compared by their angle (cosine); the spec has the Euclidean distance.",
        ),
        Slip(
            "factor-two-missing",
            "(z[:, None] - codebook[None]).square().sum(dim=-1)",
            "codebook.square().sum(dim=1) - z @ codebook.T",
            "In |z|^2 - 2 z e + |e|^2 the factor 2 is missing.",
        ),
        Slip(
            "absolute-distance",
            "(z[:, None] - codebook[None]).square()",
            "(z[:, None] - codebook[None]).abs()",
            "Codes are compared by the sum of absolute differences; the spec has the Euclidean distance.",
        ),
        Slip(
            "indices-as-a-column",
            "return z_q, indices, c",
            "return z_q, indices[:, None], c",
            "indices has the shape (B,1); the spec has (B,).",
        ),
        Slip(
            "default-beta-one",
            "beta: float = 0.25",
            "beta: float = 1.0",
            "The default of beta is 1; the spec says 0.25.",
        ),
        Slip(
            "codebook-term-moves-z",
            "(z.detach() - e)",
            "(z - e)",
            "The codebook term is without its stop-gradient, so that it moves the encoder as well: (sg(z) - e)^2.",
        ),
        Slip(
            "commitment-moves-codes",
            "(z - e.detach())",
            "(z - e)",
            "The commitment is without its stop-gradient, so that it moves the codes as well: (z - sg(e))^2.",
        ),
        Slip(
            "codebook-never-learns",
            "e = codebook[indices]",
            "e = codebook[indices].detach()",
            "No gradient reaches the codebook: in the term (sg(z) - e)^2 only z is detached.",
        ),
        Slip(
            "one-commitment-for-both",
            "codebook_loss + beta * commitment",
            "(1 + beta) * commitment",
            "The value is right, the gradients are not: both terms move the encoder. In (sg(z) - e)^2 it is z that "
            "is detached.",
        ),
        Slip(
            "loss-of-the-straight-through",
            "codebook_loss = (z.detach() - e).square().mean()\n"
            "    commitment = (z - e.detach()).square().mean()\n"
            "    z_q = z + (e - z).detach()",
            "z_q = z + (e - z).detach()\n"
            "    codebook_loss = (z.detach() - z_q).square().mean()\n"
            "    commitment = (z - z_q.detach()).square().mean()",
            "The loss is computed from z_q after the straight-through step, whose gradient goes to z: use the code e.",
        ),
        Slip(
            "halved",
            "codebook_loss + beta * commitment",
            "0.5 * (codebook_loss + beta * commitment)",
            "The loss has a factor 1/2; the spec has none.",
        ),
        Slip(
            "loss-for-each-sample",
            "codebook_loss = (z.detach() - e).square().mean()\n    commitment = (z - e.detach()).square().mean()",
            "codebook_loss = (z.detach() - e).square().mean(dim=1)\n"
            "    commitment = (z - e.detach()).square().mean(dim=1)",
            "The loss has one value for each encoding; take the mean over all B*D entries.",
        ),
        Slip(
            "norms-not-squared",
            "codebook_loss = (z.detach() - e).square().mean()\n    commitment = (z - e.detach()).square().mean()",
            "codebook_loss = (z.detach() - e).norm(dim=1).mean()\n    commitment = (z - e.detach()).norm(dim=1).mean()",
            "The distances are not squared: the loss has the mean of the squared differences.",
        ),
        Slip(
            "largest-difference",
            "(z[:, None] - codebook[None]).square().sum(dim=-1)",
            "(z[:, None] - codebook[None]).abs().amax(dim=-1)",
            "Codes are compared by their largest difference; the spec has the Euclidean distance.",
        ),
        Slip(
            "differences-not-squared",
            "(z[:, None] - codebook[None]).square().sum(dim=-1)",
            "(z[:, None] - codebook[None]).sum(dim=-1).abs()",
            "Differences are added up before they are squared, so that they cancel: square each, then sum.",
        ),
        Slip(
            "cross-term-added",
            "(z[:, None] - codebook[None]).square().sum(dim=-1)",
            "codebook.square().sum(dim=1) + 2 * z @ codebook.T",
            "In |z|^2 - 2 z e + |e|^2 the cross term is added; it is subtracted.",
        ),
        Slip(
            "nearest-encoding",
            ".argmin(dim=1)",
            ".argmin(dim=0)",
            "argmin runs over the encodings, so that each code gets its nearest encoding; each encoding needs its "
            "nearest code.",
        ),
        Slip(
            "z-for-the-code",
            "z_q = z + (e - z).detach()",
            "z_q = e + (z - e).detach()",
            "z_q has the value of z: forward it has to be the code, with z's gradient: z + (e - z).detach().",
        ),
        Slip(
            "loss-second",
            "return z_q, indices, codebook_loss + beta * commitment",
            "return z_q, codebook_loss + beta * commitment, indices",
            "The order is (z_q, indices, loss); you return the loss second.",
        ),
        Slip(
            "loss-first",
            "return z_q, indices, codebook_loss + beta * commitment",
            "return codebook_loss + beta * commitment, z_q, indices",
            "The order is (z_q, indices, loss); you return the loss first.",
        ),
        Slip(
            "indices-as-one-hot",
            "return z_q, indices, c",
            "return z_q, torch.nn.functional.one_hot(indices, len(codebook)), c",
            "The indices come as one-hot vectors (B,K); the spec has their numbers, (B,).",
        ),
        Slip(
            "indices-as-floats",
            "return z_q, indices, c",
            "return z_q, indices.to(z.dtype), c",
            "The indices are floating-point numbers; the spec has long.",
        ),
        Slip(
            "indices-as-int32",
            "return z_q, indices, c",
            "return z_q, indices.int(), c",
            "The indices are integers but not int64, int32 say; the spec has long (int64).",
        ),
        Slip(
            "one-minus-beta",
            "beta * commitment",
            "(1 - beta) * commitment",
            "The commitment is weighted by 1 - beta; its weight is beta.",
        ),
        Slip(
            "soft-assignment",
            "e = codebook[indices]",
            "e = (-distances.sqrt()).softmax(dim=1) @ codebook",
            "e is a weighted mean of all codes; it is the nearest one, codebook[indices].",
        ),
    ),
)
