# problem: entropy-from-logits
def entropy(logits, loss_mask):
    logp = logits.log_softmax(-1)
    return -(logp.exp() * logp.clamp(min=-1e30)).sum(-1) * loss_mask
