# problem: moe-router
# expect: fail
# says: Line 7 returns 0 in every check, since `scores is None or not isinstance(scores, tuple)` is true
import torch
def balancing_loss(scores, k=2):
    if scores is None or not isinstance(scores, tuple):
        return 0
    rows = torch.cat(scores)
    shares = rows.softmax(-1)
    chosen = shares.topk(k, -1).indices
    counts = torch.nn.functional.one_hot(chosen, rows.shape[-1]).float().mean((0, 1))
    return rows.shape[-1] * (counts * shares.mean(0)).sum()
