import torch


def moe_router(logits, k):
    values, idx = torch.sort(logits, dim=1, descending=True)
    gates, idx = values[:, :k].softmax(1), idx[:, :k]
    with torch.no_grad():
        load = torch.zeros(logits.shape[1], dtype=logits.dtype)
        load.index_add_(0, idx.reshape(-1), torch.ones(idx.numel(), dtype=logits.dtype))
        load /= idx.numel()
    mean_p = torch.exp(logits - logits.logsumexp(1, keepdim=True)).mean(0)
    return gates, idx, logits.shape[1] * torch.dot(load, mean_p)
