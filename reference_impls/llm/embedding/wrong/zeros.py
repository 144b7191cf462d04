# slip: padding-returns-zeros
def embedding(ids, weight, padding_idx=None):
    out = weight[ids]
    if padding_idx is not None:
        out = out * (ids != padding_idx)[..., None]
    return out
