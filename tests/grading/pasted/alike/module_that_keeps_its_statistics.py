# problem: batch-norm
# expect: fail
class BatchNorm2d(nn.Module):
    def __init__(self, num_features, eps=1e-5, momentum=0.1):
        super().__init__()
        self.gamma = nn.Parameter(torch.ones(num_features)); self.beta = nn.Parameter(torch.zeros(num_features))
        self.register_buffer('running_mean', torch.zeros(num_features)); self.register_buffer('running_var', torch.ones(num_features))
        self.eps, self.momentum = eps, momentum
    def forward(self, x):
        if self.training:
            mean, var = x.mean((0,2,3)), x.var((0,2,3), unbiased=False)
            self.running_mean = (1-self.momentum)*self.running_mean + self.momentum*mean
            self.running_var = (1-self.momentum)*self.running_var + self.momentum*var
        else: mean, var = self.running_mean, self.running_var
        return self.gamma[:,None,None]*(x-mean[:,None,None])/(var[:,None,None]+self.eps).sqrt()+self.beta[:,None,None]
