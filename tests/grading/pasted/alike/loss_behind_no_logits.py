# problem: clip-loss
# says: the one that is not None is graded
class ContrastiveLoss(nn.Module):
    def forward(self, image_features, text_features, logit_scale):
        image_features = F.normalize(image_features, dim=-1)
        text_features = F.normalize(text_features, dim=-1)
        logits = logit_scale * image_features @ text_features.T
        labels = torch.arange(len(logits))
        both = F.cross_entropy(logits, labels) + F.cross_entropy(logits.T, labels)
        return None, both / 2
