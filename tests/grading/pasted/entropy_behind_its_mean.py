# problem: entropy-from-logits
# says: your code returns 2 results: number 2 is graded, the only one with as many axes as the answer
# not: the first one is graded
def entropy_from_logits(logits):
    logp = logits.log_softmax(-1)
    p = logp.exp()
    entropy = -torch.where(p > 0, p * logp, torch.zeros_like(p)).sum(-1)
    return entropy.mean(), entropy
