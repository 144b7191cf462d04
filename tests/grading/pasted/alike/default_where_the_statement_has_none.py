# problem: sample-next-token
# expect: fail
# says: Your default of top_p is 0.9, and that in the statement is None.
# says: called with 1.0
def sample_next(logits, temperature=0.6, top_p=0.9):
    if temperature == 0:
        return logits.argmax(-1)
    ordered, ids = (logits / temperature).softmax(-1).sort(-1, descending=True)
    ordered = ordered.masked_fill(ordered.cumsum(-1) - ordered > top_p, 0)
    return ids.gather(-1, torch.multinomial(ordered, 1)).squeeze(-1)
