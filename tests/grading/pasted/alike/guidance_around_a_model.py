# problem: cfg
def with_guidance(net, scale=7.5):
    @torch.no_grad()
    def guided(x, t, context):
        free = net(x, t, None)
        return free + scale * (net(x, t, context) - free)

    return guided
