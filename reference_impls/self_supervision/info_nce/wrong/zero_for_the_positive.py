# slip: positive-logit-detached
# witness: random unit inputs with requires_grad: k_pos.grad is None (and q.grad is wrong), the value agrees
import torch


def info_nce(q, k_pos, k_neg, tau=0.07):
    l_pos = (q * k_pos).sum(dim=-1, keepdim=True) / tau
    l_neg = (k_neg @ q.unsqueeze(-1)).squeeze(-1) / tau
    # the loss does not change when a constant is taken off every logit
    shift = l_pos.detach()
    logits = torch.cat([torch.zeros_like(l_pos), l_neg - shift], dim=1)
    return torch.logsumexp(logits, dim=1).mean()
