# problem: speculative-decoding
def verify(target_probs, draft_probs, draft_tokens, uniforms):
    n = 0
    for i, tok in enumerate(draft_tokens):
        if uniforms[i] < target_probs[i, tok] / draft_probs[i, tok]:
            n += 1
        else:
            d = torch.clamp(target_probs[i] - draft_probs[i], min=0)
            return n, d / d.sum()
    return n, target_probs[-1]
