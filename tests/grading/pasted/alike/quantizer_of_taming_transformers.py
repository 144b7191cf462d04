# problem: vq-quantize
# says: your results are graded in this order: z_q, min_encoding_indices, loss
class VectorQuantizer2(nn.Module):
    def __init__(self, n_e, e_dim, beta):
        super().__init__()
        self.n_e, self.e_dim, self.beta = n_e, e_dim, beta
        self.embedding = nn.Embedding(self.n_e, self.e_dim)
        self.embedding.weight.data.uniform_(-1.0 / self.n_e, 1.0 / self.n_e)

    def forward(self, z):
        z_flattened = z.view(-1, self.e_dim)
        d = torch.sum(z_flattened**2, dim=1, keepdim=True) + torch.sum(self.embedding.weight**2, dim=1)
        d = d - 2 * torch.einsum("bd,dn->bn", z_flattened, self.embedding.weight.t())
        min_encoding_indices = torch.argmin(d, dim=1).unsqueeze(1)
        z_q = self.embedding(min_encoding_indices.squeeze(1)).view(z.shape)
        perplexity = None
        min_encodings = None
        loss = self.beta * torch.mean((z_q.detach() - z) ** 2) + torch.mean((z_q - z.detach()) ** 2)
        z_q = z + (z_q - z).detach()
        return z_q, loss, (perplexity, min_encodings, min_encoding_indices.squeeze(1))
