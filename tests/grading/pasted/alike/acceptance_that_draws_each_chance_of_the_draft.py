# problem: speculative-decoding
# expect: fail
# not: right for what it covers
# says: draws u by itself
import torch


def normalized(weights):
    return weights / weights.sum()


def check_drafts(target_probs, draft_probs, draft_tokens):
    """How many drafts are kept, and the distribution of the token behind them."""
    for place, token in enumerate(draft_tokens.tolist()):
        chance = torch.rand(1).item()
        if chance * target_probs[place, token] >= draft_probs[place, token]:
            rest = (target_probs[place] - draft_probs[place]).clamp(min=0)
            return place, normalized(rest)
    return len(draft_tokens), target_probs[-1]
