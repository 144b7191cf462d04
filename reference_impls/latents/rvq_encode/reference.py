"""Residual vector quantization of audio codecs (Zeghidour et al. 2021, SoundStream, arXiv:2107.03312, algorithm 1).

    r_1 = z,    k_q = argmin_j ‖r_q - e_qj‖,    r_{q+1} = r_q - e_{q,k_q},    z_q = Σ_q e_{q,k_q}

Each level quantizes what the levels before it left over. Q codebooks of K codes take Q log2 K bits and Q K D numbers; a single
codebook of that rate would need K^Q codes. The first n indices are a coarser code by themselves: the bit rate is chosen after
training. The search is greedy, so the sum need not be the nearest of all K^Q sums.

Shapes: z (B,D), codebooks (Q,K,D). Returns: indices (B,Q) long and z_q (B,D); the decoder gets (B,n), n <= Q.
"""

import torch
from torch import Tensor


def rvq_encode(z: Tensor, codebooks: Tensor) -> tuple[Tensor, Tensor]:
    """The index chosen at each level, and the sum of the chosen codes."""
    residual, z_q, chosen = z, torch.zeros_like(z), []
    for codebook in codebooks:  # (K,D)
        distances = (residual[:, None] - codebook).square().sum(dim=-1)  # (B,1,D) - (K,D) -> (B,K)
        nearest = distances.argmin(dim=1)  # (B,)
        residual = residual - codebook[nearest]
        z_q = z_q + codebook[nearest]
        chosen.append(nearest)
    indices = torch.stack(chosen, dim=1)  # (B,Q)
    return indices, z_q


def rvq_decode(indices: Tensor, codebooks: Tensor) -> Tensor:
    """The sum of the codes of the levels that are given."""
    levels = indices.shape[1]
    codes = [codebooks[q, indices[:, q]] for q in range(levels)]  # n times (B,D)
    return torch.stack(codes).sum(dim=0)
