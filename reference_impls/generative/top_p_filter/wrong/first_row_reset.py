# slip: first-row-reset-after-the-shift
"""Wrong for a batch of two rows: logits [[3,1,0],[5,0,0.5]], p = 0.6: row 0 is not filtered and row 1 loses its best token.
Right for a single vector of logits."""

import torch


def top_p_filter(logits, p):
    sorted_logits, idx = logits.sort(dim=-1, descending=True)
    cum = sorted_logits.softmax(dim=-1).cumsum(dim=-1)
    remove = cum >= p
    # shift right so that the token that crosses the threshold is kept
    remove[..., 1:] = remove[..., :-1].clone()
    remove[0] = False
    mask = torch.zeros_like(remove).scatter(-1, idx, remove)
    return logits.masked_fill(mask, float("-inf"))
