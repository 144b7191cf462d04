# slip: image-first-then-split-as-text-first
import math
import torch


def joint_attention(img, txt, w_img, w_txt, n_heads):
    M = txt.shape[1]
    q, k, v = (z.unflatten(-1, (n_heads, -1)).transpose(1, 2) for z in torch.cat([img @ w_img, txt @ w_txt], 1).chunk(3, -1))
    o = ((q @ k.mT / math.sqrt(q.shape[-1])).softmax(-1) @ v).transpose(1, 2).flatten(2)
    return o[:, M:], o[:, :M]
