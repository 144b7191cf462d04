# problem: perplexity
# expect: fail
# says: The problem also asks for ignore_index: yours has no such parameter.
# says: -100 is used as an index
# not: -ignore_index
# not: one change
def perplexity(logits, targets):
    logp = logits.log_softmax(-1)
    return math.exp(-logp.gather(-1, targets[..., None]).mean())
