# problem: nt-xent
# says: your code returns logits and labels: their cross-entropy is graded
def info_nce_loss(self, features):
    labels = torch.cat([torch.arange(self.args.batch_size) for _ in range(self.args.n_views)], dim=0)
    labels = (labels[None] == labels[:, None]).float().to(self.args.device)
    features = F.normalize(features, dim=1)
    similar = features @ features.T
    itself = torch.eye(labels.shape[0], dtype=torch.bool).to(self.args.device)
    labels = labels[~itself].view(labels.shape[0], -1)
    similar = similar[~itself].view(similar.shape[0], -1)
    near = similar[labels.bool()].view(labels.shape[0], -1)
    far = similar[~labels.bool()].view(similar.shape[0], -1)
    logits = torch.cat([near, far], dim=1) / self.args.temperature
    labels = torch.zeros(logits.shape[0], dtype=torch.long)
    return logits, labels
