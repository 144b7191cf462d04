# problem: batch-norm
# expect: forbidden
# says: BatchNorm2d
class MyBatchNorm(nn.BatchNorm2d):
    def __init__(self, num_features, eps=1e-5, momentum=0.1):
        super().__init__(num_features, eps, momentum)

    def forward(self, x):
        return super().forward(x)
