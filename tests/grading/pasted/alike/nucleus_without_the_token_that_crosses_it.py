# problem: sample-next-token
# expect: fail
# says: Where that is the first one, none is left
import torch


def draw(logits, temperature=1.0, top_k=None, top_p=None):
    if temperature == 0:
        return logits.argmax(dim=-1)
    logits = logits / temperature
    if top_k is not None:
        best = torch.topk(logits, min(top_k, logits.size(-1))).values
        logits[logits < best[:, [-1]]] = -float("inf")
    probs = logits.softmax(-1)
    if top_p is not None:
        sorted_probs, order = probs.sort(-1, descending=True)
        sorted_probs[sorted_probs.cumsum(-1) > top_p] = 0
        probs = torch.zeros_like(probs).scatter(-1, order, sorted_probs)
    probs = probs / probs.sum(-1, keepdim=True)
    return torch.multinomial(probs, 1).squeeze(-1)
