# problem: vq-quantize
# says: in this order: z_q, min_indices, loss
class Quantizer(nn.Module):
    def __init__(self, n_e=512, e_dim=64, beta=0.25):
        super().__init__()
        self.n_e, self.beta = n_e, beta
        self.embedding = nn.Embedding(n_e, e_dim)

    def forward(self, z):
        d = (z**2).sum(1, keepdim=True) + (self.embedding.weight**2).sum(1) - 2 * z @ self.embedding.weight.t()
        min_indices = d.argmin(dim=1).unsqueeze(1)
        one_hot = torch.zeros(len(z), self.n_e).to(z).scatter_(1, min_indices, 1)
        z_q = one_hot @ self.embedding.weight
        loss = ((z_q - z.detach()) ** 2).mean() + self.beta * ((z_q.detach() - z) ** 2).mean()
        z_q = z + (z_q - z).detach()
        return loss, z_q, min_indices.squeeze(1)
