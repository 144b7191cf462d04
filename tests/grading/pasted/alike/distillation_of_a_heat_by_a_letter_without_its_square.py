# problem: distillation-loss
# expect: fail
class DistillKL(nn.Module):
    def __init__(self, T):
        super().__init__()
        self.T = T

    def forward(self, y_s, y_t):
        p_s, p_t = F.log_softmax(y_s / self.T, dim=1), F.softmax(y_t / self.T, dim=1)
        return F.kl_div(p_s, p_t.detach(), reduction="batchmean")


class Criterion(nn.Module):
    def __init__(self, kd_T=1.0, gamma=1.0, alpha=0.5):
        super().__init__()
        self.gamma, self.alpha = gamma, alpha
        self.criterion_cls, self.criterion_div = nn.CrossEntropyLoss(), DistillKL(kd_T)

    def forward(self, logit_s, logit_t, target):
        return self.gamma * self.criterion_cls(logit_s, target) + self.alpha * self.criterion_div(logit_s, logit_t)
