# problem: lpips-distance
# expect: fail
# not: number 2 is graded
def lpips(feats_x, feats_y, weights):
    layers = []
    for x, y, weight in zip(feats_x, feats_y, weights):
        x, y = (f / (f.norm(dim=1, keepdim=True) + 1e-10) for f in (x, y))
        layers.append(((x - y) ** 2 * weight[:, None, None]).sum(1).mean((1, 2)))
    return sum(layers).mean(), layers
