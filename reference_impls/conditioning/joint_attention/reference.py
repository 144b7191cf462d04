"""Joint attention of image and text tokens as in MM-DiT (Esser et al. 2024, arXiv:2403.03206, section 4).

    q, k, v = [txt W_txt ; img W_img]              each stream has weights of its own
    out     = softmax(q kᵀ / √d) v                 over all M + N tokens, d = D / n_heads, no mask
    txt_out, img_out = the first M, the last N

Both streams read both: the image reads the text, as with cross-attention, and the text is refined by the image, as it
isn't there. Modulation, normalization of q and k, and output projections lie outside this function.

Shapes: img (B,N,D), txt (B,M,D), w_img and w_txt (D,3D). Returns: img_out (B,N,D) and txt_out (B,M,D).
"""

import math

import torch
from torch import Tensor


def joint_attention(img: Tensor, txt: Tensor, w_img: Tensor, w_txt: Tensor, n_heads: int) -> tuple[Tensor, Tensor]:
    """One attention over two sequences that are projected apart."""
    qkv = torch.cat((txt @ w_txt, img @ w_img), dim=1)  # (B,M+N,3D)
    q, k, v = (part.unflatten(-1, (n_heads, -1)).transpose(1, 2) for part in qkv.chunk(3, dim=-1))  # (B,H,M+N,d)
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    out = (scores.softmax(dim=-1) @ v).transpose(1, 2).flatten(-2)  # (B,M+N,D)
    M = txt.shape[1]
    img_out, txt_out = out[:, M:], out[:, :M]
    return img_out, txt_out
