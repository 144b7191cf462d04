# problem: perplexity
# expect: fail
# says: right for what it covers
def perplexity(logits, targets):
    nll = F.cross_entropy(logits.view(-1, logits.size(-1)), targets.view(-1))
    return torch.exp(nll)
