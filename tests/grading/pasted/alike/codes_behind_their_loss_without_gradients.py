# problem: vq-quantize
# expect: fail
# says: your results are graded in this order: z_q, idx, loss
# not: It should return (z_q, indices, loss)
def quantize(z, codebook, beta=0.25):
    idx = torch.cdist(z, codebook).argmin(1)
    z_q = codebook[idx]
    loss = (z_q - z.detach()).square().mean() + beta * (z_q.detach() - z).square().mean()
    return loss, z_q, idx
