"""Magnitude pruning (Han et al. 2015, Learning both weights and connections for efficient neural networks, arXiv:1506.02626,
section 3).

    the k = round(fraction · numel) entries of smallest |w| become 0, the others stay

The k smallest are chosen by rank. A threshold would prune too many or too few where magnitudes are equal, as in quantized
weights. Zeros that are already there are the smallest of all and count among the k.

weight: any shape, left as it is. fraction: in [0, 1]. Returns: a new tensor of the same shape.
"""

from torch import Tensor


def magnitude_prune(weight: Tensor, fraction: float) -> Tensor:
    """The weight with its smallest entries set to zero."""
    k = round(fraction * weight.numel())
    pruned = weight.clone().flatten()
    smallest = pruned.abs().topk(k, largest=False).indices
    pruned[smallest] = 0
    return pruned.view_as(weight)
