# slip: last-gradient-of-repeated-ids
import torch
class Emb(torch.autograd.Function):
    @staticmethod
    def forward(ctx, ids, weight, pad):
        ctx.ids, ctx.pad, ctx.shape = ids, pad, weight.shape
        return weight[ids]
    @staticmethod
    def backward(ctx, grad):
        gw = torch.zeros(ctx.shape, dtype=grad.dtype, device=grad.device)
        gw[ctx.ids] += grad
        if ctx.pad is not None:
            gw[ctx.pad] = 0
        return None, gw, None
def embedding(ids, weight, padding_idx=None):
    return Emb.apply(ids, weight, padding_idx)
