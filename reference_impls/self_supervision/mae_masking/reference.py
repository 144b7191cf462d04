"""Random masking of a masked autoencoder (He et al. 2021, arXiv:2111.06377, section 3, 'Simple implementation').

Shuffle the patches, keep the first ones: sort each sample's patches by noise. For the decoder, argsort of the shuffle is its
inverse: `shuffled.gather(1, ids_restore)` puts every token back in its place.

Shapes: x (B,L,D), noise (B,L) -> kept (B,K,D), mask (B,L), ids_restore (B,L); K is L less the rounded L * ratio.
"""

from torch import Tensor


def random_masking(x: Tensor, ratio: float, noise: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Patches of smallest noise in the order of their noise; 1 = removed; the rank of each patch."""
    _, L, D = x.shape
    K = L - round(L * ratio)
    ids_shuffle = noise.argsort(dim=1)  # (B,L): which patch has rank j
    ids_restore = ids_shuffle.argsort(dim=1)  # (B,L): which rank patch i has
    kept = x.gather(1, ids_shuffle[:, :K, None].expand(-1, -1, D))  # (B,K,D)
    mask = (ids_restore >= K).to(x.dtype)
    return kept, mask, ids_restore
