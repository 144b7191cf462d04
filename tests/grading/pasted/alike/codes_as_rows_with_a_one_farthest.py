# problem: vq-quantize
# expect: fail
import torch
import torch.nn.functional as F
from torch import nn


class VectorQuantizer(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, commitment_cost):
        super().__init__()
        self.num_embeddings, self.embedding_dim = num_embeddings, embedding_dim
        self.embedding = nn.Embedding(num_embeddings, embedding_dim)
        self.embedding.weight.data.uniform_(-1 / num_embeddings, 1 / num_embeddings)
        self.commitment_cost = commitment_cost

    def forward(self, inputs):
        flat = inputs.reshape(-1, self.embedding_dim)
        distances = torch.cdist(flat, self.embedding.weight)
        encodings = F.one_hot(distances.argmax(1), self.num_embeddings).to(inputs.dtype)
        quantized = (encodings @ self.embedding.weight).view(inputs.shape)

        commitment = F.mse_loss(quantized.detach(), inputs)
        codes = F.mse_loss(quantized, inputs.detach())
        loss = codes + self.commitment_cost * commitment

        quantized = inputs + (quantized - inputs).detach()
        used = encodings.mean(0)
        perplexity = torch.exp(-(used * torch.log(used + 1e-10)).sum())
        return loss, quantized, perplexity, encodings
