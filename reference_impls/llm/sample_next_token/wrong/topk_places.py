# slip: sorted-places-after-top-k
import torch


def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    if temperature == 0:
        return logits.argmax(dim=-1)
    logits = logits / temperature
    if top_k is not None:
        logits = torch.topk(logits, min(top_k, logits.size(-1))).values
    if top_p is not None:
        s, idx = torch.sort(logits, descending=True, dim=-1)
        pr = s.softmax(-1)
        logits = torch.full_like(logits, float("-inf")).scatter(
            -1, idx, s.masked_fill(pr.cumsum(-1) - pr > top_p, float("-inf"))
        )
    return torch.multinomial(logits.softmax(-1), 1).squeeze(-1)
