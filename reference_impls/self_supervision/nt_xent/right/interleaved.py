import torch


def nt_xent(z1, z2, tau=0.5):
    z = torch.stack([z1, z2], dim=1).reshape(-1, z1.shape[-1])
    z = z / z.square().sum(-1, keepdim=True).sqrt()
    n = z.shape[0]
    logits = torch.einsum("id,jd->ij", z, z) / tau
    keep = ~torch.eye(n, dtype=torch.bool)
    rows = logits[keep].reshape(n, n - 1)
    partner = torch.arange(n) ^ 1
    column = partner - (partner > torch.arange(n)).long()
    return -torch.log_softmax(rows, -1).gather(1, column[:, None]).mean()
