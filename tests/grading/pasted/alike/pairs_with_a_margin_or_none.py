# problem: reward-model-loss
class Pairwise(nn.Module):
    def forward(self, chosen, rejected, margin):
        gap = chosen - rejected
        if margin is not None:
            gap = gap - margin
        return -F.logsigmoid(gap).mean()
