"""Merging attention over disjoint sets of keys (Dao et al. 2023, the note on Flash-Decoding; Liu et al. 2023,
arXiv:2310.01889, section 3; the rescaling of Milakov and Gimelshein 2018, arXiv:1805.02867, section 3.1).

    lse_p = log Σ_{j in set p} exp(s_j),   out_p = Σ_{j in set p} exp(s_j - lse_p) v_j
    lse   = log Σ_p exp(lse_p)
    out   = Σ_p exp(lse_p - lse) out_p

Set p holds the share exp(lse_p - lse) of a query's whole weight: a softmax over the sets. The merge is associative, so it
may run as a tree or around a ring. A set without any visible key has lse -inf and share 0.

Shapes: outs (P,...,T,dv), lses (P,...,T), at least one finite for each query. Returns: out (...,T,dv) and lse (...,T).
"""

from torch import Tensor


def merge_attention(outs: Tensor, lses: Tensor) -> tuple[Tensor, Tensor]:
    """Attention over all keys from attention over each set of them."""
    share = lses.softmax(dim=0)  # (P,...,T)
    return (share[..., None] * outs).sum(dim=0), lses.logsumexp(dim=0)
