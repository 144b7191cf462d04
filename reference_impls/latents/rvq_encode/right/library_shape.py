import torch


def rvq_encode(z, codebooks):
    quantized_out = 0.0
    residual = z
    all_indices = []
    for layer in range(codebooks.shape[0]):
        embed = codebooks[layer].t()
        dist = -(residual.pow(2).sum(1, keepdim=True) - 2 * residual @ embed + embed.pow(2).sum(0, keepdim=True))
        embed_ind = dist.max(dim=-1).indices
        quantized = torch.nn.functional.embedding(embed_ind, codebooks[layer])
        residual = residual - quantized.detach()
        quantized_out = quantized_out + quantized
        all_indices.append(embed_ind)
    return torch.stack(all_indices, dim=-1), quantized_out


def rvq_decode(indices, codebooks):
    quantized_out = torch.tensor(0.0, device=indices.device)
    for i, level in enumerate(indices.unbind(dim=1)):
        quantized_out = quantized_out + torch.nn.functional.embedding(level, codebooks[i])
    return quantized_out
