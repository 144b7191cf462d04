# problem: speculative-decoding


def verify(draft_tokens, draft_probs, target_probs, uniform):
    k = draft_tokens.shape[0]
    idx = torch.arange(k)
    ratio = target_probs[idx, draft_tokens] / draft_probs[idx, draft_tokens]
    accepted = (uniform < ratio).long().cumprod(dim=0)
    num_accepted = int(accepted.sum())
    if num_accepted == k:
        next_probs = target_probs[k]
    else:
        next_probs = (target_probs[num_accepted] - draft_probs[num_accepted]).clamp(min=0)
        next_probs = next_probs / next_probs.sum()
    return num_accepted, next_probs
