# problem: vq-quantize
# says: your results are graded in this order: quantized, idx, loss
class VectorQuantizer(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, commitment_cost=0.25):
        super().__init__()
        self.embedding = nn.Embedding(num_embeddings, embedding_dim)
        self.commitment_cost = commitment_cost

    def forward(self, inputs):
        codes = self.embedding.weight
        idx = (inputs.pow(2).sum(1, keepdim=True) + codes.pow(2).sum(1) - 2 * inputs @ codes.t()).argmin(1)
        quantized = codes[idx]
        loss = F.mse_loss(quantized, inputs.detach()) + self.commitment_cost * F.mse_loss(quantized.detach(), inputs)
        quantized = inputs + (quantized - inputs).detach()
        return loss, quantized, idx
