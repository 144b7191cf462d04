# problem: vq-quantize
# expect: fail
# not: has no weights in the place
# says: beta
class EmbeddingQuantizer(nn.Module):
    def __init__(self, embedding_dim, n_embeddings=1024, commitment_cost=0.25):
        super().__init__()
        self.commitment_cost = commitment_cost
        self.codes = nn.Embedding(n_embeddings, embedding_dim)

    def forward(self, inputs):
        idx = torch.cdist(inputs, self.codes.weight).argmin(dim=-1)
        chosen = self.codes(idx)
        codebook_loss = F.mse_loss(chosen, inputs.detach())
        commitment_loss = F.mse_loss(inputs, chosen.detach())
        quantized = inputs + (chosen - inputs).detach()
        return quantized, idx, self.commitment_cost * codebook_loss + commitment_loss
