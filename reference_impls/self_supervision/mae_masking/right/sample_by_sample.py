import torch


def random_masking(x, ratio, noise):
    kept, masks, restores = [], [], []
    L = x.size(1)
    k = L - round(L * ratio)
    for tokens, z in zip(x, noise):
        z = z.tolist()
        order = sorted(range(L), key=z.__getitem__)
        kept.append(torch.stack([tokens[i] for i in order[:k]]))
        masks.append([0 if i in order[:k] else 1 for i in range(L)])
        restores.append([order.index(i) for i in range(L)])
    return [torch.stack(kept), torch.tensor(masks), torch.tensor(restores)]
