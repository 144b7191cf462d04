import torch


def make_sliding_window_mask(n, window, dtype):
    tensor = torch.full((n, n), fill_value=1)
    mask = torch.tril(tensor, diagonal=0).to(dtype)
    mask = torch.triu(mask, diagonal=-window + 1)
    return torch.log(mask)


def sliding_window_attention(q, k, v, window):
    scores = torch.matmul(q, k.transpose(2, 3)) * (q.shape[-1] ** -0.5)
    scores = scores + make_sliding_window_mask(q.shape[2], window, q.dtype)[None, None]
    return torch.matmul(scores.softmax(-1), v)
