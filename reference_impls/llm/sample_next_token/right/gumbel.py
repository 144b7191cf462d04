import torch


def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    if temperature == 0:
        return torch.argmax(logits, -1)
    z = logits.double() / temperature
    V = z.size(-1)
    if top_k is not None and top_k < V:
        kth = torch.topk(z, top_k, dim=-1)[0][..., -1, None]
        z = torch.where(z < kth, torch.full_like(z, -torch.inf), z)
    if top_p is not None:
        srt, order = torch.sort(z, descending=True, dim=-1)
        cum = torch.cumsum(torch.softmax(srt, -1), -1)
        remove = cum >= top_p
        remove[..., 1:] = remove[..., :-1].clone()
        remove[..., 0] = False
        z = z.masked_fill(torch.zeros_like(remove).scatter(-1, order, remove), -torch.inf)
    noise = -torch.log(-torch.log(torch.rand_like(z).clamp_min(1e-300)))
    return torch.argmax(z + noise, dim=-1)
