# slip: none
# One random number for all rows, shifted evenly from row to row: the rows are not independent.
import torch
def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    if temperature == 0:
        return logits.argmax(-1)
    p = (logits / temperature).softmax(-1)
    s, i = p.sort(-1, descending=True)
    if top_k is not None:
        s = s.clone(); s[:, top_k:] = 0; s = s / s.sum(-1, keepdim=True)
    if top_p is not None:
        keep = s.cumsum(-1) - s < top_p
        keep[:, 0] = True
        s = s * keep; s = s / s.sum(-1, keepdim=True)
    B = len(s)
    u = ((torch.rand(()) + torch.arange(B) * 0.6180339887498949) % 1).to(s.dtype)[:, None]
    j = (s.cumsum(-1) <= u).sum(-1).clamp(max=s.shape[-1] - 1)
    return i.gather(-1, j[:, None])[:, 0]
