import torch


def grpo_loss(logp, logp_old, logp_ref, advantages, mask, clip=0.2, beta=0.04):
    losses = []
    for i in range(len(logp)):
        terms = []
        for t in range(logp.shape[1]):
            if mask[i, t] == 0:
                continue
            r = torch.exp(logp[i, t] - logp_old[i, t])
            a = advantages[i]
            surrogate = torch.min(r * a, r.clamp(1 - clip, 1 + clip) * a)
            d = logp_ref[i, t] - logp[i, t]
            terms.append(surrogate - beta * (d.exp() - d - 1))
        losses.append(-sum(terms) / len(terms))
    return sum(losses) / len(losses)
