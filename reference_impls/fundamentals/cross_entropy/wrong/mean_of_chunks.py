# slip: none
# averages the means of chunks of 1024 rows, which weighs the rows of a shorter last chunk more
# witness: N = 1025 with losses of about 0 in the first 1024 rows and 10 in the last: 0.0098, this gives 5
import torch


def cross_entropy(logits, targets, chunk=1024):
    parts = []
    for x, y in zip(logits.split(chunk), targets.split(chunk)):
        x = x - x.max(dim=1, keepdim=True).values
        logp = x - x.exp().sum(dim=1, keepdim=True).log()
        parts.append(-logp.gather(1, y[:, None]).mean())
    return torch.stack(parts).mean()
