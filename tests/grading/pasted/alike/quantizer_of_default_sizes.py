# problem: vq-quantize
class EmbeddingQuantizer(nn.Module):
    def __init__(self, n_embeddings=1024, embedding_dim=32, commitment_cost=0.25):
        super().__init__()
        self.commitment_cost = commitment_cost
        self.codes = nn.Embedding(n_embeddings, embedding_dim)
        nn.init.uniform_(self.codes.weight, -1 / n_embeddings, 1 / n_embeddings)

    def forward(self, inputs):
        idx = torch.cdist(inputs, self.codes.weight).argmin(dim=-1)
        chosen = self.codes(idx)
        codebook_loss = F.mse_loss(chosen, inputs.detach())
        commitment_loss = F.mse_loss(inputs, chosen.detach())
        quantized = inputs + (chosen - inputs).detach()
        return quantized, idx, codebook_loss + self.commitment_cost * commitment_loss
