import torch


def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    if temperature == 0:
        return logits.argmax(dim=-1)
    logits = logits / temperature
    if top_k is not None:
        k = min(top_k, logits.size(-1))
        kth = torch.topk(logits, k).values[..., -1:]
        logits = logits.masked_fill(logits < kth, float("-inf"))
    if top_p is not None:
        s, idx = torch.sort(logits, descending=True, dim=-1)
        probs = s.softmax(-1)
        cum = probs.cumsum(-1)
        remove = cum - probs > top_p
        s = s.masked_fill(remove, float("-inf"))
        logits = torch.full_like(logits, float("-inf")).scatter(-1, idx, s)
    return torch.multinomial(logits.softmax(-1), 1).squeeze(-1)
