# slip: none
import torch


def sliding_window_attention(q, k, v, window):
    i = torch.arange(q.shape[-2])
    m = (i[:, None] - i).abs() <= window // 2
    return (q @ k.mT / q.shape[-1]).masked_fill(~m, float("-inf")).softmax(-1) @ v
