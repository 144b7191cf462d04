import torch


def clip_loss(image_emb, text_emb, logit_scale):
    B = len(image_emb)
    cos = [[logit_scale * torch.dot(a, b) / (a.norm() * b.norm()) for b in text_emb] for a in image_emb]
    total = 0
    for i in range(B):
        row = torch.stack(cos[i])
        column = torch.stack([cos[j][i] for j in range(B)])
        total = total - torch.log_softmax(row, 0)[i] - torch.log_softmax(column, 0)[i]
    return total / (2 * B)
