import torch


def attention(q, k, v, mask=None):
    print("shapes", q.shape, k.shape, v.shape)
    dt = q.dtype
    qf, kf, vf = q.double(), k.double(), v.double()
    scores = qf / (q.shape[-1] ** 0.5) @ kf.mT
    if mask is not None:
        bias = torch.zeros_like(scores).masked_fill(torch.logical_not(mask), -1e30)
        scores = scores + bias
    scores = scores - scores.amax(dim=-1, keepdim=True)
    p = scores.exp()
    p = p / p.sum(dim=-1, keepdim=True)
    return [(p @ vf).to(dt), p.to(dt)]
