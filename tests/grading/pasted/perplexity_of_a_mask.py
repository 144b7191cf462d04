# problem: perplexity
# expect: invalid
# says: Your code also needs padding_mask, which the problem doesn't give
# not: has no `.reshape`
def masked_perplexity(logits, targets, padding_mask):
    logits, targets = logits.reshape(-1, logits.shape[-1]), targets.reshape(-1)
    counts = 1 - padding_mask.reshape(-1).to(logits.dtype)
    logp = (logits - logits.logsumexp(-1, keepdim=True))[torch.arange(len(targets)), targets]
    return (-(logp * counts).sum() / counts.sum().clamp_min(1.0)).exp()
