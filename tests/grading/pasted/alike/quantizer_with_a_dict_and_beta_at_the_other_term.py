# problem: vq-quantize
# expect: fail
# says: Your code multiplies (sg(z) - e)² by beta
class Codebook(nn.Module):
    def __init__(self, n_codes, width, beta):
        super().__init__()
        self.codes = nn.Embedding(n_codes, width)
        self.beta = beta

    def forward(self, z):
        nearest = torch.cdist(z, self.codes.weight).argmin(dim=1)
        z_q = self.codes(nearest)
        loss = self.beta * F.mse_loss(z_q, z.detach()) + F.mse_loss(z, z_q.detach())
        z_q = z + (z_q - z).detach()
        return z_q, loss, {"perplexity": None, "indices": nearest}
