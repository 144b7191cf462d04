# problem: rf-loss
# expect: fail
# says: It should use x1 - x0
def rectified_flow_loss(net, data, label):
    start = torch.randn_like(data)
    t = torch.rand(len(data))
    share = t.view(-1, *[1] * (data.dim() - 1))
    velocity = net((1 - share) * start + share * data, t, label)
    return F.mse_loss(velocity, start - data)
