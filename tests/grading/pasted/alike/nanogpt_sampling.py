# problem: sample-next-token
def sample(logits, temperature=1.0, top_k=None, top_p=None):
    if temperature == 0: return logits.argmax(-1)
    logits = logits / temperature
    if top_k is not None:
        v, _ = torch.topk(logits, min(top_k, logits.size(-1)))
        logits = logits.masked_fill(logits < v[:, [-1]], -float('Inf'))
    if top_p is not None:
        s, i = torch.sort(logits, descending=True)
        c = s.softmax(-1).cumsum(-1)
        rm = c - s.softmax(-1) >= top_p
        rm[:, 0] = False
        logits = logits.masked_fill(rm.scatter(1, i, rm), -float('Inf'))
    return torch.multinomial(logits.softmax(-1), 1).squeeze(1)
