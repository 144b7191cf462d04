# slip: softmax-of-the-rest
import torch


def speculative_accept(p, q, drafts, u):
    n = drafts.numel()
    for i in range(n):
        x = drafts[i]
        if u[i] >= torch.clamp(p[i, x] / q[i, x], max=1):
            return i, torch.softmax(torch.relu(p[i] - q[i]), dim=-1)
    return n, p[-1]
