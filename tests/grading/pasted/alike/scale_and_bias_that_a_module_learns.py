# problem: siglip-loss
class SigLipLoss(nn.Module):
    def __init__(self, init_scale=10.0, init_bias=-10.0):
        super().__init__()
        self.logit_scale = nn.Parameter(torch.tensor(init_scale))
        self.logit_bias = nn.Parameter(torch.tensor(init_bias))

    def forward(self, image_features, text_features):
        image, text = F.normalize(image_features, dim=-1), F.normalize(text_features, dim=-1)
        logits = self.logit_scale * image @ text.T + self.logit_bias
        signs = 2 * torch.eye(len(logits), dtype=logits.dtype) - 1
        return -F.logsigmoid(signs * logits).sum() / len(logits)
