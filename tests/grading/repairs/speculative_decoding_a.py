# planted: first-row-for-all, last-target-always, next-token-counted
# left: none
import torch


def speculative_accept(p, q, drafts, u):
    n = len(drafts)
    places = torch.arange(n)
    ok = u < p[places, drafts] / q[places, drafts]
    accepted = int(ok.long().cumprod(0).sum())
    if accepted == n:
        return n, p[n].clone()
    rest = torch.relu(p[accepted] - q[accepted])
    return accepted, rest / rest.sum()
