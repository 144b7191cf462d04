import torch


def entropy_from_logits(logits):
    V = logits.shape[-1]
    flat = logits.reshape(-1, V)
    out = []
    for row in flat:
        visible = row[~torch.isneginf(row)]
        m = visible.max().detach()
        e = torch.exp(visible - m)
        Z = e.sum()
        out.append(torch.log(Z) - (e * (visible - m)).sum() / Z)
    return torch.stack(out).reshape(logits.shape[:-1])
