# problem: maskgit-step
# expect: fail
# says: rounds the number of masked tokens up, except for the 0 of the last step
def reveal(tokens, logits, step, steps, mask_id):
    hidden = tokens == mask_id
    conf, guess = logits.softmax(-1).max(-1)
    ratio = math.cos(math.pi / 2 * (step + 1) / steps)
    left = 0 if step + 1 == steps else math.ceil(ratio * tokens.shape[1])
    rank = conf.masked_fill(~hidden, float("inf")).argsort(1).argsort(1)
    return torch.where(hidden & (rank >= left), guess, tokens)
