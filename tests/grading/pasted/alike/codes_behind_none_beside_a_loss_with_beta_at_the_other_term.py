# problem: vq-quantize
# expect: fail
# not: It should return
# not: the first 3

def quantize(z, codebook, beta=0.25):
    i = torch.cdist(z, codebook).argmin(-1)
    q = codebook[i]
    loss = beta * ((q - z.detach()) ** 2).mean() + ((q.detach() - z) ** 2).mean()
    return z + (q - z).detach(), None, i, loss
