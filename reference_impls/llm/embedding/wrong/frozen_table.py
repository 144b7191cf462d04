# slip: table-frozen-with-padding
def embedding(ids, weight, padding_idx=None):
    if padding_idx is not None:
        weight = weight.detach()
    return weight[ids]
