import torch


def magnitude_prune(weight, fraction):
    values = weight.flatten().tolist()
    k = round(fraction * len(values))
    doomed = set(sorted(range(len(values)), key=lambda i: abs(values[i]))[:k])
    kept = [0.0 if i in doomed else v for i, v in enumerate(values)]
    return torch.tensor(kept, dtype=weight.dtype).reshape(weight.shape)
