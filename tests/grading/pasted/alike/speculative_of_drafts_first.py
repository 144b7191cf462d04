# problem: speculative-decoding
def accept_drafts(draft_probs, target_probs, draft_tokens, uniforms):
    for i, token in enumerate(draft_tokens):
        if uniforms[i] >= target_probs[i][token] / draft_probs[i][token]:
            left = np.maximum(target_probs[i] - draft_probs[i], 0)
            return i, left / left.sum()
    return len(draft_tokens), target_probs[-1]
