# problem: speculative-decoding
# expect: fail
# says: your code draws u by itself
import numpy as np


def speculative_accept(p_probs, q_probs, draft_tokens, rng):
    """How many drafts are kept, and one more token."""
    for j, x in enumerate(draft_tokens):
        if rng.random() < min(1.0, p_probs[j, x] / q_probs[j, x]):
            continue
        rest = np.clip(p_probs[j] - q_probs[j], 0.0, None)
        return j, int(rng.choice(len(rest), p=rest / rest.sum()))
    return len(draft_tokens), int(rng.choice(p_probs.shape[1], p=p_probs[-1]))
