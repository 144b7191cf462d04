# problem: siglip-loss
class SigLIP(nn.Module):
    def __init__(self):
        super().__init__()
        self.logit_scale = nn.Parameter(torch.tensor(10.0))
        self.logit_bias = nn.Parameter(torch.tensor(-10.0))

    def forward(self, image_emb, text_emb):
        image, text = F.normalize(image_emb, dim=-1), F.normalize(text_emb, dim=-1)
        logits = self.logit_scale * image @ text.T + self.logit_bias
        return -F.logsigmoid((2 * torch.eye(len(logits)) - 1) * logits).sum() / len(logits)
