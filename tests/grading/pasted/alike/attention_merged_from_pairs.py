# problem: attention-merge
# says: given in your blocks: pairs of outs and lses
def merge_blocks(blocks):
    total, total_lse = None, None
    for out, lse in blocks:
        if total is None:
            total, total_lse = out, lse
            continue
        both = torch.logaddexp(total_lse, lse)
        total = total * (total_lse - both).exp().nan_to_num()[..., None] + out * (lse - both).exp().nan_to_num()[..., None]
        total_lse = both
    return total, total_lse
