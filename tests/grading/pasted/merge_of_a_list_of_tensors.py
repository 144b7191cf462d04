# problem: attention-merge
def merged(parts: list[torch.Tensor], norms: list[torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
    norm = torch.logsumexp(torch.stack(norms), dim=0)
    shares = [torch.exp(one - norm).nan_to_num() for one in norms]
    return sum(share[..., None] * part for share, part in zip(shares, parts)), norm
