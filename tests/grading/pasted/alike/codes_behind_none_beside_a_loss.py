# problem: vq-quantize

def quantize(z, codebook, beta=0.25):
    i = torch.cdist(z, codebook).argmin(-1)
    q = codebook[i]
    loss = ((q - z.detach()) ** 2).mean() + beta * ((q.detach() - z) ** 2).mean()
    return z + (q - z).detach(), None, i, loss
