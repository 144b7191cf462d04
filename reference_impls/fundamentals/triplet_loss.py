"""Triplet loss with plain distances (Schroff et al. 2015, arXiv:1503.03832, eq. 2; Hermans et al. 2017, arXiv:1703.07737).

    loss = mean over triplets of max(0, ‖a - p‖ - ‖a - n‖ + m)

The positive has to be nearer to the anchor than the negative by the margin m; a triplet that is has no gradient. FaceNet
squares the distances; here, as in Hermans et al. and in PyTorch's loss, they are not squared. The gradient of a norm is a
unit vector, undefined at 0: hence the eps of libraries, which is left out here.

Shapes: a, p, n (...,D) alike. Returns: a scalar, the mean over all triplets (...).
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem, Slip


def triplet_loss(a: Tensor, p: Tensor, n: Tensor, margin: float = 1.0) -> Tensor:
    """Mean hinge of the difference of the distances plus the margin."""
    near = (a - p).square().sum(dim=-1).sqrt()  # (...)
    far = (a - n).square().sum(dim=-1).sqrt()  # (...)
    return (near - far + margin).clamp(min=0).mean()


# ----------------------------------------------------------------------------------------------------------------------


def triplets(
    draw: Draw, *shape: int, margin: float, violate: str = "some", far: float = 2.0
) -> tuple[Tensor, Tensor, Tensor]:
    """Anchors, positives and negatives with ‖a-p‖ - ‖a-n‖ at least a fifth of the margin away from -margin.

    Some, all or none of them violate the margin, some of the violations with the negative nearer than the positive.
    """
    batch = torch.Size(shape[:-1])
    count = batch.numel()
    order = torch.tensor(draw.permutation(count))
    kind = {"some": order % 3, "all": order % 2, "none": torch.full((count,), 2)}[violate]
    u = draw.uniform(count).double()
    # 0: the negative nearer; 1: farther, but within the margin; 2: beyond the margin
    gaps = torch.where(kind == 0, -0.2 - 0.6 * u, torch.where(kind == 1, margin * (0.2 + 0.6 * u), margin * (1.2 + u)))
    near = far + 0.5 * draw.uniform(count).double()
    a = draw.normal(*shape).double()
    directions = [draw.normal(*shape).double() for _ in range(2)]
    unit = [d / d.norm(dim=-1, keepdim=True) for d in directions]
    p = a + near.reshape(batch)[..., None] * unit[0]
    n = a + (near + gaps).reshape(batch)[..., None] * unit[1]
    return draw.floating(a), draw.floating(p), draw.floating(n)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one triplet within the margin", triplets(draw, 1, 3, margin=1.0, violate="all"))
    yield Case("seven triplets, some within the margin", triplets(draw, 7, 4, margin=1.0))
    yield Case("a margin of 0.3", triplets(draw, 6, 5, margin=0.3), {"margin": 0.3})
    yield Case("a margin of 2.5, by position", (*triplets(draw, 8, 3, margin=2.5, violate="all", far=3.0), 2.5))
    yield Case("no triplet within the margin", triplets(draw, 5, 3, margin=1.0, violate="none"))
    yield Case("single vectors", triplets(draw, 6, margin=0.5, violate="all"), {"margin": 0.5})
    yield Case("two leading axes", triplets(draw, 3, 4, 5, margin=1.0))
    yield Case("three leading axes, a margin of 2", triplets(draw, 2, 3, 2, 4, margin=2.0), {"margin": 2})
    yield Case("one coordinate", triplets(draw, 6, 1, margin=1.0))
    yield Case("as many triplets as coordinates", triplets(draw, 4, 4, margin=1.0))
    yield Case("a margin of 0", triplets(draw, 9, 3, margin=0.5), {"margin": 0.0})
    for name, scale in (("a hundredth", 1e-2), ("a thousandth", 1e-3), ("a hundred-thousandth", 1e-5), ("1e-8", 1e-8)):
        small = [draw.floating(scale * values.double()) for values in triplets(draw, 6, 3, margin=1.0)]
        yield Case(f"distances of {name}", tuple(small), {"margin": scale})


NEAR = "(a - p).square().sum(dim=-1).sqrt()"
FAR = "(a - n).square().sum(dim=-1).sqrt()"
BOTH = f"{NEAR}  # (...)\n    far = {FAR}"
HINGE = "(near - far + margin).clamp(min=0)"
RETURN = f"return {HINGE}.mean()"


def both(form: str) -> str:
    """Both distances in another form, where X stands for the difference."""
    return f"{form.replace('X', '(a - p)')}\n    far = {form.replace('X', '(a - n)')}"


PROBLEM = Problem(
    id="triplet-loss",
    entries=(triplet_loss,),
    cases=cases,
    slips=(
        Slip(
            "squared-distances",
            BOTH,
            both("X.square().sum(dim=-1)"),
            "The distances are squared, as in FaceNet; here they are plain Euclidean: take the root.",
        ),
        Slip(
            "squared-positive-distance",
            NEAR,
            "(a - p).square().sum(dim=-1)",
            "The distance to the positive is squared, that to the negative is not: take the root of both.",
        ),
        Slip(
            "squared-negative-distance",
            FAR,
            "(a - n).square().sum(dim=-1)",
            "The distance to the negative is squared, that to the positive is not: take the root of both.",
        ),
        Slip(
            "mean-squared-distances",
            BOTH,
            both("X.square().mean(dim=-1)"),
            "The squares are averaged over the coordinates, without a root: the distance is the root of their sum.",
        ),
        Slip(
            "root-of-the-mean-square",
            BOTH,
            both("X.square().mean(dim=-1).sqrt()"),
            "The squares are averaged over the coordinates before the root: they are summed.",
        ),
        Slip(
            "sum-of-absolutes",
            BOTH,
            both("X.abs().sum(dim=-1)"),
            "The distance is the sum of absolute differences; the Euclidean one is asked for.",
        ),
        Slip(
            "largest-difference",
            BOTH,
            both("X.abs().amax(dim=-1)"),
            "The distance is the largest difference of a coordinate; the Euclidean one is asked for.",
        ),
        Slip(
            "cosine-distances",
            BOTH,
            "1 - torch.nn.functional.cosine_similarity(a, p, dim=-1)\n"
            "    far = 1 - torch.nn.functional.cosine_similarity(a, n, dim=-1)",
            "The distance is 1 minus the cosine; the Euclidean one is asked for.",
        ),
        Slip(
            "embeddings-normalised",
            "    near =",
            "    a, p, n = (v / v.norm(dim=-1, keepdim=True) for v in (a, p, n))\n    near =",
            "The embeddings are scaled to unit length first, as FaceNet's are; take them as they come.",
        ),
        Slip(
            "inner-products",
            BOTH,
            "-(a * p).sum(dim=-1)\n    far = -(a * n).sum(dim=-1)",
            "Inner products take the place of distances; the Euclidean distance is asked for.",
        ),
        Slip(
            "exchanged",
            HINGE,
            "(far - near + margin).clamp(min=0)",
            "Positive and negative are exchanged: the distance to the positive has to be small, d(a,p) - d(a,n) + margin.",
        ),
        Slip(
            "margin-subtracted",
            HINGE,
            "(near - far - margin).clamp(min=0)",
            "The margin is subtracted; it is added, so that a positive that is only a little nearer still costs something.",
        ),
        Slip(
            "exchanged-and-subtracted",
            HINGE,
            "(far - near - margin).clamp(min=0)",
            "The sign of all is wrong: max(0, d(a,p) - d(a,n) + margin).",
        ),
        Slip("margin-missing", HINGE, "(near - far).clamp(min=0)", "The margin is missing: d(a,p) - d(a,n) + margin."),
        Slip(
            "margin-of-one",
            HINGE,
            "(near - far + 1.0).clamp(min=0)",
            "The margin is always 1; the argument has no effect.",
        ),
        Slip(
            "margin-outside-the-hinge",
            HINGE,
            "((near - far).clamp(min=0) + margin)",
            "The margin is added after the hinge: it belongs inside, max(0, d(a,p) - d(a,n) + margin).",
        ),
        Slip(
            "hinge-at-the-margin",
            HINGE,
            "(near - far).clamp(min=margin)",
            "The difference is kept above the margin in place of 0: add the margin, then clamp at 0.",
        ),
        Slip(
            "no-hinge",
            HINGE,
            "(near - far + margin)",
            "There is no max(0, ...): triplets beyond the margin must cost nothing, not less than nothing.",
        ),
        Slip(
            "hinge-after-the-mean",
            RETURN,
            "return (near - far + margin).mean().clamp(min=0)",
            "The hinge is taken of the mean, so that easy triplets pay for hard ones: max(0, ...) of each, then the mean.",
        ),
        Slip(
            "softplus",
            HINGE,
            "torch.nn.functional.softplus(near - far + margin)",
            "softplus takes the place of the hinge: max(0, ...) is exactly 0 beyond the margin.",
        ),
        Slip(
            "absolute-value",
            HINGE,
            "(near - far + margin).abs()",
            "The absolute value takes the place of max(0, ...): triplets beyond the margin must cost nothing.",
        ),
        Slip(
            "hinge-squared",
            HINGE,
            f"{HINGE}.square()",
            "The hinge is squared; its plain value is asked for.",
        ),
        Slip("sum", RETURN, f"return {HINGE}.sum()", "The triplets are summed; their mean is asked for."),
        Slip(
            "not-reduced",
            RETURN,
            f"return {HINGE}",
            "One loss for each triplet is returned; their mean is asked for.",
        ),
        Slip(
            "mean-over-active-triplets",
            RETURN,
            f"loss = {HINGE}\n    return loss.sum() / (loss > 0).sum().clamp(min=1)",
            "The mean runs over the triplets that cost something; it runs over all of them.",
        ),
        Slip(
            "mean-over-the-first-axis-alone",
            RETURN,
            f"loss = {HINGE}\n    return loss.sum() / (len(loss) if loss.ndim else 1)",
            "The sum is divided by the length of the first axis: divide by the number of all triplets.",
        ),
        Slip(
            "mean-over-the-coordinates-too",
            RETURN,
            f"return {HINGE}.mean() / a.shape[-1]",
            "The mean is divided by the number of coordinates, too: divide by the number of triplets.",
        ),
        Slip(
            "over-the-first-axis",
            BOTH,
            both("X.square().sum(dim=0).sqrt()"),
            "The distances run over the first axis, the batch; they run over the last one.",
        ),
        Slip(
            "over-the-second-axis",
            BOTH,
            both("X.square().sum(dim=min(1, X.ndim - 1)).sqrt()"),
            "The distances run over axis 1, which is the last one only for two axes: use dim=-1.",
        ),
        Slip(
            "one-norm-of-everything",
            BOTH,
            both("X.square().sum().sqrt()"),
            "One distance is taken of the whole batch; each triplet has its own, over the last axis.",
        ),
        Slip(
            "one-norm-of-each-sample",
            BOTH,
            both("X.reshape(X.shape[0] if X.ndim > 1 else 1, -1).square().sum(dim=-1).sqrt()"),
            "All axes but the first are flattened into one vector; the distance runs over the last axis alone.",
        ),
        Slip(
            "eps-in-the-difference",
            BOTH,
            both("(X + 1e-6).square().sum(dim=-1).sqrt()"),
            "1e-6 is added to the differences, as pairwise_distance and the library's loss do: no eps is asked for.",
        ),
        *(
            Slip(
                f"{eps}-in-the-root",
                BOTH,
                both(f"(X.square().sum(dim=-1) + {eps}).sqrt()"),
                f"{eps} is added inside the root, which changes small distances: no eps is asked for.",
            )
            for eps in ("1e-6", "1e-8", "1e-12")
        ),
        Slip(
            "positive-to-negative",
            FAR,
            "(p - n).square().sum(dim=-1).sqrt()",
            "The negative's distance is measured from the positive; it is measured from the anchor.",
        ),
        Slip(
            "nearer-of-anchor-and-positive",
            FAR,
            "torch.minimum((a - n).square().sum(dim=-1), (p - n).square().sum(dim=-1)).sqrt()",
            "The negative's distance is the smaller of those from anchor and positive, as with `swap` in libraries: measure it "
            "from the anchor.",
        ),
        Slip(
            "hardest-triplet-alone",
            RETURN,
            f"return {HINGE}.max()",
            "Only the hardest triplet counts; the mean over all is asked for.",
        ),
        Slip(
            "detached",
            RETURN,
            f"return {HINGE}.mean().detach()",
            "The value is right, but no gradient can flow: .item(), torch.tensor(...) or no_grad cut it off.",
        ),
        Slip(
            "anchor-detached",
            BOTH,
            "(a.detach() - p).square().sum(dim=-1).sqrt()\n    far = (a.detach() - n).square().sum(dim=-1).sqrt()",
            "The anchor is detached: gradients are asked for with respect to all three inputs.",
        ),
        Slip(
            "negative-detached",
            FAR,
            "(a - n.detach()).square().sum(dim=-1).sqrt()",
            "The negative is detached: gradients are asked for with respect to all three inputs.",
        ),
        Slip(
            "default-margin-of-a-fifth",
            "margin: float = 1.0",
            "margin: float = 0.2",
            "The default of the margin is 1; 0.2 is FaceNet's.",
        ),
    ),
)
