import torch


def vq_quantize(z, codebook, beta=0.25):
    B, D = z.shape
    chosen = []
    for row in z.detach():
        best, best_distance = 0, float("inf")
        for k, code in enumerate(codebook.detach()):
            distance = float(((row - code) ** 2).sum())
            if distance < best_distance:
                best, best_distance = k, distance
        chosen.append(best)
    e = torch.stack([codebook[k] for k in chosen])
    loss = 0
    for b in range(B):
        for d in range(D):
            loss = loss + (z[b, d].detach() - e[b, d]) ** 2 + beta * (z[b, d] - e[b, d].detach()) ** 2
    return z - z.detach() + e.detach(), torch.tensor(chosen), loss / (B * D)
