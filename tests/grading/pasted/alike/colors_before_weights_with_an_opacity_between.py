# problem: volume-rendering
# says: your results are graded in this order: comp_rgb, distance, weights
def composite(rgb, density, edges):
    lengths, middles = edges[..., 1:] - edges[..., :-1], (edges[..., 1:] + edges[..., :-1]) / 2
    passed = density * lengths
    before = torch.cumsum(passed, dim=-1) - passed
    weights = (1 - torch.exp(-passed)) * torch.exp(-before)
    comp_rgb, acc = (weights[..., None] * rgb).sum(dim=-2), weights.sum(dim=-1)
    distance = (weights * middles).sum(dim=-1)
    return comp_rgb, distance, acc, weights
