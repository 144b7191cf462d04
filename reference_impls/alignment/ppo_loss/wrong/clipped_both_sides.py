# slip: clip-alone
import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    out = []
    for n, o, a in zip(logp.reshape(-1), logp_old.reshape(-1), advantages.reshape(-1)):
        r = (n - o).exp()
        if r > 1 + clip:
            r = r * 0 + 1 + clip
        elif r < 1 - clip:
            r = r * 0 + 1 - clip
        out.append(-r * a)
    return torch.stack(out).mean()
