# problem: vq-quantize
class VQ(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.codebook = nn.Embedding(config["num_embeddings"], config["embedding_dim"])
        self.beta = config.get("beta", 0.25)
    def forward(self, z):
        i = torch.cdist(z, self.codebook.weight).argmin(1)
        q = self.codebook(i)
        loss = ((q - z.detach()) ** 2).mean() + self.beta * ((q.detach() - z) ** 2).mean()
        return z + (q - z).detach(), i, loss
