"""Triplet loss with plain distances (Schroff et al. 2015, arXiv:1503.03832, section 3.1; Hermans et al. 2017, arXiv:1703.07737).

    loss = mean over triplets of max(0, ‖a - p‖ - ‖a - n‖ + m)

The positive has to be nearer to the anchor than the negative by the margin m; a triplet that is has no gradient. FaceNet
squares the distances; here, as in Hermans et al. and in PyTorch's loss, they are not squared. The gradient of a norm is a
unit vector, undefined at 0: hence the eps of libraries, which is left out here.

Shapes: a, p, n (...,D) alike. Returns: a scalar, the mean over all triplets (...).
"""

from torch import Tensor


def triplet_loss(a: Tensor, p: Tensor, n: Tensor, margin: float = 1.0) -> Tensor:
    """Mean hinge of the difference of the distances plus the margin."""
    near = (a - p).square().sum(dim=-1).sqrt()  # (...)
    far = (a - n).square().sum(dim=-1).sqrt()  # (...)
    return (near - far + margin).clamp(min=0).mean()
