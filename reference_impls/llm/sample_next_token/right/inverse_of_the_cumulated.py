import torch


def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    if temperature == 0:
        return logits.argmax(dim=1)
    p = torch.softmax(logits.double() / temperature, dim=1)
    sp, si = p.sort(dim=1, descending=True)
    if top_k is not None:
        sp[:, top_k:] = 0
        sp = sp / sp.sum(1, keepdim=True)
    if top_p is not None:
        drop = (sp.cumsum(1) - sp) >= top_p
        drop[:, 0] = False
        sp = sp.masked_fill(drop, 0)
    cdf = sp.cumsum(1)
    u = torch.rand(len(p), 1, dtype=torch.float64) * cdf[:, -1:]
    j = torch.searchsorted(cdf, u, right=True).clamp(max=p.shape[1] - 1)
    return si.gather(1, j).squeeze(1)
