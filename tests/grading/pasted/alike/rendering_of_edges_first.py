# problem: volume-rendering
def composite(edges, sig, col):
    lengths = edges.diff(dim=-1)
    depth = torch.cat([torch.zeros_like(sig[:, :1]), (sig * lengths).cumsum(-1)], dim=-1)
    w = torch.exp(-depth[:, :-1]) * -torch.expm1(-sig * lengths)
    return (w[..., None] * col).sum(1), (w * (edges[:, 1:] + edges[:, :-1]) / 2).sum(1), w
