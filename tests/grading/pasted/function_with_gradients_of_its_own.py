# problem: relu
# says: Rectifier.apply is graded as relu
class Rectifier(torch.autograd.Function):
    @staticmethod
    def forward(ctx, values):
        ctx.save_for_backward(values)
        return values * (values > 0)

    @staticmethod
    def backward(ctx, slopes):
        (values,) = ctx.saved_tensors
        return slopes * (values > 0)
