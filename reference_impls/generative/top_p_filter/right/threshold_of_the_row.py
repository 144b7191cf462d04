import torch
def top_p_filter(logits, p):
    probs = torch.softmax(logits, dim=-1)
    sp, _ = probs.sort(dim=-1, descending=True)
    k = ((sp.cumsum(-1) - sp) < p).sum(-1, keepdim=True).clamp(min=1)
    kth = logits.sort(dim=-1, descending=True).values.gather(-1, k - 1)
    return torch.where(logits < kth, torch.full_like(logits, float('-inf')), logits)
