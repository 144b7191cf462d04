# slip: padding-ignored
def embedding(ids, weight, padding_idx=None):
    return weight[ids]
