import torch


def dbscan(x, eps, min_samples):
    x = torch.as_tensor(x, dtype=torch.float64)
    near = (x.unsqueeze(0) - x.unsqueeze(1)).norm(dim=-1) <= eps
    core = near.sum(0) >= min_samples
    n = len(x)
    label = torch.where(core, torch.arange(n), torch.full((n,), n))
    link = near & core[None] & core[:, None]
    while True:
        spread = torch.where(link, label[None].expand(n, n), torch.full((n, n), n)).amin(1)
        new = torch.minimum(label, spread)
        if torch.equal(new, label):
            break
        label = new
    reach = torch.where(near & core[None], label[None].expand(n, n), torch.full((n, n), n)).amin(1)
    final = torch.where(core, label, reach)
    used = sorted(set(final.tolist()) - {n})
    table = {u: i for i, u in enumerate(reversed(used))}
    return torch.tensor([table.get(int(f), -1) for f in final])
