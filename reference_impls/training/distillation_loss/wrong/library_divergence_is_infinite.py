# slip: none
import torch
from torch.distributions import Categorical, kl_divergence

def distillation_loss(s_logits, t_logits, y, lam=0.5, temperature=1.0):
    with torch.no_grad():
        p = Categorical(logits=t_logits / temperature)
    q = Categorical(logits=s_logits / temperature)
    ce = torch.logsumexp(s_logits, dim=-1) - s_logits.gather(-1, y.view(-1, 1)).squeeze(-1)
    return ce.mean() + lam * temperature ** 2 * kl_divergence(p, q).mean()
