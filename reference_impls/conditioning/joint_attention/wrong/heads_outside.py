# slip: thirds-inside-heads
import math
import torch


def joint_attention(img, txt, w_img, w_txt, n_heads):
    M = txt.shape[1]
    z = torch.cat([txt @ w_txt, img @ w_img], 1).unflatten(-1, (n_heads, 3, -1)).transpose(1, 2)
    q, k, v = z.unbind(3)
    o = ((q @ k.mT / math.sqrt(q.shape[-1])).softmax(-1) @ v).transpose(1, 2).flatten(2)
    return o[:, M:], o[:, :M]
