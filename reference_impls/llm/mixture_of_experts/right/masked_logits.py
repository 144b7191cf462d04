import torch


def moe_forward(x, gate, experts, k):
    logits = torch.matmul(x, gate)
    kth = logits.sort(dim=1).values[:, -k].unsqueeze(1)
    weights = torch.where(logits >= kth, logits, torch.tensor(float("-inf"), dtype=x.dtype)).softmax(1)
    parts = []
    for e in range(len(experts)):
        mine = (logits[:, e] >= kth[:, 0]).nonzero()[:, 0]
        if mine.numel() > 0:
            y = weights[mine, e].unsqueeze(1) * experts[e](x[mine])
            parts.append(torch.zeros_like(x).index_put((mine,), y))
    return torch.stack(parts).sum(0)
