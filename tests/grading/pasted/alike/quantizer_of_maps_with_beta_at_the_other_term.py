# problem: vq-quantize
# expect: fail
class CodesOfMaps(nn.Module):
    def __init__(self, n_codes, width, beta=0.25):
        super().__init__()
        self.width, self.beta = width, beta
        self.codes = nn.Embedding(n_codes, width)

    def forward(self, z):
        z = z.permute(0, 2, 3, 1).contiguous()
        rows = z.reshape(-1, self.width)
        indices = torch.cdist(rows, self.codes.weight).argmin(1)
        z_q = self.codes(indices).view(z.shape)
        loss = ((z_q.detach() - z) ** 2).mean() * 1 + ((z_q - z.detach()) ** 2).mean() * self.beta
        z_q = z + (z_q - z).detach()
        return z_q.permute(0, 3, 1, 2), loss, indices
