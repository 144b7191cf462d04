# slip: equal-weights
import torch


def moe_forward(x, gate, experts, k):
    idx = (x @ gate).topk(k, dim=-1).indices
    m = torch.zeros(x.shape[0], len(experts), dtype=x.dtype).scatter(1, idx, 1.0 / k)
    return sum(m[:, e:e + 1] * experts[e](x) for e in range(len(experts)))
