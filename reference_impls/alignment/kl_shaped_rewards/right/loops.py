import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    out = torch.zeros_like(logp)
    for b in range(logp.size(0)):
        paid = False
        for t in reversed(range(logp.size(1))):
            if mask[b, t] != 1:
                continue
            out[b, t] = -beta * (logp[b, t] - logp_ref[b, t])
            if not paid:
                out[b, t] += score[b]
                paid = True
    return out
